import { type Command, InvalidArgumentError, Option } from "commander";
import { progress } from "#bin/progress";
import { type Day, dayOf, parseDay, plusDays } from "#lib/day";
import type { FleetOptions } from "#lib/fleet/simulate";
import { talkFigures } from "#lib/fleet/talk";
import { writeFleet, writeTalkFleet } from "#lib/fleet/write";
import { products } from "#lib/product";

function integer(low: number, high: number): (text: string) => number {
	return (text) => {
		const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
		if (value >= low && value <= high) return value;
		throw new InvalidArgumentError(`It must be a whole number from ${low} to ${high}.`);
	};
}

function lastDay(text: string): Day {
	const parsed = parseDay(text);
	// No OpenVZ host had a reporter before.
	if (parsed && parsed >= "2012-01-01" && parsed <= "2099-12-31") return parsed;
	throw new InvalidArgumentError("It must be a day from 2012 to 2099 like 2026-11-21.");
}

interface Given extends Omit<FleetOptions, "end"> {
	out: string;
	end?: Day;
	preset?: "slides";
}

export function addSimulate(program: Command, signal: AbortSignal): void {
	program
		.command("simulate")
		.description("write report archives of a simulated fleet and their manifest")
		.requiredOption("--out <dir>", "folder for the archives and manifest.csv: empty, or one of a former simulation")
		.option("--hosts <n>", "OpenVZ 7 hosts that are active at the end", integer(0, 1_000_000), 400)
		.option("--legacy-hosts <n>", "legacy hosts that are active at the end", integer(0, 1_000_000), 1200)
		.option("--days <n>", "days of history", integer(1, 5000), 420)
		.option("--seed <n>", "the same seed gives the same archives", integer(0, 2 ** 32), 1)
		.option("--end <day>", "last day of the history (default: yesterday, UTC)", lastDay)
		.addOption(
			new Option(
				"--preset <name>",
				"slides: the fleet whose figures the talk of 2019 gives, four million reports of it",
			)
				.choices(["slides"])
				.conflicts(["hosts", "legacyHosts", "days"]),
		)
		.action(async ({ out, preset, ...given }: Given) => {
			const bar = progress("Simulating reports");
			try {
				const options = { ...given, end: given.end ?? plusDays(dayOf(new Date()), -1) };
				const onProgress = (done: number, total: number) => {
					signal.throwIfAborted();
					bar.update(done, total);
				};
				const { reports, hosts } = preset
					? await writeTalkFleet(out, talkFigures, options, onProgress)
					: await writeFleet(out, options, onProgress);
				for (const product of products) {
					console.log(`${product}: ${reports[product]} reports of ${hosts[product]} hosts`);
				}
			} finally {
				bar.end();
			}
		});
}
