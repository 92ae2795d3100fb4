/** The kind of a disk, and which block devices are disks at all. */

import type { Facts } from "../sections";
import { volumeKind } from "./volumes";

type DiskKind = Facts["disks"]["disks"][number]["kind"];

/** The fields of a line of `lsblk` that the rules read. `null`: absent. */
export interface BlockDevice {
	name: string;
	type: string | null;
	/** Bytes. */
	size: number | null;
	/** Whether it rotates. */
	rota: boolean | null;
	tran: string | null;
	vendor: string | null;
	model: string | null;
	removable?: boolean | null;
}

/** Names of devices that stand on others, are memory, or hold a medium; `nvme0c0n1` is one path to `nvme0n1`. */
const noDisk =
	/^(ploop|loop|ram|zram|pmem|sr|scd|fd|nbd|dm-|mapper\/|md|drbd|bcache|mtd|rbd|zd|sg|st|osd|dasd_?x|vzvblk|emcpower|hdiskpower|power|vpath|sddlm|dlmfd|VxDMP|vxdmp|ublkb|rnbd|nullb|zvol|nvme\d+c\d+n)[a-z]*\d*/;
/** Names of drives that have neither vendor nor model. */
const named: readonly (readonly [RegExp, DiskKind | "removable"])[] = [
	[/^mmcblk/, "removable"],
	[/^(vd|xvd|ubd)[a-z]/, "virtual"],
	[/^(cciss|ida|rd)[!/]c/, "raid-volume"],
	[/^etherd[!/]/, "san"],
	[/^(fio|rssd|skd|pcie_?ssd)[a-z0-9]/, "ssd"],
];
const networks: ReadonlySet<string> = new Set(["iscsi", "fc", "fcoe", "rbd"]);

/** `null` for what is no disk to count: partitions, volumes on top of disks, ploop images, optical and empty drives. */
export function diskKind(disk: BlockDevice): DiskKind | "removable" | null {
	const name = disk.name.replace(/^\/dev\//, "");
	if (disk.type !== "disk" || disk.size === null || !(disk.size > 0) || noDisk.test(name)) return null;
	const transport = disk.tran?.trim().toLowerCase() ?? "";
	if (transport === "usb" || disk.removable === true) return "removable";
	const byName = named.find(([pattern]) => pattern.test(name))?.[1];
	if (byName !== undefined) return byName;
	const volume = volumeKind(disk.vendor, disk.model);
	if (volume !== null) return volume;
	if (networks.has(transport)) return "san";
	if (transport === "nvme" || /^nvme\d/.test(name)) return "nvme";
	// A device that says nothing of itself and has no name of a drive may stand on anything.
	const isNameless = transport === "" && disk.vendor === null && disk.model === null && !/^[sh]d[a-z]/.test(name);
	if (disk.rota === null || isNameless) return null;
	return disk.rota ? "hdd" : "ssd";
}
