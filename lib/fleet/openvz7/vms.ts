/** The sections of virtual machines: libvirt_guests (each of them) and libvirt_stats (their totals). */

import { varying } from "../holes";
import type { VirtualMachine } from "../virtual-machines";
import type { Host } from "./host";

function prlctlMachine(vm: VirtualMachine, index: number, { domain, software }: Host): Record<string, unknown> {
	const { id, name, state, os, mac, cpus, memoryMb, diskMb, tools, efi, started } = vm;
	const home = `/vz/vmprivate/${id}/`;
	const device = software.update > 11 ? { state: "connected" } : {};
	const windows = os.startsWith("win");
	return {
		ID: id,
		EnvID: vm.envId,
		Name: name,
		Description: "",
		Type: "VM",
		State: state,
		OS: os,
		Template: vm.template ? "yes" : "no",
		Uptime: state === "running" ? varying(({ at }) => String(Math.max(60, Math.round((at - started) / 1000)))) : "0",
		Home: home,
		Owner: "root",
		GuestTools: tools === "not_installed" ? { state: tools } : { state: tools, version: `7.${software.update}-4.vz7` },
		"GuestTools autoupdate": "on",
		Autostart: "on",
		Autostop: "suspend",
		Autocompact: "off",
		"Boot order": "hdd0 cdrom0 net0 ",
		"EFI boot": efi ? "on" : "off",
		"Allow select boot device": "off",
		"External boot device": "",
		"On guest crash": "restart",
		"Remote display": { mode: "auto", port: 5900 + index, address: "0.0.0.0" },
		"Remote display state": state === "running" ? "running" : "stopped",
		Hardware: {
			cpu: {
				sockets: 1,
				cpus,
				cores: cpus,
				"VT-x": true,
				hotplug: false,
				accl: "high",
				mode: "64",
				cpuunits: 1000,
				ioprio: 4,
				iolimit: "0",
			},
			memory: { size: `${memoryMb}Mb`, hotplug: false },
			video: { size: "32Mb", "3d acceleration": "off", "vertical sync": "yes" },
			memory_guarantee: { auto: true },
			hdd0: {
				enabled: true,
				...device,
				port: "scsi:0",
				image: `${home}harddisk.hdd`,
				type: "expanded",
				size: `${diskMb}Mb`,
				subtype: windows ? "hyperv" : "virtio-scsi",
			},
			cdrom0: { enabled: true, ...device, port: "ide:0", image: "" },
			usb: { enabled: true },
			net0: {
				enabled: true,
				...device,
				dev: `vme${mac.toLowerCase()}`,
				network: "Bridged",
				mac,
				card: "virtio",
				ips: `192.0.2.${(index % 250) + 1}/255.255.255.0 `,
				gw: "192.0.2.1",
			},
		},
		...(software.major > 7 ? { Chipset: { type: "i440fx", version: 12 } } : {}),
		SmartMount: { enabled: false },
		"Disabled Windows logo": "on",
		"Nested virtualization": "off",
		"Offline management": { enabled: false },
		Hostname: `${name}.${domain}`,
		"High Availability": { enabled: "yes", prio: 0 },
	};
}

export function vmGuests(host: Host): Record<string, unknown> {
	return { prlctl_list_aij: host.guests.vms.map((vm, i) => prlctlMachine(vm, i, host)) };
}

export function libvirt({ guests, software, draw }: Host): Record<string, unknown> {
	const { vms } = guests;
	const count = (holds: (vm: VirtualMachine) => boolean) => vms.filter(holds).length;
	const all = vms.length;
	const versions =
		software.update < 8
			? ["3.9.0", "2.10.0-21.7.vz7.54.6"]
			: software.update < 13
				? ["4.5.0", "2.12.0-18.6.3.vz7.21.6"]
				: software.major === 7
					? ["5.6.0", "4.2.0-13.12.vz7.44"]
					: ["8.0.0", "6.2.0-22.vz9.7.2"];
	return {
		libvirt: versions[0],
		qemu: versions[1],
		domains: {
			running: count(({ state }) => state === "running"),
			"shut off": count(({ state }) => state === "stopped" || state === "suspended"),
			paused: count(({ state }) => state === "paused"),
		},
		machine_types: { "pc-i440fx-vz7.12.0": all },
		disk_bus: { scsi: all },
		disk_format: { qcow2: all },
		nic_model: { virtio: all },
		firmware: { bios: count(({ efi }) => !efi), efi: count(({ efi }) => efi) },
		cpu_mode: { "host-passthrough": 0, custom: all },
		nested: draw("nested") < 0.03,
		pools: [{ type: "dir", path: "/vz/vmprivate" }],
		nwfilters: 3,
	};
}
