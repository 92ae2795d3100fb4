/**
 * One server for the whole run, over the published history of a small simulated fleet, which tests only read:
 * `const site = await filledSite()` at the top of a test file. It is made while tests run that do not need it.
 */
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Day } from "#lib/day";

/** Its hosts: 30 of OpenVZ 7 and 40 older ones, in 90 days. */
export interface FilledSite {
	url: string;
	/** The published days. */
	firstDay: Day;
	lastDay: Day;
}

type Outcome = { site: FilledSite } | { error: string };

const file = join(process.env.TEST_RUN_FOLDER ?? "", "filled-site.json");

/** Tells all workers. */
export async function publishOutcome(outcome: Outcome): Promise<void> {
	await writeFile(`${file}.new`, JSON.stringify(outcome));
	await rename(`${file}.new`, file);
}

export async function filledSite(): Promise<FilledSite> {
	for (;;) {
		const text = await readFile(file, "utf8").catch(() => null);
		if (text === null) {
			await pause(100);
			continue;
		}
		const outcome: Outcome = JSON.parse(text);
		if ("error" in outcome) throw new Error(outcome.error);
		return outcome.site;
	}
}
