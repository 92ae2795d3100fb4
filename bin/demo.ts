/** `npm run demo`: the site over a simulated fleet. The first run makes it; the next ones find it. */
import { readEnv } from "#lib/env";
import { prepare } from "./prepare";
import { run } from "./run";

await run(async (signal) => {
	process.env.DATA_DIR ||= "./demo-data";
	const env = readEnv();
	// What follows imports the database client, which a fresh clone does not have.
	await prepare({ signal });
	const { fillDemo } = await import("./fill-demo");
	await fillDemo(env, signal);
	const { serve } = await import("./server/serve-site");
	await serve(env, signal);
});
