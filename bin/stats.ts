/** `npm run stats -- <command>`: the operator's tool. */
import { run } from "./run";

await run(async (signal) => {
	// What follows reads the environment while it is loaded.
	const { stats } = await import("./stats/commands");
	await stats(signal).parseAsync();
});
