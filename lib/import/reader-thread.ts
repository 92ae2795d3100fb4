/** Runs in threads: reads the archives that rows of a manifest name. */

import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { type Product, perProduct } from "#lib/product";
import { formats, productOf } from "#lib/readers/formats";
import { ReadingMemory } from "#lib/readers/memory";
import { manifestUuid, type ReadReport } from "#lib/readers/read-report";
import { Refused } from "#lib/readers/refused";
import { checkPackedBytes, type Unpacked, unpack } from "#lib/readers/unpack";
import { answerJobs } from "#lib/thread-pool";
import type { ArchiveRow } from "./rows";

export interface ReaderJob {
	/** Whole reports, or only the UUIDs of their hosts. */
	read: "report" | "uuid";
	rows: readonly ArchiveRow[];
}

/** What the job reads, or why the row is rejected. */
export type ReadRow = { report: ReadReport; digest: Uint8Array } | { uuid: string | null } | { reason: string };

const memories = perProduct(() => new ReadingMemory());

/** After this time a thread answers with what it has, so that progress is shown. */
const answerMs = 1000;

answerJobs<ReaderJob, ReadRow[]>(({ read, rows }) => {
	const begun = performance.now();
	const done: ReadRow[] = [];
	for (const row of rows) {
		done.push(read === "report" ? readReport(row) : readUuid(row));
		if (performance.now() - begun > answerMs) break;
	}
	return done;
});

function readReport(row: ArchiveRow): ReadRow {
	return orReason(() => {
		const opened = openFile(row.path);
		return { report: readOpened(row, opened), digest: opened.digest };
	});
}

function readUuid({ path }: ArchiveRow): ReadRow {
	return orReason(() => ({ uuid: manifestUuid(openFile(path).members) }));
}

function orReason(read: () => ReadRow): ReadRow {
	try {
		return read();
	} catch (error) {
		if (error instanceof Refused) return { reason: error.message };
		const { code } = error as NodeJS.ErrnoException;
		if (!code) throw error;
		return { reason: code === "ENOENT" ? "there is no such file" : `cannot be read: ${code}` };
	}
}

interface OpenedFile extends Unpacked {
	path: string;
	version: string;
	/** As a report of each product, once it was read. */
	reports: Partial<Record<Product, ReadReport>>;
}

/** Hosts that were set up alike may share an archive: it is read once for rows that follow each other. */
let last: OpenedFile | undefined;

function openFile(path: string): OpenedFile {
	// Without the flag, opening a pipe waits for somebody to write into it.
	const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		const stat = fstatSync(file);
		if (!stat.isFile()) throw new Refused(400, "is not a plain file");
		checkPackedBytes(stat.size);
		const version = `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`;
		if (last?.path !== path || last.version !== version)
			last = { path, version, ...unpack(readFileSync(file)), reports: {} };
		return last;
	} finally {
		closeSync(file);
	}
}

/** The row must not contradict the archive. */
function readOpened(row: ArchiveRow, { members, reports }: OpenedFile): ReadReport {
	const product = row.product ?? productOf(members);
	const { carriesUuid, read } = formats[product];
	if (carriesUuid) {
		reports[product] ??= read(members, "", memories[product]);
		if (row.product !== null && row.uuid !== null && row.uuid !== reports[product].uuid) {
			throw new Refused(400, "the UUID is not the one in the archive's manifest.json");
		}
		return reports[product];
	}
	if (row.uuid === null) throw new Refused(400, "the host's UUID is not known: give it in the manifest");
	reports[product] ??= read(members, row.uuid, memories[product]);
	return { ...reports[product], uuid: row.uuid };
}
