/** Fills the demo's database: report archives of a simulated fleet, imported and published as real ones would be. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { dayOf, plusDays } from "#lib/day";
import type { Env } from "#lib/env";
import type { FleetOptions, Part } from "#lib/fleet/simulate";
import { isWritten, writeFleet } from "#lib/fleet/write";
import { manifestRows } from "#lib/import/manifest";
import { OperatorError } from "#lib/operator-error";
import { beginHistory, publicationState } from "#lib/store/publication";
import { progress } from "./progress";
import { readSimulation, writeSimulation } from "./simulation-file";
import { importReports } from "./stats/import";
import { publishDays } from "./stats/publish";
import { withStore } from "./stats/with-store";

/**
 * Days that the fleet has been reporting before the first published one, so that every window is full on it and no chart
 * begins with a cliff.
 */
const daysBefore = 60;

/** Enough to look like a fleet, and small enough to be there within three minutes. */
const size = { hosts: 1500, legacyHosts: 2000, days: 405 + daysBefore, seed: 1 };

/**
 * Brings the demo's fleet up to yesterday: the first time with its history, later with the days since. Every step can be
 * interrupted and is done again by the next call: the same reports come again, and the database knows those it has.
 */
export async function fillDemo(
	{ DATA_DIR }: Pick<Env, "DATA_DIR">,
	signal: AbortSignal,
	options: Omit<FleetOptions, "end"> = size,
): Promise<void> {
	const yesterday = plusDays(dayOf(new Date()), -1);
	const found = await readSimulation(DATA_DIR);
	if (found && "isWhole" in found) {
		const advice = `${DATA_DIR} has a demo of an earlier version, which does not go on: remove it to have a new one`;
		if (!found.isWhole) throw new OperatorError(advice);
		console.error(advice);
		return;
	}
	if (found?.through && found.through >= yesterday) return;
	await withStore(signal, async ({ pool }) => {
		if (!found && (await publicationState(pool))?.firstReportDay)
			throw new OperatorError(
				"the database has real reports: set DATA_DIR or DATABASE_URL to an empty one for the demo",
			);
		const fleet = found?.fleet ?? { ...options, end: yesterday };
		const first = plusDays(fleet.end, 1 - fleet.days);
		if (!found) await writeSimulation(DATA_DIR, { fleet, through: null });
		if (!found?.through) await beginHistory(pool, plusDays(first, Math.min(daysBefore, fleet.days - 1)));
		const part: Part = { from: found?.through ? plusDays(found.through, 1) : first, through: yesterday };
		const archives = join(DATA_DIR, "fleet");
		await simulate(archives, fleet, part, signal);
		await importReports(pool, await manifestRows(join(archives, "manifest.csv"), new Date()));
		// Interrupted here, the same reports are simulated again, and found to be there.
		await Promise.all([publishDays(pool), rm(archives, { recursive: true })]);
		await writeSimulation(DATA_DIR, { fleet, through: yesterday });
	});
}

async function simulate(folder: string, fleet: FleetOptions, part: Part, signal: AbortSignal): Promise<void> {
	if (await isWritten(folder, fleet, part)) return;
	const shown = progress("Simulating reports");
	const update = (done: number, total: number) => {
		signal.throwIfAborted();
		shown.update(done, total);
	};
	await writeFleet(folder, fleet, update, part).finally(shown.end);
}
