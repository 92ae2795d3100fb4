/**
 * `npm run demo`: the site over a simulated fleet. The first run makes it while the site is built; later ones find it and
 * bring it up to yesterday.
 */
import { constants } from "node:os";
import { readEnv } from "#lib/env";
import { prepare } from "./prepare";
import { run } from "./run";

await run(async (signal) => {
	process.env.DATA_DIR ||= "./demo-data";
	const env = readEnv();
	// What follows reads the environment while it is loaded.
	const { fillDemo } = await import("./fill-demo");
	const failed = new AbortController();
	const stop = AbortSignal.any([signal, failed.signal]);
	const work = [
		fillDemo(env, stop),
		prepare({ signal: stop, isBeside: true, priority: constants.priority.PRIORITY_BELOW_NORMAL }),
	];
	try {
		await Promise.all(work);
	} catch (error) {
		// What still runs ends in order: the embedded database is stopped, the build killed.
		failed.abort("SIGTERM");
		await Promise.allSettled(work);
		throw error;
	}
	const { serve } = await import("./server/serve-site");
	await serve(env, signal);
});
