import type { Command } from "commander";
import { aborted } from "#bin/run";
import { diagnose } from "./diagnose";

export function addDoctor(program: Command, signal: AbortSignal): void {
	program
		.command("doctor")
		.description("check configuration, database, schema, GeoIP file, disk space, clock and scheduler")
		.action(async () => {
			const healthy = await Promise.race([diagnose((line) => console.log(line)), aborted(signal)]);
			if (!healthy) process.exitCode = 1;
		});
}
