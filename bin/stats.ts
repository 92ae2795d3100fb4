/** `npm run stats -- <command>`: the operator's tool. */
import { prepare } from "./prepare";
import { run } from "./run";

await run(async (signal) => {
	// What follows imports the database client, which a fresh clone does not have.
	await prepare({ site: false, signal });
	const { stats } = await import("./stats/commands");
	await stats(signal).parseAsync();
});
