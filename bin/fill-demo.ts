/** Fills the demo's database: report archives of a simulated fleet, imported and published as real ones would be. */
import { availableParallelism } from "node:os";
import type { Pool } from "pg";
import { crashOf } from "#lib/crashes/facts";
import { readUreport } from "#lib/crashes/ureport";
import { type Day, dayOf, daysThrough, plusDays } from "#lib/day";
import type { Env } from "#lib/env";
import { activityFiles } from "#lib/fleet/activity";
import { crashReportsOn } from "#lib/fleet/crashes";
import { type FleetOptions, type Part, planFleet } from "#lib/fleet/simulate";
import { catalogOf } from "#lib/host-history/tally";
import { acceptBatches } from "#lib/import/import";
import { OperatorError } from "#lib/operator-error";
import { recentNetworks } from "#lib/receipt/admission";
import { countriesPath, openCountries } from "#lib/receipt/country";
import { incoming } from "#lib/receipt/receive";
import { statistics } from "#lib/statistics/index";
import { acceptReports, type IncomingReport } from "#lib/store/accept";
import { replaceCrashes } from "#lib/store/crashes";
import { beginHistory, publicationState } from "#lib/store/publication";
import { analyzeHosts } from "#lib/store/upkeep";
import { ThreadPool } from "#lib/thread-pool";
import { progress } from "./progress";
import { readSimulation, writeSimulation } from "./simulation-file";
import type { SimulatedReading, SimulationJob } from "./simulation-thread";
import { observeTexts } from "./stats/observed-counts";
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
		await takeInFleet(pool, fleet, part, signal);
		await takeInCrashes(pool, part, fleet.end);
		await observeTexts(pool, activityFiles({ from: first, through: yesterday, seed: fleet.seed }), new Date());
		await publishDays(pool);
		await writeSimulation(DATA_DIR, { fleet, through: yesterday });
	});
}

/** Crash reports as abrt sends them, by the reader of the server. Days that an interrupted call left are counted again. */
export async function takeInCrashes(pool: Pool, part: Part, end: Day): Promise<void> {
	const crashes = daysThrough(part.from, part.through).flatMap((day) =>
		crashReportsOn(day, end).map((bytes) => {
			const crash = crashOf(readUreport(bytes));
			return { crash, day, isHost: crash.serial === 1 };
		}),
	);
	await replaceCrashes(pool, part, crashes);
}

/** About a thousand reports in a transaction. */
const hostsPerBatch = 30;
const hostsPerJob = 5;
/** Starting a thread costs as much as so many reports. */
const reportsPerThread = 1000;

/** Threads simulate and read, while the database writes what they read before. */
async function takeInFleet(pool: Pool, fleet: FleetOptions, part: Part, signal: AbortSignal): Promise<void> {
	const { hosts, reports } = planFleet(fleet, part);
	const countryOf = await openCountries(countriesPath());
	const networksOf = await recentNetworks(pool, new Date());
	const threads = new ThreadPool<SimulationJob, SimulatedReading[]>({
		module: "bin/simulation-thread.ts",
		threadsMax: Math.min(availableParallelism(), Math.ceil(reports / reportsPerThread)),
		jobMsMax: 600_000,
		memoryMibMax: 1024,
	});
	const shown = progress("Simulating and importing reports");
	let done = 0;
	const readHosts = async (first: number, count: number) => {
		const readings = await threads.run({ fleet, part, first, count });
		signal.throwIfAborted();
		done += readings.length;
		shown.update(done, Math.max(done, reports));
		return readings.map(({ report, digest, at, ip }) =>
			incoming(report, Buffer.from(digest), at, countryOf(ip || null), networksOf(ip || null, at)),
		);
	};
	const places = (from: number, to: number, step: number) =>
		Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
	const readBatch = async (first: number) => {
		const end = Math.min(first + hostsPerBatch, hosts.length);
		const jobs = places(first, end, hostsPerJob).map((place) => readHosts(place, Math.min(hostsPerJob, end - place)));
		return (await Promise.all(jobs)).flat();
	};
	try {
		const accept = (reports: readonly IncomingReport[]) => acceptReports(pool, reports, catalogOf(statistics));
		await acceptBatches(places(0, hosts.length, hostsPerBatch), readBatch, accept);
	} finally {
		await threads.close();
		shown.end();
	}
	await analyzeHosts(pool);
}
