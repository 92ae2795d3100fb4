/** Reads which reports an archive folder holds: from its `manifest.csv`, or from the files themselves. */
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { parse } from "csv-parse/sync";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";
import { OperatorError } from "#lib/operator-error";
import { type Product, products } from "#lib/product";
import { parseUuid } from "#lib/readers/uuid";

/** A report to take in. Where a field is `null`, the archive itself must say it. */
export interface ArchiveRow {
	/** Its place among the rows. */
	line: number;
	/** The same for messages: `line 12 (a.tar.gz)` or the file's name. */
	place: string;
	path: string;
	product: Product | null;
	uuid: string | null;
	at: Date;
	address: string | null;
}

export interface Rejection {
	line: number;
	place: string;
	reason: string;
}

export interface ArchiveRows {
	rows: ArchiveRow[];
	rejections: Rejection[];
}

const header = ["file", "product", "uuid", "received_at", "ip"] as const;
const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)$/i;

/** Clocks differ: a report may be this far ahead of ours, and no further. */
const aheadMsMax = 24 * 60 * 60 * 1000;

/** No host reported before. Days are published from the first report on, so a wrong year would publish thousands. */
const oldest = new Date("2000-01-01T00:00:00Z");

/** Rows of a manifest. Throws an `OperatorError` when it cannot be read or has another header. */
export async function manifestRows(manifest: string, now: Date): Promise<ArchiveRows> {
	const folder = dirname(resolve(manifest));
	const lines = await csvLines(manifest);
	if (lines[0]?.record.join(",").toLowerCase() !== header.join(",")) {
		throw new OperatorError(`${manifest} does not begin with the header ${header.join(",")}`);
	}
	const found: ArchiveRows = { rows: [], rejections: [] };
	for (const { record, line } of lines.slice(1)) {
		const place = `line ${line} (${record[0] ?? ""})`;
		const row = rowOf(record, folder, now);
		if (typeof row === "string") found.rejections.push({ line, place, reason: row });
		else found.rows.push({ line, place, ...row });
	}
	return found;
}

async function csvLines(manifest: string): Promise<{ record: string[]; line: number }[]> {
	const text = await readFile(manifest, "utf8").catch((error: NodeJS.ErrnoException) => {
		throw new OperatorError(`cannot read the manifest ${manifest}: ${error.code ?? error.message}`);
	});
	try {
		const records = parse(text, {
			bom: true,
			relax_column_count: true,
			skip_empty_lines: true,
			trim: true,
			info: true,
		}) as unknown as { record: string[]; info: { lines: number } }[];
		return records.map(({ record, info }) => ({ record, line: info.lines }));
	} catch (error) {
		throw new OperatorError(`${manifest} is not a CSV file: ${(error as Error).message}`);
	}
}

/** The row, or why it is rejected. */
function rowOf(record: readonly string[], folder: string, now: Date): Omit<ArchiveRow, "line" | "place"> | string {
	const [file = "", product = "", uuid = "", receivedAt = "", address = ""] = record;
	if (record.length !== header.length) return `has ${record.length} fields instead of ${header.length}`;
	const path = resolve(folder, file);
	const inside = relative(folder, path);
	if (inside === "" || inside.split(sep)[0] === ".." || isAbsolute(inside))
		return "file is not below the manifest's folder";
	if (!products.includes(product as Product))
		return `product ${JSON.stringify(product)} is neither ${[...products].sort().join(" nor ")}`;
	const parsedUuid = uuid === "" ? null : parseUuid(uuid);
	if (uuid !== "" && parsedUuid === null) return `${JSON.stringify(uuid)} is not a UUID`;
	const at = parseISO(receivedAt.replace(",", "."));
	if (!instant.test(receivedAt) || !isValid(at)) {
		return `received_at ${JSON.stringify(receivedAt)} is not an ISO 8601 time with offset`;
	}
	const impossible = impossibleTime(at, now);
	if (impossible) return `received_at ${receivedAt} ${impossible}`;
	return {
		path,
		product: product as Product,
		uuid: parsedUuid,
		at,
		address: address || null,
	};
}

/** Why no report can be of that time, if so. */
function impossibleTime(at: Date, now: Date): string | null {
	if (at.getTime() > now.getTime() + aheadMsMax) return "is more than a day ahead";
	return at < oldest ? `is before the year ${oldest.getUTCFullYear()}` : null;
}

/** Every `*.tar.gz` below a folder, with its modification time; a UUID in its path is the host's. */
export async function folderRows(folder: string, now: Date): Promise<ArchiveRows> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
		(error: NodeJS.ErrnoException) => {
			throw new OperatorError(`cannot read the folder ${folder}: ${error.code ?? error.message}`);
		},
	);
	const paths = entries
		.filter((entry) => entry.isFile() && entry.name.endsWith(".tar.gz"))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	const found: ArchiveRows = { rows: [], rejections: [] };
	for (const [line, path] of paths.entries()) {
		const place = relative(folder, path);
		const at = (await stat(path)).mtime;
		const impossible = impossibleTime(at, now);
		if (impossible) found.rejections.push({ line, place, reason: `its time ${at.toISOString()} ${impossible}` });
		else found.rows.push({ line, place, path, product: null, uuid: uuidInPath(place), at, address: null });
	}
	return found;
}

function uuidInPath(path: string): string | null {
	const names = path.replace(/\.tar\.gz$/, "").split(sep);
	return names.map((name) => parseUuid(name)).findLast((uuid) => uuid !== null) ?? null;
}
