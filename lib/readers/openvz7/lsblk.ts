/** Block devices as `lsblk` prints them, as lines of `KEY="value"` or as JSON, in one shape. */
import { wholeNumber } from "#lib/facts/text";
import { flagOf, type JsonObject, objectOf, objectsOf, textOf, textsOf } from "../values";

export interface Device {
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
	/** Tells paths to one disk from disks alike; looked at while reading and not kept. */
	wwn: string | null;
}

/** The devices at the top; what is made of them is not looked at. `null` when neither output is there. */
export function devicesOf(output: JsonObject): Device[] | null {
	const tree = objectsOf(objectOf(output.lsblk_J)?.blockdevices);
	if (tree) return tree.map(deviceOf);
	const lines = textsOf(output.lsblk_P_b);
	return lines?.map((line) => deviceOf(columnsOf(line))) ?? null;
}

/** Longer than any line of lsblk. */
const lineLengthMax = 4096;

/** `lsblk -P` writes what could be misread as `\x20`. */
function columnsOf(line: string): JsonObject {
	const columns = [...line.slice(0, lineLengthMax).matchAll(/([A-Z_:-]{1,32})="([^"]*)"/g)];
	return Object.fromEntries(
		columns.map(([, name = "", value = ""]) => [
			name.toLowerCase(),
			value.replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
		]),
	);
}

function deviceOf(columns: JsonObject): Device {
	return {
		name: said(columns.name) ?? "",
		type: said(columns.type),
		parent: said(columns.pkname),
		size: wholeNumber(columns.size, Number.MAX_SAFE_INTEGER),
		rota: flagOf(columns.rota),
		tran: said(columns.tran),
		vendor: said(columns.vendor),
		model: said(columns.model),
		removable: flagOf(columns.rm) ?? false,
		wwn: said(columns.wwn),
	};
}

function said(value: unknown): string | null {
	return textOf(value)?.trim() || null;
}
