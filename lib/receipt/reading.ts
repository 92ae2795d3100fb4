/** What hosts send is read in threads: whatever it holds, other requests go on. */
import type { Product } from "#lib/product";
import type { ReadReport } from "#lib/readers/read-report";
import { Refused } from "#lib/readers/refused";

/** A report as it was sent. */
export interface SentReport {
	product: Product;
	contentType: string | null;
	/** The archive, or a form with the archive in it. */
	body: Uint8Array;
}

/** A report as it was read, and the digest of its archive. */
export interface ReadArchive {
	report: ReadReport;
	digest: Uint8Array;
}

/** An error that comes out of a thread has lost its class. */
export type ReadingAnswer<Read> = { read: Read } | { refused: { status: Refused["status"]; line: string } };

/** In a thread: what `read` gives, or why it refuses. */
export function readingAnswer<Read>(read: () => Read): ReadingAnswer<Read> {
	try {
		return { read: read() };
	} catch (error) {
		if (error instanceof Refused) return { refused: { status: error.status, line: error.message } };
		throw error;
	}
}

export type WhatIsRead = "reports" | "crashes";
type Reader = (sent: unknown) => Promise<ReadingAnswer<unknown>>;

// The server around Next has the threads (`reader-threads.ts`): the bundle of the site cannot start any.
const shared = globalThis as { openvzStatisticsReaders?: Map<WhatIsRead, Reader> };

export function shareReader(what: WhatIsRead, reader: Reader | undefined): void {
	shared.openvzStatisticsReaders ??= new Map();
	if (reader) shared.openvzStatisticsReaders.set(what, reader);
	else shared.openvzStatisticsReaders.delete(what);
}

/** Throws `Refused`, or another error where it took too long. */
export async function readInThread<Sent, Read>(what: WhatIsRead, sent: Sent): Promise<Read> {
	const reader = shared.openvzStatisticsReaders?.get(what);
	if (!reader) throw new Error(`the threads that read ${what} are not started`);
	const answer = (await reader(sent)) as ReadingAnswer<Read>;
	if ("refused" in answer) throw new Refused(answer.refused.status, answer.refused.line);
	return answer.read;
}
