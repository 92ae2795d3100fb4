/** The sections of guests: each container and virtual machine as prlctl lists it, what is in it, and their totals. */
import { form, jsonForm, jsonList } from "../form";
import type { Container } from "../guests";
import { systemOf } from "../templates";
import type { Host } from "./host";
import type { Write } from "./sections";

/** EZ templates carry a leading dot. */
const templateOf = ({ template }: Container) => (/^[a-z]+-[\d.]+-x86/.test(template) ? `.${template}` : template);
const isRunning = ({ state }: { state: string }) => state === "running";
const count = <T>(list: readonly T[], holds: (item: T) => boolean) => list.filter(holds).length;
const uptime = (guest: { state: string; started: number }, at: number) =>
	isRunning(guest) ? Math.max(60, Math.round((at - guest.started) / 1000)) : 0;

/** Tools newer than update 11 print whether a device is connected. */
const byTools = (text: string) => [jsonForm(text.replaceAll('"state": "connected", ', "")), jsonForm(text)] as const;
const prints = <T>([older, newer]: readonly [T, T], { software }: Host) => (software.update > 11 ? newer : older);

const containerForms = byTools(`{
	"ID": "$id", "EnvID": "$id", "Name": "$name", "Description": "", "Type": "CT", "State": "$state", "OS": "$os",
	"Template": "no", "Uptime": "$uptimeSeconds", "Home": "/vz/private/$id", "Owner": "root",
	"GuestTools": {"state": "possibly_installed"}, "GuestTools autoupdate": "on", "Autostart": "on",
	"Autostop": "suspend", "Autocompact": "on", "Boot order": "", "EFI boot": "off", "Allow select boot device": "off",
	"External boot device": "", "Remote display": {"mode": "off", "address": "0.0.0.0"},
	"Remote display state": "stopped",
	"Hardware": {
		"cpu": {"sockets": 1, "cpus": "$cores", "cores": "$cores", "VT-x": true, "hotplug": true, "accl": "high",
			"mode": "64", "cpuunits": 1000, "ioprio": 4},
		"memory": {"size": "$memoryMbMb", "hotplug": true},
		"video": {"size": "0Mb", "3d acceleration": "off", "vertical sync": "yes"},
		"memory_guarantee": {"auto": true},
		"hdd0": {"enabled": true, "state": "connected", "port": "scsi:0", "image": "/vz/private/$id/$image",
			"type": "expanded", "size": "$diskMbMb", "mnt": "/", "subtype": "virtio-scsi"},
		"venet0": {"enabled": true, "type": "routed", "ips": "192.0.2.$octet "}
	},
	"Features": "", "Disabled Windows logo": "on", "Nested virtualization": "off",
	"Offline management": {"enabled": false}, "Hostname": "$name.$domain", "DNS Servers": "192.0.2.53",
	"High Availability": {"enabled": "yes", "prio": 0}
}`);
const vzlistForm = jsonForm(`{
	"ctid": "$id", "status": "$state", "layout": "$layoutNumber", "ostemplate": "$ostemplate",
	"distribution": "$distribution", "physpages": null, "onboot": true, "autostop": "suspend", "cpus": "$cpus",
	"cpulimit": 0, "cpuunits": 1000, "ioprio": 4, "features": null, "ha_enable": "yes", "type": "regular"
}`);
const containersForm = form('{"prlctl_list_aij":$containers,"vzlist_j":$rows}');

export const containerSettings: Write = (host, at) => {
	const write = prints(containerForms, host);
	const { containers } = host.guests;
	return containersForm({
		containers: jsonList(containers, (container, i) =>
			write({
				...{ ...container, domain: host.domain, octet: (i % 250) + 1, os: systemOf(container.template) },
				...{ uptimeSeconds: String(uptime(container, at)), cores: container.cpus === 0 ? "unlimited" : container.cpus },
				...{ memoryMbMb: `${container.memoryMb}Mb`, diskMbMb: `${container.diskMb}Mb` },
				image: container.layout === "ploop" ? "root.hdd" : "fs",
			}),
		),
		rows: jsonList(containers, (container) =>
			vzlistForm({
				...{ ...container, layoutNumber: container.layout === "ploop" ? 5 : 4, ostemplate: templateOf(container) },
				distribution: container.template.split("-")[0],
			}),
		),
	});
};

const vmForms = byTools(`{
	"ID": "$id", "EnvID": "$envId", "Name": "$name", "Description": "", "Type": "VM", "State": "$state", "OS": "$os",
	"Template": "$template", "Uptime": "$uptimeSeconds", "Home": "/vz/vmprivate/$id/", "Owner": "root",
	"GuestTools": "$guestTools", "GuestTools autoupdate": "on", "Autostart": "on", "Autostop": "suspend",
	"Autocompact": "off", "Boot order": "hdd0 cdrom0 net0 ", "EFI boot": "$efi", "Allow select boot device": "off",
	"External boot device": "", "On guest crash": "restart",
	"Remote display": {"mode": "auto", "port": "$port", "address": "0.0.0.0"}, "Remote display state": "$display",
	"Hardware": {
		"cpu": {"sockets": 1, "cpus": "$cpus", "cores": "$cpus", "VT-x": true, "hotplug": false, "accl": "high",
			"mode": "64", "cpuunits": 1000, "ioprio": 4, "iolimit": "0"},
		"memory": {"size": "$memoryMbMb", "hotplug": false},
		"video": {"size": "32Mb", "3d acceleration": "off", "vertical sync": "yes"},
		"memory_guarantee": {"auto": true},
		"hdd0": {"enabled": true, "state": "connected", "port": "scsi:0", "image": "/vz/vmprivate/$id/harddisk.hdd",
			"type": "expanded", "size": "$diskMbMb", "subtype": "$bus"},
		"cdrom0": {"enabled": true, "state": "connected", "port": "ide:0", "image": ""},
		"usb": {"enabled": true},
		"net0": {"enabled": true, "state": "connected", "dev": "vme$device", "network": "Bridged", "mac": "$mac",
			"card": "virtio", "ips": "192.0.2.$octet/255.255.255.0 ", "gw": "192.0.2.1"}
	},
	"SmartMount": {"enabled": false}, "Disabled Windows logo": "on", "Nested virtualization": "off",
	"Offline management": {"enabled": false}, "Hostname": "$name.$domain",
	"High Availability": {"enabled": "yes", "prio": 0}
}`);
const vmsForm = form('{"prlctl_list_aij":$vms}');

export const vmGuests: Write = (host, at) => {
	const write = prints(vmForms, host);
	return vmsForm({
		vms: jsonList(host.guests.vms, (vm, i) =>
			write({
				...{ ...vm, domain: host.domain, octet: (i % 250) + 1, port: 5900 + i, device: vm.mac.toLowerCase() },
				...{ template: vm.template ? "yes" : "no", efi: vm.efi ? "on" : "off", uptimeSeconds: String(uptime(vm, at)) },
				...{
					memoryMbMb: `${vm.memoryMb}Mb`,
					diskMbMb: `${vm.diskMb}Mb`,
					display: isRunning(vm) ? "running" : "stopped",
				},
				bus: vm.os.startsWith("win") ? "hyperv" : "virtio-scsi",
				guestTools: {
					state: vm.tools,
					...(vm.tools === "not_installed" ? {} : { version: `7.${host.software.update}-4.vz7` }),
				},
			}),
		),
	});
};

const libvirtForm = jsonForm(`{
	"libvirt": "$libvirt", "qemu": "$qemu", "domains": {"running": "$running", "shut off": "$off", "paused": "$paused"},
	"machine_types": {"pc-i440fx-vz7.12.0": "$all"}, "disk_bus": {"scsi": "$all"}, "disk_format": {"qcow2": "$all"},
	"nic_model": {"virtio": "$all"}, "firmware": {"bios": "$bios", "efi": "$efi"},
	"cpu_mode": {"host-passthrough": 0, "custom": "$all"}, "nested": "$nested",
	"pools": [{"type": "dir", "path": "/vz/vmprivate"}], "nwfilters": 3
}`);

export const libvirt: Write = ({ guests: { vms }, software: { update, major }, draw }) => {
	const newest = major === 7 ? ["5.6.0", "4.2.0-13.12.vz7.44"] : ["8.0.0", "6.2.0-22.vz9.7.2"];
	const older = update < 8 ? ["3.9.0", "2.10.0-21.7.vz7.54.6"] : ["4.5.0", "2.12.0-18.6.3.vz7.21.6"];
	const [libvirt, qemu] = update < 13 ? older : newest;
	const efi = count(vms, (vm) => vm.efi);
	return libvirtForm({
		...{ libvirt, qemu, all: vms.length, efi, bios: vms.length - efi, running: count(vms, isRunning) },
		off: count(vms, ({ state }) => state === "stopped" || state === "suspended"),
		paused: count(vms, ({ state }) => state === "paused"),
		nested: draw("nested") < 0.03,
	});
};

const contentForm = jsonForm(`{
	"ctid": "$id", "ostemplate": "$ostemplate", "templates": "$applications", "nr_packages": "$packages",
	"init": "$init", "top": "$top"
}`);
const contentsForm = form('{"containers":$containers}');
const applications: Readonly<Record<string, string>> = {
	...{ httpd: "httpd", mysqld: "mysql", mariadbd: "mariadb", "php-fpm": "php", postgres: "postgresql" },
};

export const containerContents: Write = ({ guests }, at) =>
	contentsForm({
		containers: jsonList(guests.containers, (container) =>
			contentForm({
				id: container.id,
				ostemplate: templateOf(container),
				applications: container.processes.flatMap((name) => applications[name] ?? []).sort(),
				packages: 240 + (container.diskMb % 7) * 31,
				init: /^(centos-[56]|debian-[567]|ubuntu-1[024]|scientific)/.test(container.template) ? "sysv" : "systemd",
				top: !isRunning(container)
					? []
					: container.processes.map((name, i) => [Math.ceil((at - container.started + 1) / 1e7 / 4 ** i), name]),
			}),
		),
	});

const controllers = [
	...["cpuset\t8", "cpu\t3", "cpuacct\t3", "memory\t11", "devices\t2", "freezer\t6", "net_cls\t7", "blkio\t4"],
	...["beancounter\t10", "perf_event\t5", "hugetlb\t9", "ve\t12", "pids\t13", "net_prio\t7"],
];
const cgroupForm = jsonForm(`{
	"ctid": "$id", "memory.limit_in_bytes": "$limit", "memory.usage_in_bytes": "$usage",
	"memory.memsw.limit_in_bytes": "$withSwap", "cpu.shares": 1024, "cpu.rate": 0, "cpu.nr_cpus": "$cpus",
	"blkio.weight": 550, "beancounter.iolimit.speed": "$ioLimit", "beancounter.iopslimit.speed": "$iopsLimit"
}`);
const cgroupsForm = form('{"proc_cgroups":"$table","containers":$containers}');

export const cgroups: Write = ({ guests }, _at, next) => {
	const running = guests.containers.filter(isRunning);
	const rows = controllers.map((row) => `${row}\t${running.length + 9}\t1\n`);
	return cgroupsForm({
		table: `#subsys_name\thierarchy\tnum_cgroups\tenabled\n${rows.join("")}`,
		containers: jsonList(running, ({ id, memoryMb, cpus, ioLimit }) =>
			cgroupForm({
				...{ id, cpus, ioLimit, limit: memoryMb * 1_048_576, withSwap: memoryMb * 1_572_864 },
				usage: Math.round(memoryMb * 256 * (0.2 + next() * 0.75)) * 4096,
				iopsLimit: ioLimit > 10_485_760 ? 300 : 0,
			}),
		),
	});
};

const simfsForm = jsonForm(`{
	"layouts": {"3": 0, "4": "$simfs", "5": "$ploop"}, "mounts": {"simfs": "$simfsMounts", "ploop": "$ploopMounts"},
	"proc_mounts": "$mounts", "ploop_images": "$ploop", "ploop_size_kb": "$sizeKb", "ploop_used_kb": "$usedKb"
}`);
const ploopOptions = "rw,relatime,barrier=1,stripe=256,data=ordered,balloon_ino=12,pfcache_csum,pfcache=/vz/pfcache";

/** Device of the ploop image with this number among the running containers. */
export const ploopDevice = (index: number) => `ploop${28_261 + index * 8}`;

export const simfs: Write = ({ guests: { containers } }, _at, next) => {
	const running = containers.filter(isRunning);
	const isPloop = ({ layout }: Container) => layout === "ploop";
	const [ploop, ploopMounts] = [count(containers, isPloop), count(running, isPloop)];
	const sizeKb = containers.filter(isPloop).reduce((sum, { diskMb }) => sum + diskMb * 1024, 0);
	return simfsForm({
		...{ ploop, ploopMounts, simfs: containers.length - ploop, simfsMounts: running.length - ploopMounts },
		...{ sizeKb, usedKb: Math.round(sizeKb * (0.38 + next() * 0.02)) },
		mounts: running.map((container, i) =>
			isPloop(container)
				? `/dev/${ploopDevice(i)}p1 /vz/root/${container.id} ext4 ${ploopOptions} 0 0`
				: `/vz/private/${container.id}/fs /vz/root/${container.id} simfs rw,relatime 0 0`,
		),
	});
};
