/** Physical disks, from what `lsblk` lists among partitions, volumes and the images of containers. */
import { diskKind } from "#lib/facts/disk/kind";
import { diskModel } from "#lib/facts/disk/model";
import { diskSizeGb } from "#lib/facts/disk/size";
import { diskVendor } from "#lib/facts/disk/vendor";
import type { Facts } from "#lib/facts/sections";
import { wholeNumber } from "#lib/facts/text";
import { type Unmatched, unmatched } from "#lib/facts/unmatched";
import { grouped } from "../grouped";
import { eachOnce, flagOf, type JsonObject, known, objectOf, objectsOf, textOf, textsOf } from "../values";

/** Nobody sells a petabyte in one disk. */
const sizeGbMax = 1_000_000;

type Disk = Omit<Facts["disks"]["disks"][number], "count">;

export function readDisks(output: JsonObject): Facts["disks"] | null {
	const devices = devicesOf(output);
	return devices && { disks: grouped(withoutPaths(devices).flatMap(diskOf)) };
}

/** A disk on several paths is listed once for each. Cheap NVMe drives share a made-up WWN, and have one path. */
function withoutPaths(devices: readonly Device[]): Device[] {
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
		const words = [device.vendor, device.model].filter((part) => part !== null).join(" ");
		return diskOf(device).flatMap(({ vendor, model }) =>
			// The rule for models goes by the maker: where the maker is unknown, so is the model.
			vendor === "other" ? unmatched("disk-vendor", words, vendor) : unmatched("disk-model", words, model),
		);
	});
}

interface Device {
	name: string;
	type: string | null;
	/** The device it is made of; a disk has none. */
	parent: string | null;
	/** Bytes. */
	size: number | null;
	rota: boolean | null;
	tran: string | null;
	vendor: string | null;
	model: string | null;
	removable: boolean;
	/** Tells several paths to one disk from several disks of a kind. It is not kept. */
	wwn: string | null;
}

/** The devices at the top of the tree. `null` when neither output is there. */
function devicesOf(output: JsonObject): Device[] | null {
	const tree = objectsOf(objectOf(output.lsblk_J)?.blockdevices);
	const devices = tree ?? textsOf(output.lsblk_P_b)?.map(columnsOf);
	if (!devices) return null;
	// Rules for names are the costliest: what has more of them than any host is made up.
	const isFew = eachOnce(() => true, false);
	return devices.map(deviceOf).map((device) => {
		const { vendor, model } = device;
		return isFew(`${vendor}\n${model}`) ? device : { ...device, vendor: null, model: null };
	});
}

/** `KEY="value"` pairs by key in lower case. `lsblk -P` writes what could be misread as `\x20`. */
function columnsOf(line: string): JsonObject {
	const columns: Record<string, string> = {};
	for (let at = 0; ; ) {
		const equals = line.indexOf('="', at);
		const end = equals < 0 ? -1 : line.indexOf('"', equals + 2);
		if (end < 0) return columns;
		const name = line
			.slice(Math.max(at, equals - nameLengthMax), equals)
			.trimStart()
			.toLowerCase();
		const value = line.slice(equals + 2, end);
		if (columnNames.has(name)) columns[name] = value.includes("\\x") ? unescaped(value) : value;
		at = end + 1;
	}
}

const columnNames = new Set("name type pkname size rota tran vendor model rm wwn".split(" "));
const nameLengthMax = 32;

function unescaped(value: string): string {
	return value.replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function deviceOf(columns: JsonObject): Device {
	return {
		name: trimmed(columns.name) ?? "",
		type: trimmed(columns.type),
		parent: trimmed(columns.pkname),
		size: wholeNumber(columns.size, Number.MAX_SAFE_INTEGER),
		rota: flagOf(columns.rota),
		tran: trimmed(columns.tran),
		vendor: trimmed(columns.vendor),
		model: trimmed(columns.model),
		removable: flagOf(columns.rm) ?? false,
		wwn: trimmed(columns.wwn),
	};
}

function trimmed(value: unknown): string | null {
	return textOf(value)?.trim() || null;
}
