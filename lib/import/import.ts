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
import type { ArchiveRow, ArchiveRows, Rejection } from "./manifest";
import type { ReaderJob, ReadRow } from "./reader-thread";

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
	const total = rows.length + rows.filter(({ uuid }) => uuid === null).length;
	let done = 0;
	const onRead: OnRead = (count) => {
		done += count;
		parts.onProgress?.(done, total);
	};
	async function readBatch(batch: readonly ArchiveRow[]): Promise<IncomingReport[]> {
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
		const hosts = await byHost(rows, readers, onRead);
		Object.assign(result, await acceptBatches(batches(hosts), readBatch, parts.accept));
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

/** Rows of one host together, in order of receipt. Where the row does not name the host, the archive does. */
async function byHost(rows: readonly ArchiveRow[], readers: Readers, onRead: OnRead): Promise<ArchiveRow[][]> {
	const nameless = rows.filter((row) => row.uuid === null);
	const uuids = await readRows(readers, "uuid", nameless, onRead);
	const uuidOf = new Map(nameless.map((row, index) => [row, uuids[index]]));
	const hosts = new Map<string, ArchiveRow[]>();
	for (const row of rows) {
		const found = uuidOf.get(row);
		const uuid = row.uuid ?? (found && "uuid" in found ? found.uuid : null);
		const key = `${row.product ?? ""} ${uuid ?? ""}`;
		const list = hosts.get(key);
		if (list) list.push(row);
		else hosts.set(key, [row]);
	}
	return [...hosts.values()].map((list) => list.sort((a, b) => a.at.getTime() - b.at.getTime()));
}

function* batches(hosts: readonly ArchiveRow[][]): Generator<ArchiveRow[]> {
	let batch: ArchiveRow[] = [];
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

function* pieces<T>(items: readonly T[], size: number): Generator<T[]> {
	for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
