/** The threads of a server that read what it receives. */
import { ThreadPool, type ThreadPoolOptions } from "#lib/thread-pool";
import { type ReadingAnswer, type SentReport, shareReader, type WhatIsRead } from "./reading";

const limits = {
	// Reading takes milliseconds. Only a machine without time, or a mistake in a reader, comes near this.
	jobMsMax: 5_000,
	// Many at once: those whose turn does not come are sent again later.
	waitMsMax: 20_000,
	memoryMibMax: 192,
};

const pools: Readonly<Record<WhatIsRead, ThreadPoolOptions>> = {
	reports: { module: "lib/receipt/reading-thread.ts", threadsMax: 2, ...limits },
	crashes: { module: "lib/crashes/reading-thread.ts", threadsMax: 1, ...limits },
};

/**
 * Starts a thread before the first report comes, and others when two come at once, or the first crash report. To be closed
 * when the server stops.
 */
export function startReaders(): { close(): Promise<void> } {
	const started = (Object.keys(pools) as WhatIsRead[]).map((what) => {
		const pool = new ThreadPool<unknown, ReadingAnswer<unknown>>(pools[what]);
		shareReader(what, (sent) => pool.run(sent));
		return { what, pool };
	});
	const nothing: SentReport = { product: "openvz7", contentType: null, body: new Uint8Array() };
	// What is wrong with the threads is said for the first report.
	for (const { what, pool } of started) if (what === "reports") pool.run(nothing).catch(() => {});
	return {
		async close() {
			for (const { what } of started) shareReader(what, undefined);
			await Promise.all(started.map(({ pool }) => pool.close()));
		},
	};
}
