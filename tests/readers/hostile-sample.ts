/**
 * The samples with every private field holding a marker, to search for in all that is kept, shown and
 * logged. `fields` are those nobody looks at, so that the facts must be those of the samples; `names` are those that
 * rules look at too, filled with what no rule may let through.
 */
import type { Product } from "#lib/product";
import { sampleFiles } from "./sample";

type Tree = Record<string, unknown>;

const mark = (field: string) => `PRIVATE-${field.replace(/[^A-Za-z0-9]+/g, "-")}`;

/** What of the markers and of the samples' own private strings is in a text, in any case and spelling of `-`. */
export function privateIn(text: string): string[] {
	const lower = text.toLowerCase();
	const markers = lower.match(/private[-_.][a-z0-9-]+/g) ?? [];
	return [...new Set([...markers, ...ownStrings.filter((own) => lower.includes(own.toLowerCase()))])];
}

/** What is private in the samples as they are. */
export const ownStrings: readonly string[] = [
	...[
		"node17",
		"example.net",
		"example.com",
		"node03",
		"vg_node",
		"openvz_node17",
		"crm-prod",
		"win-ad01",
		"ad01.corp",
	],
	...["web1", "db1.", "old-shop", "test-u18", "acme", "seedunlimited", "1203556421", "1203556422"],
	...["0f5c3f6e-8f1d-4a0e-9c7e-3a6d2b1c4e55", "b8cb6d99", "2afb2aa2", "26bc47f6", "ca359295", "0cc47a000000"],
	...["192.0.2.", "2001:db8", "00:00:5e", "001c42", "vme001", "S45NNE0M000001", "S439NA0M000002", "00d0b0"],
	...["S000000X0000000", "NM000S000000", "/vz/private", "/vz/vmprivate", "/vz/backups", "Europe/Paris", "ploop28261"],
	...["br0", "virbr1", "eno1", "eno2", "bond0", "openvz-updates"],
];

/** Paths of private fields by member: `*` is each of a list, `+` adds one to it, `%` each of an object's own. */
const privateFields: Readonly<Record<string, readonly string[]>> = {
	"manifest.json": ["client", "product_release", "created", "period", "sections/+"],
	"hardware.json": [
		...["system/serial", "system/uuid", "system/product", "system/version", "system/asset_tag", "system/sku"],
		...["board/vendor", "board/product", "board/serial", "bios/vendor", "bios/version", "bios/date"],
		...["dimms/*/serial", "dimms/*/type", "pci/*/driver", "pci/*/vendor", "virtualized", "collected", "script"],
	],
	"network.json": [
		...["hostname", "domain", "dns", "nics/*/name", "nics/*/mac", "nics/*/state", "nics/*/duplex", "bonds/*/name"],
		...["bridges/*/name", "bridges/*/ports/+", "vnetworks/*/Network ID", "vnetworks/*/Bound To", "vnetworks/*/Bridge"],
		...["addresses/+", "gateway", "firewall"],
	],
	"memory.json": ["unit", "collected"],
	"cpu.json": ["microcode", "lscpu/Flags", "lscpu/BIOS Vendor ID", "lscpu/Hypervisor vendor"],
	"disks.json": ["smart/*/dev", "smart/*/model", "smart/*/serial", "smart/*/wwn", "smart/*/health", "md/+"],
	"libvirt_guests.json": [
		...["ID", "EnvID", "Name", "Description", "Uptime", "Home", "Owner", "Hostname", "Backup path"].map(guest),
		...["DNS Servers", "Search Domains", "Features", "Boot order", "External boot device", "Autostart"].map(guest),
		...["GuestTools/version", "Remote display/address", "Remote display/password", "High Availability/prio"].map(guest),
		...["hdd0/image", "hdd0/serial", "hdd0/port", "cdrom0/image", "net0/dev", "net0/network", "net0/mac"].map(device),
		...["net0/ips", "net0/gw", "net1/mac", "usb/name"].map(device),
	],
	"libvirt_stats.json": ["machine_types/%", "pools/*/path", "pools/*/name", "disk_bus/%", "nic_model/%", "cpu_mode/%"],
	"ves_content.json": ["containers/*/ctid", "containers/*/templates/+", "containers/*/init", "containers/*/name"],
	"ves.json": [
		...["ID", "EnvID", "Name", "Description", "Uptime", "Home", "Owner", "Hostname", "DNS Servers"].map(guest),
		...["hdd0/image", "hdd0/mnt", "venet0/ips", "venet0/type"].map(device),
		...["ctid", "name", "hostname", "ip", "private", "root", "description", "ostemplate", "distribution"].map(
			(field) => `vzlist_j/*/${field}`,
		),
	],
	"services.json": ["enabled/+"],
	"packages.json": ["rpm_qa/+", "repos/+"],
	"clusters.json": ["shaman/cluster", "shaman/nodes", "vstorage/name", "vstorage/path", "cpupool"],
	"cgroups.json": ["containers/*/ctid", "containers/*/path"],
	"simfs.json": ["proc_mounts/+", "mounts/%"],
	"static.json": [
		...["timezone", "selinux", "prlsrvctl_info_j/ID", "prlsrvctl_info_j/Hostname", "prlsrvctl_info_j/VM home"],
		...["prlsrvctl_info_j/Backup path", "prlsrvctl_info_j/Default backup storage", "prlsrvctl_info_j/Version"],
		...["license/serial", "license/hardware_id", "license/user", "license/organization", "license/key_number"],
		...["migration/target_address", "migration/target_private", "migration/task_uuid", "vz_conf/DEF_OSTEMPLATE"],
		...["vz_conf/VE_PRIVATE", "releases/motd"],
	],
};

function guest(field: string): string {
	return `prlctl_list_aij/*/${field}`;
}

function device(field: string): string {
	return `prlctl_list_aij/*/Hardware/${field}`;
}

/** Fields that rules look at, with what their owner may have written there. */
const privateNames: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
	"hardware.json": { "system/vendor": "PRIVATE-maker Inc." },
	"network.json": {
		"nics/*/driver": "PRIVATE-driver",
		"bonds/*/proc": "Bonding Mode: PRIVATE-mode\nSlave Interface: PRIVATE-slave\n",
		teams: [{ name: "PRIVATE-team", state: { setup: { runner_name: "PRIVATE-runner" } } }],
	},
	"memory.json": { "vcmmd_policy/runtime": "PRIVATE-policy" },
	"cpu.json": {
		"lscpu/Vendor ID": "PRIVATE-cpu-vendor",
		"lscpu/Model name": "Intel(R) Xeon(R) CPU PRIVATE-cpu @ 2.10GHz",
	},
	"disks.json": {
		lsblk_P_b: [
			'NAME="sda" KNAME="sda" PKNAME="" TYPE="disk" SIZE="960197124096" ROTA="0" TRAN="sata" VENDOR="ATA     " MODEL="PRIVATE-model" SERIAL="PRIVATE-serial" MOUNTPOINT="/PRIVATE-mount"',
			'NAME="sdb" KNAME="sdb" PKNAME="" TYPE="disk" SIZE="960197124096" ROTA="1" TRAN="sas" VENDOR="PRIVATE-vendor" MODEL="SAMSUNG PRIVATE-model" SERIAL="PRIVATE-serial" LABEL="PRIVATE-label"',
			'NAME="PRIVATE-volume" KNAME="dm-2" PKNAME="sda" TYPE="lvm" SIZE="850000000000" ROTA="0" FSTYPE="PRIVATE-fs"',
		],
		"vz/fstype": "PRIVATE-fs",
	},
	"libvirt_guests.json": { [guest("OS")]: "PRIVATE-os", [guest("State")]: "PRIVATE-state" },
	"libvirt_stats.json": { libvirt: "4.5.0-PRIVATE-build", qemu: "PRIVATE-qemu" },
	"ves_content.json": {
		"containers/*/ostemplate": ".centos-7-x86_64-PRIVATE-template",
		"containers/+": { ostemplate: "PRIVATE-template", top: [[1, "PRIVATE-daemon"], "PRIVATE-daemon"] },
		"containers/*/top": [
			[9, "PRIVATE-daemon"],
			[8, "nginx PRIVATE-argument"],
			[7, "httpd"],
		],
	},
	"ves.json": { [guest("State")]: "PRIVATE-state", [guest("Hardware/memory/size")]: "PRIVATE-size" },
	"services.json": {
		enabled: ["PRIVATE-agent.service", "sshd@PRIVATE-instance.service", "sshd.service", "sshd.PRIVATE-type"],
	},
	"packages.json": {
		rpm_qa: [
			"PRIVATE-tools-1.0-1.noarch",
			"vzctl-PRIVATE-version-1.vz7.x86_64",
			"vzctl-7.0.205.5-PRIVATE.release.x86_64",
			"vzkernel-3.10.0-957.12.2.vz7.96.21.PRIVATE-build.x86_64",
		],
	},
	"cgroups.json": { proc_cgroups: "#subsys_name\thierarchy\tnum_cgroups\tenabled\nPRIVATE-controller\t1\t1\t1\n" },
	"simfs.json": {
		layouts: { "PRIVATE-layout": 2 },
		proc_mounts: ["server.PRIVATE-host:/PRIVATE-export /vz PRIVATE-fs rw 0 0"],
	},
	"static.json": {
		uname_rm: "3.10.0-957.12.2.vz7.96.21.PRIVATE-build x86_64",
		"releases/openvz-release": "OpenVZ release PRIVATE-release",
		"releases/virtuozzo-release": "Virtuozzo release 7.0.11-PRIVATE-build (1)",
		"releases/redhat-release": "PRIVATE-distribution Linux release 7.6",
		"readykernel/installed": "readykernel-patch-PRIVATE-patch",
	},
};

/** The sample with markers in what nobody looks at: its facts are those of the sample. */
export function withPrivateFields(product: Product): Record<string, string> {
	const files = sampleFiles(product);
	if (product === "legacy") return { ...files, ...legacyFields(files), "PRIVATE-member": "PRIVATE-content" };
	const hostile = Object.entries(files).map(([member, content]) => {
		const tree = JSON.parse(content) as Tree;
		if (member === "disks.json") tree.lsblk_P_b = (tree.lsblk_P_b as string[]).map(withSerials);
		if (member === "network.json") for (const bond of tree.bonds as Tree[]) bond.proc = withAddresses(bond.proc);
		for (const path of privateFields[member] ?? []) set(tree, path.split("/"), mark(path.split("/").at(-2) + path));
		return [member, JSON.stringify(withUnknownFields(tree))];
	});
	return { ...Object.fromEntries(hostile), "PRIVATE-member.json": '{"PRIVATE-key":"PRIVATE-content"}' };
}

/** And in what the rules look at. */
export function withPrivateNames(product: Product): Record<string, string> {
	const files = withPrivateFields(product);
	if (product === "legacy") return { ...files, ...legacyNames };
	for (const [member, values] of Object.entries(privateNames)) {
		const tree = JSON.parse(files[member] ?? "{}") as Tree;
		for (const [path, value] of Object.entries(values)) set(tree, path.split("/"), value);
		files[member] = JSON.stringify(tree);
	}
	return files;
}

function set(node: unknown, [key = "", ...rest]: readonly string[], value: unknown): void {
	if (Array.isArray(node)) {
		if (key === "+") node.push(value);
		if (key === "*") for (const item of node) set(item, rest, value);
		return;
	}
	const tree = node as Tree;
	if (key === "%") tree[String(value)] = 1;
	else if (rest.length === 0) tree[key] = value;
	else {
		tree[key] ??= rest[0] === "+" ? [] : {};
		set(tree[key], rest, value);
	}
}

/** Every object gets a field that no reader knows. */
function withUnknownFields(node: unknown): unknown {
	if (Array.isArray(node)) return node.map(withUnknownFields);
	if (typeof node !== "object" || node === null) return node;
	const own = Object.entries(node).map(([key, value]) => [key, withUnknownFields(value)]);
	return { ...Object.fromEntries(own), "PRIVATE-key": "PRIVATE-value" };
}

function withSerials(line: string): string {
	return line
		.replace(/SERIAL="[^"]*"/, 'SERIAL="PRIVATE-serial" WWN="PRIVATE-wwn" LABEL="PRIVATE-label" UUID="PRIVATE-uuid"')
		.replace(/MOUNTPOINT="[^"]*"/, 'MOUNTPOINT="/PRIVATE-mount"')
		.replace("openvz_node17-vz", "PRIVATE-volume");
}

function withAddresses(proc: unknown): string {
	return String(proc).replace(/^(Slave Interface|Permanent HW addr|Link Failure Count): .*$/gm, "$1: PRIVATE-slave");
}

function legacyFields(files: Record<string, string>): Record<string, string> {
	return {
		df: "Filesystem 1K-blocks Used Available Use% Mounted on\n/dev/mapper/vg_PRIVATE-host-lv_vz\n 1 1 1 35% /PRIVATE-mount\n",
		"collect.log": "== vzstats 0.5.1 ==\n/PRIVATE-path: PRIVATE-error\n",
		lspci: "PRIVATE-card",
		cpuinfo: (files.cpuinfo ?? "").replace(/^flags.*$/gm, "flags\t\t: PRIVATE-flag\nserial\t\t: PRIVATE-serial"),
		meminfo: `${files.meminfo}PRIVATE-zone: 1 kB\n`,
		uname: `${(files.uname ?? "").trim()} PRIVATE-host\n`,
		"vzversion-rpm": `${files["vzversion-rpm"]}PRIVATE-tools-1.0-1.noarch\n`,
		"vzversion-deb": "ii  PRIVATE-tools  1.0  PRIVATE description\n",
	};
}

const legacyNames: Readonly<Record<string, string>> = {
	cpuinfo: "processor : 0\nvendor_id : PRIVATE-cpu-vendor\nmodel name : Intel(R) Xeon(R) CPU PRIVATE-cpu @ 2.67GHz\n",
	fs: "PRIVATE-fs\n",
	uname: "2.6.32-042stab076.8.PRIVATE-build x86_64\n",
	lsbrelease: "Distributor ID:\tPRIVATE-distribution\nRelease:\t6.0-PRIVATE\nCodename:\tPRIVATE-name\n",
	osrelease: "==> /etc/PRIVATE-release <==\nPRIVATE-distribution release 6\n",
	ostemplates: "PRIVATE-template-v3\ncentos-6-x86_64-PRIVATE-template\nPRIVATE template with words\n-\n",
	"top-ps": "----\n13 PRIVATE-daemon\n12 httpd\n----\n5 PRIVATE-daemon PRIVATE-argument\n",
	vzlist: "PRIVATE-state   PRIVATE-layout    yes\nrunning   ploop    PRIVATE-vswap\nrunning\nPRIVATE\n",
	"vzversion-rpm": "vzctl-PRIVATE-1.x86_64\nvzctl-4.3-PRIVATE.x86_64\nvzctl-PRIVATE-tools-4.9-1.noarch\n",
	"vzversion-deb": "ii  vzctl  3.0.24-PRIVATE  PRIVATE\n",
	"vzversion-gentoo": "sys-cluster/vzctl-4.3.1_PRIVATE\n",
	"vzversion-arch": "vzctl PRIVATE-1\n",
};
