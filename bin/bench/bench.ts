/** What every part of the benchmark works with: a database, simulated reports, and where its lines go. */
import type { Pool } from "pg";
import { type Day, plusDays, startOf } from "#lib/day";
import { type FleetOptions, planFleet, simulateFleet } from "#lib/fleet/simulate";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import { formats } from "#lib/readers/formats";
import { ReadingMemory } from "#lib/readers/memory";
import { unpack } from "#lib/readers/unpack";
import { incoming } from "#lib/receipt/receive";
import { statistics } from "#lib/statistics/index";
import { acceptReports, type IncomingReport } from "#lib/store/accept";
import { analyzeHosts, clearTables } from "#lib/store/upkeep";
import type { Line } from "./table";

export interface Bench {
	pool: Pool;
	databaseUrl: string;
	/** For files of a part. */
	folder: string;
	/** Also what takes many minutes and gigabytes. */
	isLarge: boolean;
	/** Throws when the benchmark was interrupted. */
	add(line: Line): void;
	/** Says what is being prepared. */
	say(text: string): void;
}

export type Part = (bench: Bench) => Promise<void>;

/** The last day of every fleet whose reports are not sent live. */
export const end = "2026-10-31" as Day;

export const catalog = catalogOf(statistics);

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	await work();
	return performance.now() - begun;
}

export const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

interface ReadFleet {
	reports: IncomingReport[];
	hosts: number;
	/** Of reading, unpacking included. */
	msPerReport: number;
}

/** Reports of a simulated fleet, half of it legacy, in order of receipt. */
export function readFleet(hosts: number, days: number, last: Day = end): ReadFleet {
	const plan = planFleet({ hosts: hosts >> 1, legacyHosts: hosts >> 1, days, seed: 1, end: last });
	const memories = { openvz7: new ReadingMemory(), legacy: new ReadingMemory() };
	const reports: IncomingReport[] = [];
	let readingMs = 0;
	for (const { product, uuid, receivedAt, archive } of simulateFleet(plan)) {
		const begun = performance.now();
		const { members, digest } = unpack(archive);
		const report = formats[product].read(members, uuid, memories[product]);
		readingMs += performance.now() - begun;
		reports.push(incoming(report, digest, receivedAt, "unknown"));
	}
	reports.sort((a, b) => a.at.getTime() - b.at.getTime());
	return { reports, hosts: new Set(reports.map(({ uuid }) => uuid)).size, msPerReport: readingMs / reports.length };
}

/** Archives as they are sent, in order of time. */
export function archivesOf(fleet: Omit<FleetOptions, "seed">) {
	const sent = [...simulateFleet(planFleet({ ...fleet, seed: 1 }))];
	return sent.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

/** The tables with nothing but these reports, and their days published. */
export async function fillWith(pool: Pool, reports: readonly IncomingReport[], days: number): Promise<void> {
	await clearTables(pool);
	await acceptReports(pool, reports, catalog);
	await analyzeHosts(pool);
	await publishDays(pool, days);
}

/** Publishes so many days up to the last one. Returns the milliseconds. */
export function publishDays(pool: Pool, days: number): Promise<number> {
	const from = plusDays(end, 1 - days);
	return timed(() => publish(pool, statistics, { from, through: end, now: startOf(plusDays(end, 1)) }));
}
