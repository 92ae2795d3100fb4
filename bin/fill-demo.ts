/** Fills the demo's database: report archives of a simulated fleet, taken in and published as real ones would be. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Day, dayOf, daysBetween, plusDays } from "#lib/day";
import type { Env } from "#lib/env";
import { writeFleet } from "#lib/fleet/write";
import { manifestRows } from "#lib/import/manifest";
import { OperatorError } from "#lib/operator-error";
import { publicationState } from "#lib/store/publication";
import { progress } from "./progress";
import { readSimulation, writeSimulation } from "./simulation-file";
import { importReports } from "./stats/import";
import { publishDays } from "./stats/publish";
import { withStore } from "./stats/with-store";

/** Enough to look like a fleet, and small enough to be there within two minutes. */
const fleet = { hosts: 160, legacyHosts: 400, days: 430, seed: 1 };

const oldDays = 7;

/** Does nothing where the fleet is there already; goes on where it was interrupted: the same archives come again. */
export async function fillDemo({ DATA_DIR }: Pick<Env, "DATA_DIR">, signal: AbortSignal): Promise<void> {
	const yesterday = plusDays(dayOf(new Date()), -1);
	const found = await readSimulation(DATA_DIR);
	if (found?.complete) {
		if (daysBetween(found.end, yesterday) > oldDays)
			console.error(`The simulated fleet ends on ${found.end}: remove ${DATA_DIR} to have a new one`);
		return;
	}
	await withStore(signal, async ({ pool }) => {
		if (!found && (await publicationState(pool))?.firstReportDay)
			throw new OperatorError(
				"the database has real reports: set DATA_DIR or DATABASE_URL to an empty one for the demo",
			);
		const end = found?.end ?? yesterday;
		await writeSimulation(DATA_DIR, { end, complete: false });
		const archives = join(DATA_DIR, "fleet");
		await simulate(archives, end);
		await importReports(pool, await manifestRows(join(archives, "manifest.csv"), new Date()));
		await publishDays(pool);
		await writeSimulation(DATA_DIR, { end, complete: true });
		await rm(archives, { recursive: true });
	});
}

async function simulate(folder: string, end: Day): Promise<void> {
	const shown = progress("Simulating reports");
	await writeFleet(folder, { ...fleet, end }, shown.update);
	shown.end();
}
