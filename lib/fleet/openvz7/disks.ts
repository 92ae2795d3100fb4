/**
 * The section disks. The devices are a tree; `lsblk -P` of EL7 prints it flat, `lsblk -J` of EL8 and EL9 nested, with
 * strings or with numbers and booleans.
 */
import { type Draw, pick } from "../chance";
import { bytesOf } from "../drives";
import { jsonForm } from "../form";
import { yearOf } from "../time";
import { ploopDevice } from "./guest-sections";
import type { Host } from "./host";
import type { Write } from "./sections";

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

const columns = "NAME KNAME PKNAME TYPE SIZE ROTA TRAN VENDOR MODEL REV SERIAL FSTYPE MOUNTPOINT".split(" ");

function cells(device: Device, parent: string): string[] {
	const { name, kernelName = name, type, size, rotates } = device;
	const { transport = "", vendor = "", model = "", revision = "", serial = "", fstype = "", mountpoint = "" } = device;
	const fixed = [name, kernelName, parent, type, String(size), rotates ? "1" : "0"];
	return [...fixed, transport, vendor, model, revision, serial, fstype, mountpoint];
}

function pairs(device: Device, parent = ""): string[] {
	const line = cells(device, parent).map((cell, i) => `${columns[i]}="${cell}"`);
	const children = device.children ?? [];
	return [line.join(" "), ...children.flatMap((child) => pairs(child, device.kernelName ?? device.name))];
}

/** `typed`: whether numbers and booleans are printed as such. */
function nested(device: Device, typed: boolean, parent = ""): Record<string, unknown> {
	const entries = cells(device, parent).map((cell, i) => [columns[i]?.toLowerCase(), cell === "" ? null : cell]);
	const children = device.children?.map((child) => nested(child, typed, device.kernelName ?? device.name));
	return {
		...Object.fromEntries(entries),
		...(typed ? { size: device.size, rota: device.rotates } : {}),
		...(children ? { children } : {}),
	};
}

const vzFilesystem = (draw: Draw) => pick(draw("vz filesystem"), { ext4: 93, xfs: 6, btrfs: 1 });

/** Boot partition, root and /vz on the first disk, as the installer lays them out. */
function layOut({ draw, node, machine }: Host, [first, second]: readonly Device[]): void {
	if (!first) return;
	const { name, rotates } = first;
	const dash = name.startsWith("nvme") ? "p" : "";
	const size = Math.round(first.size * 0.88);
	const vzName = `openvz_${node.replaceAll("-", "--")}-vz`;
	const volume = { name: vzName, kernelName: "dm-2", type: "lvm", size, rotates, fstype: vzFilesystem(draw) } as const;
	const vz: Device = { ...volume, mountpoint: "/vz" };
	const array: Device = { name: "md127", type: "raid1", size, rotates, fstype: "LVM2_member", children: [vz] };
	const isArray = machine.md && second !== undefined;
	const boot = { name: `${name}${dash}1`, type: "part", size: 1_073_741_824, rotates, fstype: "ext4" } as const;
	first.children = [
		{ ...boot, mountpoint: "/boot" },
		{
			...{ name: `${name}${dash}3`, type: "part", size: Math.round(first.size * 0.95), rotates },
			...(isArray ? { fstype: "linux_raid_member", children: [array] } : { fstype: "LVM2_member", children: [vz] }),
		},
	];
}

const usualDisk = { transport: "sata", vendor: "ATA     ", model: "INTEL SSDSC2BB24" };

function devicesOf(host: Host): Device[] {
	const { machine, draw, digits } = host;
	let scsi = 0;
	let nvme = 0;
	const letter = (i: number) => (i < 0 ? "" : String.fromCharCode(97 + (i % 26)));
	const sd = () => `sd${letter(Math.floor(scsi / 26) - 1)}${letter(scsi++)}`;
	const type = "disk" as const;
	const volumes = machine.raid.map(({ vendor, model, bytes }): Device => {
		const volume = { vendor, model, revision: "4.68", serial: `00${digits.slice(0, 4)}` };
		return { name: sd(), type, size: bytes, rotates: true, ...volume };
	});
	const drives = machine.drives.map(({ kind, gb, transport, vendor, model, revision }, i): Device => {
		const isNvme = kind === "nvme";
		const serial = `S45N${digits.slice(i % 6)}${String(i).padStart(4, "0")}`.toUpperCase();
		const drive = { type, size: bytesOf(gb), rotates: kind === "hdd", transport, serial };
		return isNvme
			? { name: `nvme${nvme++}n1`, ...drive, vendor, model: model.padEnd(40) }
			: { name: sd(), ...drive, vendor: vendor.padEnd(8), model: model.slice(0, 16), revision };
	});
	const disks: Device[] = machine.virtual
		? [{ name: draw("xen") < 0.2 ? "xvda" : "vda", type, size: 107_374_182_400, rotates: true }]
		: [...volumes, ...drives];
	if (disks.length === 0) disks.push({ name: "sda", type, size: 240_057_409_536, rotates: false, ...usualDisk });
	layOut(host, disks);
	for (let i = 0; i < machine.san; i++) {
		const size = 2_199_023_255_552;
		const lun = { transport: "fc", vendor: "NETAPP  ", model: "LUN C-Mode      ", revision: "9300", serial: "80AAA" };
		const path: Device = { name: "mpatha", kernelName: "dm-5", type: "mpath", size, rotates: true };
		disks.push({ name: sd(), type, size, rotates: true, ...lun, children: [path] });
	}
	const stick = { transport: "usb", vendor: "SanDisk ", model: "Cruzer Fit      ", revision: "1.27" };
	const dvd = { transport: "sata", vendor: "TSSTcorp", model: "DVD-ROM SN-108BB", revision: "D100" };
	if (draw("removable") < 0.04) disks.push({ name: sd(), type, size: 15_518_924_800, rotates: true, ...stick });
	if (draw("optical") < 0.12) disks.push({ name: "sr0", type: "rom", size: 1_073_741_312, rotates: true, ...dvd });
	return disks;
}

const disksForm = jsonForm(`{
	"$key": "$lsblk", "vz": {"fstype": "$fstype", "size_kb": "$sizeKb", "used_kb": "$usedKb"}, "md": "$md",
	"smart": "$smart"
}`);

export const disks: Write = (host, at, next) => {
	const { machine, guests, software, draw } = host;
	const ploops = guests.containers
		.filter(({ state, layout }) => state === "running" && layout === "ploop")
		.map(({ diskMb }, i): Device => {
			return { name: ploopDevice(i), type: "disk", size: diskMb * 1_048_576, rotates: true };
		});
	const devices = [...devicesOf(host), ...ploops];
	const sizeKb = Math.round((devices[0]?.size ?? 0) / 1200);
	return disksForm({
		key: software.major === 7 ? "lsblk_P_b" : "lsblk_J",
		lsblk:
			software.major === 7
				? devices.flatMap((device) => pairs(device))
				: { blockdevices: devices.map((device) => nested(device, software.major === 9)) },
		fstype: vzFilesystem(draw),
		sizeKb,
		usedKb: Math.round(sizeKb * (0.2 + draw("vz used") * 0.6 + next() * 0.02)),
		md: machine.md ? [{ name: "md127", level: "raid1", devices: 2, state: "clean" }] : [],
		smart: machine.drives.map((drive, i) => ({
			dev: drive.kind === "nvme" ? `nvme${i}n1` : `sd${String.fromCharCode(97 + (i % 26))}`,
			model: drive.model,
			rotation: drive.kind === "hdd" ? "7200 rpm" : "Solid State Device",
			form: drive.kind === "hdd" ? "3.5 inches" : "2.5 inches",
			health: "PASSED",
			power_on_hours: Math.max(1, Math.round((yearOf(at) - machine.bought) * 8766)),
		})),
	});
};
