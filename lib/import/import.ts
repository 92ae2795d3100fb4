/**
 * Takes in an archive of reports. Threads read the next batch while the database writes the one before. Rows go host by
 * host, so that each host's history is computed once, whatever order the rows are in. Repeated, it finds its reports and
 * leaves everything as it is.
 */
import { availableParallelism } from "node:os";
import type { CountryOf } from "#lib/receipt/country";
import { incoming } from "#lib/receipt/receive";
import type { Acceptance, IncomingReport } from "#lib/store/accept";
import { ThreadLost, ThreadPool } from "#lib/thread-pool";
import type { ArchiveRows, Rejection } from "./manifest";
import type { ReaderJob, ReadRow } from "./reader-thread";
import type { ArchiveRow, ArchiveTable } from "./rows";

export interface ImportResult {
	accepted: number;
	duplicate: number;
	rejections: Rejection[];
	/** Sections set aside because they say more than any real host has. */
	implausible: number;
}

export interface ImportParts {
	accept(reports: readonly IncomingReport[]): Promise<Acceptance[]>;
	countryOf: CountryOf;
	/** Of recent reports. */
	networksOf(address: string | null, at: Date): IncomingReport["networks"];
	/** Called at least every few seconds, however long the rows take. */
	onProgress?(done: number, total: number): void;
}

type Readers = ThreadPool<ReaderJob, ReadRow[]>;
/** Gets the number of rows that have been read since its last call. */
type OnRead = (count: number) => void;

/** Reports of one transaction: enough to make it cheap, few enough to keep in memory. */
const rowsPerBatch = 1000;
/**
 * Rows that a thread reads at a time: enough that it seldom waits for the next ones, and that one thread reads most of a
 * host's reports, because it remembers the one before.
 */
const rowsPerJob = 100;
/** Starting a thread costs as much as reading so many reports. */
const rowsPerThread = 400;

/** Takes in all rows. Rejected rows are listed; everything else is committed batch by batch. */
export async function importArchive(
	{ rows, rejections, placeOf }: ArchiveRows,
	parts: ImportParts,
): Promise<ImportResult> {
	const result: ImportResult = { accepted: 0, duplicate: 0, rejections: [...rejections], implausible: 0 };
	const readers: Readers = new ThreadPool({
		module: "lib/import/reader-thread.ts",
		threadsMax: Math.min(availableParallelism(), Math.ceil(rows.length / rowsPerThread)),
		// A report takes milliseconds, but slow machines and disks must not cost a row.
		jobMsMax: 60_000,
		memoryMibMax: 1024,
	});
	const nameless = rows.nameless();
	const total = rows.length + nameless.length;
	let done = 0;
	const onRead: OnRead = (count) => {
		done += count;
		parts.onProgress?.(done, total);
	};
	async function readBatch(numbers: readonly number[]): Promise<IncomingReport[]> {
		const batch = numbers.map((number) => rows.row(number));
		const read = await readRows(readers, "report", batch, onRead);
		const reports: IncomingReport[] = [];
		for (const [index, { line, file, at, address }] of batch.entries()) {
			const one = read[index];
			if (one && "report" in one) {
				result.implausible += one.report.implausible.length;
				const networks = parts.networksOf(address, at);
				reports.push(incoming(one.report, Buffer.from(one.digest), at, parts.countryOf(address), networks));
			} else if (one && "reason" in one)
				result.rejections.push({ line, place: placeOf({ line, file }), reason: one.reason });
		}
		return reports;
	}
	try {
		await nameHosts(rows, nameless, readers, onRead);
		Object.assign(result, await acceptBatches(batches(rows.byHost()), readBatch, parts.accept));
	} finally {
		await readers.close();
	}
	result.rejections.sort((a, b) => a.line - b.line);
	return result;
}

/**
 * Accepts reports batch by batch. The next batch is read while the database writes the one before: neither waits for the
 * other.
 */
export async function acceptBatches<Batch>(
	batches: Iterable<Batch>,
	read: (batch: Batch) => Promise<readonly IncomingReport[]>,
	accept: ImportParts["accept"],
): Promise<Record<Acceptance, number>> {
	const counts: Record<Acceptance, number> = { accepted: 0, duplicate: 0 };
	const write = async (reports: readonly IncomingReport[]) => {
		for (const acceptance of await accept(reports)) counts[acceptance]++;
	};
	// Both are awaited one round later, so their errors are thrown there.
	let reading: Promise<readonly IncomingReport[]> = Promise.resolve([]);
	let written: Promise<void> = Promise.resolve();
	for (const batch of batches) {
		const before = reading;
		reading = read(batch);
		reading.catch(() => {});
		const reports = await before;
		await written;
		written = write(reports);
		written.catch(() => {});
	}
	await written;
	await write(await reading);
	return counts;
}

/** Finds out whose the rows are that do not say it: their archives do. */
async function nameHosts(rows: ArchiveTable, nameless: Uint32Array, readers: Readers, onRead: OnRead): Promise<void> {
	for (const numbers of pieces(nameless, rowsPerBatch)) {
		const batch = Array.from(numbers, (number) => rows.row(number));
		const read = await readRows(readers, "uuid", batch, onRead);
		for (const [index, number] of numbers.entries()) {
			const found = read[index];
			if (found && "uuid" in found && found.uuid !== null) rows.name(number, found.uuid);
		}
	}
}

/** The rows of as many hosts as make a batch. */
function* batches(hosts: Iterable<Uint32Array>): Generator<number[]> {
	let batch: number[] = [];
	for (const rows of hosts) {
		for (const part of pieces(rows, rowsPerBatch)) {
			batch.push(...part);
			if (batch.length >= rowsPerBatch) {
				yield batch;
				batch = [];
			}
		}
	}
	if (batch.length > 0) yield batch;
}

/** Reads the rows in threads, in the order given. */
async function readRows(
	readers: Readers,
	read: ReaderJob["read"],
	rows: readonly ArchiveRow[],
	onRead: OnRead,
): Promise<ReadRow[]> {
	const jobs = [...pieces(rows, rowsPerJob)].map((part) => readJob(readers, read, part, onRead));
	return (await Promise.all(jobs)).flat();
}

/** The rows of a job that ended its thread are read one by one, so that only the row that caused it is rejected. */
async function readJob(
	readers: Readers,
	read: ReaderJob["read"],
	rows: readonly ArchiveRow[],
	onRead: OnRead,
): Promise<ReadRow[]> {
	const done = await readers.run({ read, rows }).catch((error: unknown) => {
		if (!(error instanceof ThreadLost)) throw error;
		return rows.length > 1 ? null : [{ reason: `cannot be read: ${error.message}` }];
	});
	if (!done) return (await Promise.all(rows.map((row) => readJob(readers, read, [row], onRead)))).flat();
	onRead(done.length);
	// A thread answers early where rows take long.
	const rest = rows.slice(done.length);
	return rest.length === 0 ? done : [...done, ...(await readJob(readers, read, rest, onRead))];
}

function* pieces<Items extends { length: number; slice(start: number, end: number): Items }>(
	items: Items,
	size: number,
): Generator<Items> {
	for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
