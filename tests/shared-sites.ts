/**
 * Servers that tests share, which they only read from: `const site = await filledSite()` at the top of a test file. They are
 * started once for a run, while tests run that do not need them.
 */
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Day } from "#lib/day";
import type { Site } from "./site";

export interface SharedSite {
	url: string;
	/** The published days. */
	firstDay: Day;
	lastDay: Day;
}

type Outcome = { site: SharedSite } | { error: string };

type Name = "filled" | "months";

/** Over the published history of a simulated fleet: 30 hosts of OpenVZ 7 and 40 older ones, in 90 days. */
export const filledSite = () => sharedSite("filled");
/** Over the small fleet of months-fleet.ts, whose numbers are known. */
export const monthsSite = () => sharedSite("months");

const fileOf = (name: Name) => join(process.env.TEST_RUN_FOLDER ?? "", `${name}-site.json`);

async function sharedSite(name: Name): Promise<SharedSite> {
	for (;;) {
		const text = await readFile(fileOf(name), "utf8").catch(() => null);
		if (text === null) {
			await pause(100);
			continue;
		}
		const outcome: Outcome = JSON.parse(text);
		if ("error" in outcome) throw new Error(outcome.error);
		return outcome.site;
	}
}

/** A global setup of Vitest: begins to make a site, tells all workers when it is there, and removes it at the end. */
export function sharing(name: Name, make: () => Promise<Site>): () => () => Promise<void> {
	const tell = async (outcome: Outcome) => {
		await writeFile(`${fileOf(name)}.new`, JSON.stringify(outcome));
		await rename(`${fileOf(name)}.new`, fileOf(name));
	};
	return () => {
		const starting = make().then(
			async (site) => {
				const index: { published: { from: Day; to: Day } } = await (await fetch(`${site.url}/data/index.json`)).json();
				await tell({ site: { url: site.url, firstDay: index.published.from, lastDay: index.published.to } });
				return site;
			},
			async (error: Error) => {
				await tell({ error: `the ${name} site could not be made: ${error.message}` });
				return null;
			},
		);
		return async () => {
			const site = await starting;
			await site?.stop();
			if (site) await rm(site.dataFolder, { recursive: true, force: true });
		};
	};
}
