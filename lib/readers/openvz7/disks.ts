/** Physical disks, from what `lsblk` lists among partitions, volumes and the images of containers. */
import { diskKind } from "#lib/facts/disk/kind";
import { diskSizeGb } from "#lib/facts/disk/size";
import type { Facts } from "#lib/facts/sections";
import { wholeNumber } from "#lib/facts/text";
import { type Unmatched, unmatched } from "#lib/facts/unmatched";
import { grouped } from "../grouped";
import { diskModel, diskVendor } from "../rules";
import { eachOnce, flagOf, type JsonObject, known, objectOf, objectsOf, textOf, textsOf } from "../values";

/** Nobody sells a petabyte in one disk. */
const sizeGbMax = 1_000_000;

type Disk = Omit<Facts["disks"]["disks"][number], "count">;

export function readDisks(output: JsonObject): Facts["disks"] | null {
	const devices = devicesOf(output);
	return devices && { disks: grouped(withoutPaths(devices).flatMap(diskOf)) };
}

/** A disk on several paths is listed once for each. */
function withoutPaths(devices: readonly Device[]): Device[] {
	const seen = new Set<string>();
	return devices.filter((device) => {
		const identities = identitiesOf(device);
		const isKnown = identities.some((identity) => seen.has(identity));
		for (const identity of identities) seen.add(identity);
		return !isKnown;
	});
}

/**
 * What tells several paths to one disk from several disks of a kind. A controller may give its own serial number to all of its
 * volumes, so it counts only where there is no WWN. Cheap NVMe drives share a made-up WWN; the namespaces of one drive share
 * its serial number.
 */
function identitiesOf({ name, wwn, serial, size, model, above }: Device): string[] {
	const namespace = /^nvme\d+n(\d+)$/.exec(name)?.[1];
	const hasWwn = wwn !== null && !/^(0x)?0*$/.test(wwn) && namespace === undefined;
	const hasSerial = serial !== null && model !== null && !/^(0x)?0*$/.test(serial);
	return [
		...(above === null ? [] : [`above ${above}`]),
		...(hasWwn ? [`wwn ${wwn} ${size} ${model}`] : []),
		...(hasSerial && !hasWwn ? [`serial ${serial} ${size} ${model} ${namespace ?? ""}`] : []),
	];
}

function isVolume(kind: Disk["kind"]): boolean {
	return kind === "raid-volume" || kind === "san" || kind === "virtual";
}

function diskOf(device: Device): Disk[] {
	const kind = device.parent === null ? diskKind(device) : null;
	if (kind === null || kind === "removable") return [];
	const sizeGb = device.size === null ? null : diskSizeGb(device.size);
	// Volumes have no maker and no model of their own, whoever is named in their fields.
	const vendor = isVolume(kind) ? null : diskVendor(device.vendor, device.model);
	return [
		{
			kind,
			vendor,
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
	/** These three tell several paths to one disk from several disks of a kind. They are not kept. */
	wwn: string | null;
	serial: string | null;
	/** The multipath or PowerPath device that stands on it. */
	above: string | null;
}

/** The devices at the top of the tree. `null` when neither output is there. */
function devicesOf(output: JsonObject): Device[] | null {
	const tree = objectsOf(objectOf(output.lsblk_J)?.blockdevices);
	if (tree) return withFewNames(tree.map((columns) => ({ ...deviceOf(columns), above: aboveIn(columns.children) })));
	const devices = textsOf(output.lsblk_P_b)?.map((line) => deviceOf(columnsOf(line)));
	// The device stands once below each of its paths.
	const above = new Map(devices?.filter(isMultipath).map(({ parent, name }) => [parent, name]));
	return devices ? withFewNames(devices.map((device) => ({ ...device, above: above.get(device.name) ?? null }))) : null;
}

function aboveIn(children: unknown): string | null {
	return (objectsOf(children) ?? []).map(deviceOf).find(isMultipath)?.name ?? null;
}

function isMultipath({ name, type }: Device): boolean {
	return type === "mpath" || /^(emcpower|vpath|sddlm|VxDMP)/i.test(name);
}

/** Rules for names are the costliest: what has more of them than any host is made up. */
function withFewNames(devices: readonly Device[]): Device[] {
	const isFew = eachOnce(() => true, false);
	return devices.map((device) => {
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

const columnNames = new Set("name type pkname size rota tran vendor model rm wwn serial".split(" "));
const nameLengthMax = 32;

function unescaped(value: string): string {
	return value.replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function deviceOf(columns: JsonObject): Device {
	return {
		name: deviceName(columns.name) ?? "",
		type: trimmed(columns.type),
		parent: deviceName(columns.pkname),
		size: wholeNumber(columns.size, Number.MAX_SAFE_INTEGER),
		rota: flagOf(columns.rota),
		tran: trimmed(columns.tran),
		vendor: trimmed(columns.vendor),
		model: trimmed(columns.model),
		removable: flagOf(columns.rm) ?? false,
		wwn: trimmed(columns.wwn),
		serial: trimmed(columns.serial),
		above: null,
	};
}

/** `lsblk -p` writes the folder, too. */
function deviceName(value: unknown): string | null {
	return trimmed(value)?.replace(/^\/dev\//, "") ?? null;
}

function trimmed(value: unknown): string | null {
	return textOf(value)?.trim() || null;
}
