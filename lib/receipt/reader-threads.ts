/** The threads of a server that read the reports it receives. */
import { ThreadPool } from "#lib/thread-pool";
import { type ReadingAnswer, type SentReport, shareReaders } from "./reading";

/** Starts one before the first report comes, and the other when two come at once. To be closed when the server stops. */
export function startReaders(): { close(): Promise<void> } {
	const pool = new ThreadPool<SentReport, ReadingAnswer>({
		module: "lib/receipt/reading-thread.ts",
		threadsMax: 2,
		// Reading takes milliseconds. Only a machine without time, or a mistake in a reader, comes near this.
		jobMsMax: 5_000,
		// Many reports at once: those whose turn does not come are sent again later.
		waitMsMax: 20_000,
		memoryMibMax: 192,
	});
	shareReaders((sent) => pool.run(sent));
	const nothing: SentReport = { product: "openvz7", contentType: null, body: new Uint8Array() };
	// What is wrong with the threads is said for the first report.
	pool.run(nothing).catch(() => {});
	return {
		close: () => {
			shareReaders(undefined);
			return pool.close();
		},
	};
}
