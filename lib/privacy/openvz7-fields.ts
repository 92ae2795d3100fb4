/** Every field of a report of OpenVZ 7, file by file. A test compares the list with the sample and the readers. */
import { dropped, kept, type ReportFields, read, under } from "./report-field";

// What prlctl prints for containers and virtual machines alike; none of it is kept.
const inList = (...names: string[]) => under("prlctl_list_aij", ...names);

const guestIdentity = dropped(
	"guestIdentity",
	...inList("ID", "EnvID", "Name", "Description", "Owner", "Home", "Hostname", "DNS Servers"),
);
const guestType = read("guestType", ...inList("Type", "Template"));
const guestOptions = dropped(
	"guestOptions",
	...inList(
		"Uptime",
		"GuestTools",
		"GuestTools autoupdate",
		"Autostart",
		"Autostop",
		"Autocompact",
		"Boot order",
		"EFI boot",
		"Allow select boot device",
		"External boot device",
		"On guest crash",
		"Remote display",
		"Remote display state",
		"SmartMount",
		"Features",
		"Disabled Windows logo",
		"Nested virtualization",
		"Offline management",
		"High Availability",
	),
);
const guestDevices = dropped(
	"guestDevices",
	...inList(
		"Hardware/video",
		"Hardware/memory_guarantee",
		"Hardware/cdrom*",
		"Hardware/usb",
		"Hardware/net*",
		"Hardware/venet*",
	),
);
const guestCpu = dropped(
	"guestCpu",
	...inList(
		...under("Hardware/cpu", "cores", "VT-x", "hotplug", "accl", "mode", "cpuunits", "ioprio", "iolimit"),
		"Hardware/memory/hotplug",
	),
);
const guestDiskSettings = dropped(
	"guestDiskSettings",
	...inList(...under("Hardware/hdd*", "enabled", "port", "image", "type", "subtype", "mnt")),
);

const frame = dropped("sectionHeader", "schema", "section", "script", "collected");

export const openvz7Fields: ReportFields = {
	"manifest.json": [
		read("hostIdentifier", "host_uuid"),
		dropped("manifest", "schema", "product", "product_release", "client", "created", "period", "sections"),
	],
	"hardware.json": [
		kept("serverMaker", "system/vendor"),
		kept("numaNodes", "numa_nodes"),
		dropped("serverIdentity", "system/product", "system/version", "system/serial", "system/uuid"),
		dropped("boardAndDevices", "board", "bios", "virtualized", "dimms", "pci"),
		frame,
	],
	"network.json": [
		kept("networkCards", "nics/driver", "nics/speed"),
		read("networkCardNames", "nics/name"),
		kept("bonds", "bonds/proc"),
		kept("teams", "teams"),
		dropped("networkCardSettings", "nics/duplex", "nics/state", "nics/mac", "nics/mtu", "bonds/name"),
		dropped("networkNames", "hostname", "addresses", "bridges", "vlans", "vnetworks", "ipv6", "firewall"),
		frame,
	],
	"memory.json": [
		kept("memoryTotals", "meminfo/MemTotal", "meminfo/SwapTotal"),
		kept("memoryPolicy", "vcmmd_policy"),
		dropped(
			"memoryUseAndSharing",
			...under(
				"meminfo",
				"MemFree",
				"MemAvailable",
				"Buffers",
				"Cached",
				"SwapFree",
				"AnonPages",
				"Slab",
				"AnonHugePages",
			),
			"meminfo/Huge*",
			"unit",
			"pfcache",
			"ksm",
		),
		frame,
	],
	"cpu.json": [
		kept("cpuModel", ...under("lscpu", "Vendor ID", "Model name", "BIOS Vendor ID", "BIOS Model name")),
		kept(
			"cpuCounts",
			...under("lscpu", "CPU(s)", "On-line CPU(s) list", "Core(s) per socket", "Socket(s)", "CPU socket(s)"),
			...under("lscpu", "Core(s) per cluster", "Cluster(s)"),
		),
		dropped(
			"cpuDetailsOpenvz7",
			...under(
				"lscpu",
				"Architecture",
				"CPU op-mode(s)",
				"Byte Order",
				"Thread(s) per core",
				"NUMA *",
				"CPU family",
				"Model",
				"Stepping",
				"CPU MHz",
				"CPU max MHz",
				"CPU min MHz",
				"BogoMIPS",
				"Virtualization",
				"L1d cache",
				"L1i cache",
				"L2 cache",
				"L3 cache",
			),
			"microcode",
			"loadavg",
		),
		frame,
	],
	"disks.json": [
		kept("disks", ...under("lsblk_P_b", "SIZE", "ROTA", "TRAN", "VENDOR", "MODEL")),
		read("diskRelations", ...under("lsblk_P_b", "NAME", "TYPE", "PKNAME", "RM", "WWN", "SERIAL")),
		kept("disksAsJson", "lsblk_J"),
		kept("containerFilesystem", "vz/fstype"),
		dropped("diskIdentity", ...under("lsblk_P_b", "KNAME", "REV", "FSTYPE", "MOUNTPOINT")),
		dropped("diskUse", "vz/size_kb", "vz/used_kb", "md", "smart"),
		frame,
	],
	"libvirt_guests.json": [
		kept("vmState", ...inList("State", "OS")),
		kept("vmSize", ...inList("Hardware/cpu/cpus", "Hardware/cpu/sockets", "Hardware/memory/size")),
		guestType,
		guestIdentity,
		guestOptions,
		guestCpu,
		guestDevices,
		dropped("vmDisks", ...inList("Hardware/hdd*")),
		frame,
	],
	"libvirt_stats.json": [
		kept("vmSoftware", "libvirt", "qemu"),
		dropped(
			"vmCommonSettings",
			"domains",
			"machine_types",
			"disk_bus",
			"disk_format",
			"nic_model",
			"firmware",
			"cpu_mode",
			"nested",
			"pools",
			"nwfilters",
		),
		frame,
	],
	"ves_content.json": [
		kept("containerTemplate", "containers/ostemplate"),
		kept("containerProcesses", "containers/top"),
		dropped(
			"containerContents",
			"containers/ctid",
			"containers/templates",
			"containers/nr_packages",
			"containers/init",
		),
		frame,
	],
	"ves.json": [
		kept("containerState", ...inList("State")),
		kept("containerLimits", ...inList("Hardware/cpu/cpus", "Hardware/memory/size", "Hardware/hdd*/size")),
		guestType,
		dropped("containerSystem", ...inList("OS")),
		guestIdentity,
		guestOptions,
		guestCpu,
		dropped("containerSockets", ...inList("Hardware/cpu/sockets")),
		guestDevices,
		guestDiskSettings,
		dropped("containersByVzlist", "vzlist_j"),
		frame,
	],
	"services.json": [kept("services", "enabled"), dropped("otherServices", "disabled_count", "static_count"), frame],
	"packages.json": [kept("packages", "rpm_qa"), kept("packageCount", "total"), dropped("repositories", "repos"), frame],
	"clusters.json": [
		kept("cluster", "shaman", "vstorage", "other"),
		dropped("clusterAgents", "cpupool", "pva_agent"),
		frame,
	],
	"cgroups.json": [
		kept("controllers", "proc_cgroups"),
		kept("ioLimits", "containers/beancounter.iolimit.speed", "containers/beancounter.iopslimit.speed"),
		dropped("containerUse", "containers/ctid", "containers/memory.*", "containers/cpu.*", "containers/blkio.weight"),
		frame,
	],
	"simfs.json": [
		kept("layouts", "layouts"),
		read("mounts", "proc_mounts"),
		dropped("mountCounts", "mounts", "ploop_images", "ploop_size_kb", "ploop_used_kb"),
		frame,
	],
	"static.json": [
		kept("kernel", "uname_rm"),
		kept("releases", "releases"),
		kept("livePatches", "readykernel/installed", "readykernel/loaded"),
		kept("guestCounts", "counters"),
		dropped("hostSettings", "readykernel/autoupdate", "timezone", "selinux", "uptime"),
		dropped("serverSettings", "prlsrvctl_info_j", "vz_conf"),
		frame,
	],
};
