/**
 * Takes in an archive of reports. Host by host, so that each host's history is told once, whatever order the rows are in;
 * repeated, it finds its reports and leaves everything as it is.
 */
import { open, stat } from "node:fs/promises";
import { formats, productOf } from "#lib/readers/formats";
import type { ReadReport } from "#lib/readers/read-report";
import { Refused } from "#lib/readers/refused";
import type { Members } from "#lib/readers/tar";
import { type Unpacked, unpack } from "#lib/readers/unpack";
import type { CountryOf } from "#lib/receipt/country";
import { incoming } from "#lib/receipt/receive";
import type { Acceptance, IncomingReport } from "#lib/store/accept";
import type { ArchiveRow, ArchiveRows, Rejection } from "./manifest";

export interface ImportResult {
	accepted: number;
	duplicate: number;
	rejections: Rejection[];
}

export interface ImportParts {
	accept(reports: readonly IncomingReport[]): Promise<Acceptance[]>;
	countryOf: CountryOf;
	onProgress?(rowsDone: number): void;
}

/** Reports of one transaction: enough to make it cheap, few enough to keep in memory. */
const reportsPerBatch = 1500;
const readAtOnce = 8;

/** Takes in all rows. Rejected rows are listed; everything else is committed batch by batch. */
export async function importArchive({ rows, rejections }: ArchiveRows, parts: ImportParts): Promise<ImportResult> {
	const result: ImportResult = { accepted: 0, duplicate: 0, rejections: [...rejections] };
	for (const batch of batches(await byHost(rows))) {
		const reports: IncomingReport[] = [];
		for (let start = 0; start < batch.length; start += readAtOnce) {
			const read = await Promise.all(
				batch.slice(start, start + readAtOnce).map((row) => readRow(row, parts.countryOf)),
			);
			for (const one of read) {
				if ("reason" in one) result.rejections.push(one);
				else reports.push(one);
			}
		}
		for (const acceptance of await parts.accept(reports)) result[acceptance]++;
		parts.onProgress?.(batch.length);
	}
	result.rejections.sort((a, b) => a.line - b.line);
	return result;
}

/** Rows of one host together, in the order given. Where the row does not name the host, the archive is asked. */
async function byHost(rows: readonly ArchiveRow[]): Promise<ArchiveRow[][]> {
	const hosts = new Map<string, ArchiveRow[]>();
	for (const row of rows) {
		const uuid = row.uuid ?? (await readRow(row, () => "unknown").then((one) => ("uuid" in one ? one.uuid : "")));
		const key = `${row.product ?? ""} ${uuid}`;
		const list = hosts.get(key);
		if (list) list.push(row);
		else hosts.set(key, [row]);
	}
	return [...hosts.values()].map((list) => list.sort((a, b) => a.at.getTime() - b.at.getTime()));
}

function* batches(hosts: readonly ArchiveRow[][]): Generator<ArchiveRow[]> {
	let batch: ArchiveRow[] = [];
	for (const rows of hosts) {
		for (let start = 0; start < rows.length; start += reportsPerBatch) {
			batch.push(...rows.slice(start, start + reportsPerBatch));
			if (batch.length >= reportsPerBatch) {
				yield batch;
				batch = [];
			}
		}
	}
	if (batch.length > 0) yield batch;
}

async function readRow(row: ArchiveRow, countryOf: CountryOf): Promise<IncomingReport | Rejection> {
	try {
		const { members, digest } = await unpackFile(row.path);
		const report = readMembers(row, members);
		return incoming(report, digest, row.at, countryOf(row.address));
	} catch (error) {
		const { line, place } = row;
		if (error instanceof Refused) return { line, place, reason: error.message };
		const code = (error as NodeJS.ErrnoException).code;
		if (code) return { line, place, reason: code === "ENOENT" ? "there is no such file" : `cannot be read: ${code}` };
		throw error;
	}
}

async function unpackFile(path: string): Promise<Unpacked> {
	// To open a pipe is to wait for whoever writes to it.
	if (!(await stat(path)).isFile()) throw new Refused(400, "is not a plain file");
	const file = await open(path);
	try {
		return await unpack(file.createReadStream({ autoClose: false }));
	} finally {
		await file.close();
	}
}

/** The row must not contradict the archive. */
function readMembers(row: ArchiveRow, members: Members): ReadReport {
	const format = formats[row.product ?? productOf(members)];
	if (!format.carriesUuid && row.uuid === null) {
		throw new Refused(400, "the host's UUID is not known: give it in the manifest");
	}
	const report = format.read(members, row.uuid ?? "");
	if (row.product !== null && row.uuid !== null && row.uuid !== report.uuid) {
		throw new Refused(400, "the UUID is not the one in the archive's manifest.json");
	}
	return report;
}
