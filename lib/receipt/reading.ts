/** Reads reports in threads: whatever one holds, other requests go on. */
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

export type ReadingAnswer =
	| { report: ReadReport; digest: Uint8Array }
	| { refused: { status: Refused["status"]; line: string } };

export type ReadInThread = (sent: SentReport) => Promise<ReadingAnswer>;

// The server around Next has the threads (`reader-threads.ts`): the bundle of the site cannot start any.
const shared = globalThis as { openvzStatisticsReaders?: ReadInThread };

export function shareReaders(read: ReadInThread | undefined): void {
	shared.openvzStatisticsReaders = read;
}

/** Throws `Refused`, or another error where it took too long. */
export async function readInThread(sent: SentReport): Promise<{ report: ReadReport; digest: Buffer }> {
	if (!shared.openvzStatisticsReaders) throw new Error("the threads that read reports are not started");
	const answer = await shared.openvzStatisticsReaders(sent);
	if ("refused" in answer) throw new Refused(answer.refused.status, answer.refused.line);
	return { report: answer.report, digest: Buffer.from(answer.digest) };
}
