/** `npm start`, and with `--dev` `npm run dev`. */
import { readEnv } from "#lib/env";
import { prepare } from "./prepare";
import { run } from "./run";

await run(async (signal) => {
	const env = readEnv();
	// What follows imports the database client, which a fresh clone does not have.
	await prepare({ site: false, signal });
	const { serve } = await import("./server/serve-site");
	await serve(env, signal, { dev: process.argv.includes("--dev") });
});
