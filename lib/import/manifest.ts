/** Reads which reports an archive folder holds: from its `manifest.csv`, or from the files themselves. */
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { CsvError, parse } from "csv-parse";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";
import { OperatorError } from "#lib/operator-error";
import { products } from "#lib/product";
import { parseUuid } from "#lib/readers/uuid";
import { type ArchiveRow, ArchiveTable } from "./rows";

export interface Rejection {
	line: number;
	place: string;
	reason: string;
}

export interface ArchiveRows {
	rows: ArchiveTable;
	rejections: Rejection[];
	/** A row in messages: `line 12 (a.tar.gz)` or the file's name. */
	placeOf(row: Pick<ArchiveRow, "line" | "file">): string;
}

const header = ["file", "product", "uuid", "received_at", "ip"] as const;
const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)$/i;

/** Clocks differ: a report may be this far ahead of ours, and no further. */
const aheadMsMax = 24 * 60 * 60 * 1000;

/** No host reported before. Days are published from the first report on, so a wrong year would publish thousands. */
const oldest = new Date("2000-01-01T00:00:00Z");

/**
 * Rows of a manifest. Throws an `OperatorError` when it cannot be read or has another header, or when the signal is aborted
 * meanwhile.
 */
export async function manifestRows(manifest: string, now: Date, signal?: AbortSignal): Promise<ArchiveRows> {
	const folder = dirname(resolve(manifest));
	const placeOf: ArchiveRows["placeOf"] = ({ line, file }) => `line ${line} (${file})`;
	const found: ArchiveRows = { rows: new ArchiveTable(folder), rejections: [], placeOf };
	const rowOf = rowReader(folder, now);
	let hasHeader = false;
	await eachLine(manifest, signal, (record, line) => {
		if (!hasHeader) {
			hasHeader = record.join(",").toLowerCase() === header.join(",");
			if (!hasHeader) throw wrongHeader(manifest);
			return;
		}
		const row = rowOf(record);
		if (typeof row === "string")
			found.rejections.push({ line, place: placeOf({ line, file: record[0] ?? "" }), reason: row });
		else found.rows.add({ line, ...row });
	});
	if (!hasHeader) throw wrongHeader(manifest);
	return found;
}

const wrongHeader = (manifest: string) =>
	new OperatorError(`${manifest} does not begin with the header ${header.join(",")}`);

async function eachLine(
	manifest: string,
	signal: AbortSignal | undefined,
	take: (record: string[], line: number) => void,
): Promise<void> {
	const options = { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true, info: true } as const;
	const file = createReadStream(manifest, { signal });
	const records = file.pipe(parse(options));
	file.once("error", (error) => records.destroy(error));
	try {
		for await (const { record, info } of records as AsyncIterable<{ record: string[]; info: { lines: number } }>)
			take(record, info.lines);
	} catch (error) {
		signal?.throwIfAborted();
		const { code, message } = error as NodeJS.ErrnoException;
		if (error instanceof CsvError) throw new OperatorError(`${manifest} is not a CSV file: ${message}`);
		if (code === undefined) throw error;
		throw new OperatorError(`cannot read the manifest ${manifest}: ${code}`);
	} finally {
		file.destroy();
	}
}

/** Texts that rows have in common are kept once. */
function remembered<Value>(compute: (text: string) => Value): (text: string) => Value {
	const values = new Map<string, Value>();
	return (text) => {
		const known = values.get(text);
		if (known !== undefined) return known;
		const value = compute(text);
		values.set(text, value);
		return value;
	};
}

/** Makes the row of a record, or says why it is rejected. */
function rowReader(
	folder: string,
	now: Date,
): (record: readonly string[]) => Omit<ArchiveRow, "line" | "path"> | string {
	const isBelow = remembered((file) => {
		const inside = relative(folder, resolve(folder, file));
		return inside !== "" && inside.split(sep)[0] !== ".." && !isAbsolute(inside);
	});
	const uuidOf = remembered(parseUuid);
	return (record) => {
		const [file = "", product = "", uuid = "", receivedAt = "", address = ""] = record;
		if (record.length !== header.length) return `has ${record.length} fields instead of ${header.length}`;
		if (!isBelow(file)) return "file is not below the manifest's folder";
		const knownProduct = products.find((one) => one === product);
		if (!knownProduct) return `product ${JSON.stringify(product)} is neither ${[...products].sort().join(" nor ")}`;
		const parsedUuid = uuid === "" ? null : uuidOf(uuid);
		if (uuid !== "" && parsedUuid === null) return `${JSON.stringify(uuid)} is not a UUID`;
		const at = parseISO(receivedAt.replace(",", "."));
		if (!instant.test(receivedAt) || !isValid(at)) {
			return `received_at ${JSON.stringify(receivedAt)} is not an ISO 8601 time with offset`;
		}
		const impossible = impossibleTime(at, now);
		if (impossible) return `received_at ${receivedAt} ${impossible}`;
		return { file, product: knownProduct, uuid: parsedUuid, at, address: address || null };
	};
}

/** Why no report can be of that time, if so. */
function impossibleTime(at: Date, now: Date): string | null {
	if (at.getTime() > now.getTime() + aheadMsMax) return "is more than a day ahead";
	return at < oldest ? `is before the year ${oldest.getUTCFullYear()}` : null;
}

/** Every `*.tar.gz` below a folder, with its modification time; a UUID in its path is the host's. */
export async function folderRows(folder: string, now: Date, signal?: AbortSignal): Promise<ArchiveRows> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
		(error: NodeJS.ErrnoException) => {
			throw new OperatorError(`cannot read the folder ${folder}: ${error.code ?? error.message}`);
		},
	);
	const paths = entries
		.filter((entry) => entry.isFile() && entry.name.endsWith(".tar.gz"))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	const found: ArchiveRows = { rows: new ArchiveTable(folder), rejections: [], placeOf: ({ file }) => file };
	for (const [line, path] of paths.entries()) {
		signal?.throwIfAborted();
		const file = relative(folder, path);
		const at = (await stat(path)).mtime;
		const impossible = impossibleTime(at, now);
		if (impossible) found.rejections.push({ line, place: file, reason: `its time ${at.toISOString()} ${impossible}` });
		else found.rows.add({ line, file, product: null, uuid: uuidInPath(file), at, address: null });
	}
	return found;
}

function uuidInPath(path: string): string | null {
	const names = path.replace(/\.tar\.gz$/, "").split(sep);
	return names.map((name) => parseUuid(name)).findLast((uuid) => uuid !== null) ?? null;
}
