/** Physical disks, from what `lsblk` lists among partitions, volumes and the images of containers. */
import { diskKind } from "#lib/facts/disk/kind";
import { diskModel } from "#lib/facts/disk/model";
import { diskSizeGb } from "#lib/facts/disk/size";
import { diskVendor } from "#lib/facts/disk/vendor";
import type { Facts } from "#lib/facts/sections";
import { type Unmatched, unmatched } from "#lib/facts/unmatched";
import { grouped } from "../grouped";
import { type JsonObject, known } from "../values";
import { type Device, devicesOf } from "./lsblk";

type Disk = Omit<Facts["disks"]["disks"][number], "count">;

export function readDisks(output: JsonObject): Facts["disks"] | null {
	const devices = devicesOf(output);
	return devices && { disks: grouped(eachOnce(devices).flatMap(diskOf), ({ kind }) => unnamed(kind)) };
}

/** A disk on several paths is listed for each. Cheap NVMe drives share a made-up number, and have one path. */
function eachOnce(devices: readonly Device[]): Device[] {
	const seen = new Set<string>();
	return devices.filter(({ wwn, name, size, model }) => {
		if (wwn === null || /^(0x)?0*$/.test(wwn) || name.startsWith("nvme")) return true;
		const disk = `${wwn} ${size} ${model}`;
		return !seen.has(disk) && seen.add(disk);
	});
}

function diskOf(device: Device): Disk[] {
	const kind = device.parent === null ? diskKind(device) : null;
	if (kind === null || kind === "removable") return [];
	const sizeGb = device.size === null ? null : diskSizeGb(device.size);
	const vendor = diskVendor(device.vendor, device.model);
	return [
		{
			kind,
			vendor,
			// Volumes have no maker and no model of their own.
			model: vendor === null ? null : known(device.model, (model) => diskModel(device.vendor, model)),
			sizeGb: sizeGb !== null && sizeGb <= sizeGbMax ? sizeGb : null,
		},
	];
}

export function unmatchedDisks(output: JsonObject): Unmatched[] {
	return (devicesOf(output) ?? []).flatMap((device) => {
		const said = [device.vendor, device.model].filter((part) => part !== null).join(" ");
		return diskOf(device).flatMap(({ vendor, model }) =>
			// A model is looked for among those of its maker, so of an unknown maker both are.
			vendor === "other" ? unmatched("disk-vendor", said, vendor) : unmatched("disk-model", said, model),
		);
	});
}

/** A petabyte in one disk is not sold. */
const sizeGbMax = 1_000_000;

function unnamed(kind: Disk["kind"]): Disk {
	return { kind, vendor: null, model: null, sizeGb: null };
}
