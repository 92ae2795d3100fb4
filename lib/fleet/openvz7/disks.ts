/**
 * The section disks. The devices are a tree; `lsblk -P` of EL7 prints it flat, `lsblk -J` of EL8 and EL9 nested, with
 * strings or with numbers and booleans.
 */
import { bytesOf, type Drive } from "../drives";
import { varying } from "../holes";
import { pick } from "../random";
import type { Host } from "./host";

interface Device {
	name: string;
	type: "disk" | "part" | "lvm" | "raid1" | "rom" | "mpath";
	size: number;
	rotates: boolean;
	transport?: string;
	vendor?: string;
	model?: string;
	revision?: string;
	serial?: string;
	fstype?: string;
	mountpoint?: string;
	kernelName?: string;
	children?: Device[];
}

const columns = [
	"NAME",
	"KNAME",
	"PKNAME",
	"TYPE",
	"SIZE",
	"ROTA",
	"TRAN",
	"VENDOR",
	"MODEL",
	"REV",
	"SERIAL",
	"FSTYPE",
	"MOUNTPOINT",
];

function cells(device: Device, parent: string): string[] {
	const { name, kernelName = name, type, size, rotates } = device;
	const { transport = "", vendor = "", model = "", revision = "", serial = "", fstype = "", mountpoint = "" } = device;
	const fixed = [name, kernelName, parent, type, String(size), rotates ? "1" : "0"];
	return [...fixed, transport, vendor, model, revision, serial, fstype, mountpoint];
}

function pairs(device: Device, parent = ""): string[] {
	const line = cells(device, parent)
		.map((cell, i) => `${columns[i]}="${cell}"`)
		.join(" ");
	return [line, ...(device.children ?? []).flatMap((child) => pairs(child, device.kernelName ?? device.name))];
}

function nested(device: Device, typed: boolean, parent = ""): Record<string, unknown> {
	const entries = cells(device, parent).map(
		(cell, i) => [columns[i]?.toLowerCase(), cell === "" ? null : cell] as const,
	);
	return {
		...Object.fromEntries(entries),
		...(typed ? { size: device.size, rota: device.rotates } : {}),
		...(device.children
			? { children: device.children.map((child) => nested(child, typed, device.kernelName ?? device.name)) }
			: {}),
	};
}

const hexDigits = (text: string, i: number) => `${text.slice(i % 6)}${String(i).padStart(4, "0")}`.toUpperCase();

function driveDevice(drive: Drive, name: string, serial: string): Device {
	const nvme = drive.kind === "nvme";
	return {
		name,
		type: "disk",
		size: bytesOf(drive.gb),
		rotates: drive.kind === "hdd",
		transport: drive.transport,
		vendor: nvme ? "" : drive.vendor.padEnd(8),
		model: nvme ? drive.model.padEnd(40) : drive.model.slice(0, 16),
		revision: nvme ? "" : drive.revision,
		serial,
	};
}

/** Boot partition, root and /vz on the first disk, as the installer lays them out. */
function layOut(host: Host, devices: Device[], fstype: string): void {
	const [first, second] = devices;
	if (!first) return;
	const dash = /\d$/.test(first.name) && first.name.startsWith("nvme") ? "p" : "";
	const part = (n: number, size: number, more: Partial<Device>): Device => ({
		name: `${first.name}${dash}${n}`,
		type: "part",
		size,
		rotates: first.rotates,
		...more,
	});
	const vz: Device = {
		name: `openvz_${host.node.replaceAll("-", "--")}-vz`,
		kernelName: "dm-2",
		type: "lvm",
		size: Math.round(first.size * 0.88),
		rotates: first.rotates,
		fstype,
		mountpoint: "/vz",
	};
	const member = host.machine.md && second ? "linux_raid_member" : "LVM2_member";
	const array: Device = {
		name: "md127",
		type: "raid1",
		size: vz.size,
		rotates: first.rotates,
		fstype: "LVM2_member",
		children: [vz],
	};
	first.children = [
		part(1, 1_073_741_824, { fstype: "ext4", mountpoint: "/boot" }),
		part(3, Math.round(first.size * 0.95), { fstype: member, children: member === "LVM2_member" ? [vz] : [array] }),
	];
}

function devicesOf(host: Host): Device[] {
	const { machine, draw, digits } = host;
	const letters = (i: number) =>
		(i < 26 ? "" : String.fromCharCode(96 + Math.floor(i / 26))) + String.fromCharCode(97 + (i % 26));
	let scsi = 0;
	let nvme = 0;
	const sd = () => `sd${letters(scsi++)}`;
	const volumes: Device[] = machine.raid.map(({ vendor, model, bytes }) => ({
		name: sd(),
		type: "disk",
		size: bytes,
		rotates: true,
		vendor,
		model,
		revision: "4.68",
		serial: `00${digits.slice(0, 4)}`,
	}));
	const drives = machine.drives.map((drive, i) =>
		driveDevice(drive, drive.kind === "nvme" ? `nvme${nvme++}n1` : sd(), `S45N${hexDigits(digits, i)}`),
	);
	const disks: Device[] = machine.virtual
		? [{ name: draw("xen") < 0.2 ? "xvda" : "vda", type: "disk", size: 107_374_182_400, rotates: true }]
		: [...volumes, ...drives];
	if (disks.length === 0)
		disks.push({
			name: "sda",
			type: "disk",
			size: 240_057_409_536,
			rotates: false,
			transport: "sata",
			vendor: "ATA     ",
			model: "INTEL SSDSC2BB24",
		});
	const fstype = pick(draw("vz filesystem"), [
		["ext4", 93],
		["xfs", 6],
		["btrfs", 1],
	] as const);
	layOut(host, disks, fstype);
	for (let i = 0; i < machine.san; i++) {
		const path: Device = { name: "mpatha", kernelName: "dm-5", type: "mpath", size: 2_199_023_255_552, rotates: true };
		disks.push({
			...path,
			name: sd(),
			kernelName: undefined,
			type: "disk",
			transport: "fc",
			vendor: "NETAPP  ",
			model: "LUN C-Mode      ",
			revision: "9300",
			serial: "80AAA",
			children: [path],
		});
	}
	if (draw("removable") < 0.04)
		disks.push({
			name: sd(),
			type: "disk",
			size: 15_518_924_800,
			rotates: true,
			transport: "usb",
			vendor: "SanDisk ",
			model: "Cruzer Fit      ",
			revision: "1.27",
		});
	if (draw("optical") < 0.12)
		disks.push({
			name: "sr0",
			type: "rom",
			size: 1_073_741_312,
			rotates: true,
			transport: "sata",
			vendor: "TSSTcorp",
			model: "DVD-ROM SN-108BB",
			revision: "D100",
		});
	return disks;
}

export function disks(host: Host): Record<string, unknown> {
	const { machine, guests, software, draw } = host;
	const ploops: Device[] = guests.containers
		.filter(({ state, layout }) => state === "running" && layout === "ploop")
		.map(({ diskMb }, i) => ({
			name: `ploop${28_261 + i * 8}`,
			type: "disk",
			size: diskMb * 1_048_576,
			rotates: true,
		}));
	const devices = [...devicesOf(host), ...ploops];
	const vzKb = Math.round((devices[0]?.size ?? 0) / 1200);
	return {
		...(software.major === 7
			? { lsblk_P_b: devices.flatMap((device) => pairs(device)) }
			: { lsblk_J: { blockdevices: devices.map((device) => nested(device, software.major === 9)) } }),
		vz: {
			fstype: pick(draw("vz filesystem"), [
				["ext4", 93],
				["xfs", 6],
				["btrfs", 1],
			] as const),
			size_kb: vzKb,
			used_kb: varying(({ next }) => Math.round(vzKb * (0.2 + draw("vz used") * 0.6 + next() * 0.02))),
		},
		md: machine.md ? [{ name: "md127", level: "raid1", devices: 2, state: "clean" }] : [],
		smart: machine.drives.map((drive, i) => ({
			dev: drive.kind === "nvme" ? `nvme${i}n1` : `sd${String.fromCharCode(97 + (i % 26))}`,
			model: drive.model,
			rotation: drive.kind === "hdd" ? "7200 rpm" : "Solid State Device",
			form: drive.kind === "hdd" ? "3.5 inches" : "2.5 inches",
			health: "PASSED",
			power_on_hours: varying(({ at }) =>
				Math.max(1, Math.round((1970 + at / 31_557_600_000 - machine.bought) * 8766)),
			),
		})),
	};
}
