/** `npm start`, and with `--dev` `npm run dev`. */
import { readEnv } from "#lib/env";
import { run } from "./run";

/** Service managers kill a process a minute after SIGTERM: this one ends before, whatever does not answer. */
const stopMillisecondsMax = 45_000;

await run(async (signal) => {
	signal.addEventListener("abort", () => setTimeout(() => process.exit(1), stopMillisecondsMax).unref());
	const env = readEnv();
	// What follows reads the environment while it is loaded.
	const { serve } = await import("./server/serve-site");
	await serve(env, signal, { dev: process.argv.includes("--dev") });
});
