/** What imports cost: of a whole archive, and week after week into a history that grows. */
import { join } from "node:path";
import type { Pool } from "pg";
import { type Day, plusDays, startOf } from "#lib/day";
import { writeFleet } from "#lib/fleet/write";
import { catalogOf } from "#lib/host-history/tally";
import { manifestRows } from "#lib/import/manifest";
import { statistics } from "#lib/statistics/index";
import { acceptReports, type IncomingReport } from "#lib/store/accept";
import { clearTables } from "#lib/store/upkeep";
import { timed } from "./bench-site";
import { importReports } from "./stats/import";

/** As many reports as make the start of the threads unimportant. */
const fleet = { hosts: 300, legacyHosts: 400, days: 365, seed: 1 };

/** Imports an archive of files into empty tables. It is written into the folder before that. */
export async function measureArchive(pool: Pool, folder: string, end: Day): Promise<{ count: number; ms: number }> {
	const archive = join(folder, "archive");
	await writeFleet(archive, { ...fleet, end });
	const rows = await manifestRows(join(archive, "manifest.csv"), startOf(plusDays(end, 1)));
	await clearTables(pool);
	const ms = await timed(() => importReports(pool, rows));
	return { count: rows.rows.length, ms };
}

const weekMs = 7 * 24 * 60 * 60 * 1000;
/** Weeks at the beginning and at the end that are compared. */
const weeksCompared = 10;

/** Imports reports into empty tables, each week by itself. Returns the ms for each report of the first and the last weeks. */
export async function measureWeeks(
	pool: Pool,
	reports: readonly IncomingReport[],
): Promise<{ first: number; last: number }> {
	await clearTables(pool);
	const start = reports[0]?.at.getTime() ?? 0;
	const weeks: IncomingReport[][] = [];
	for (const report of reports) {
		const week = Math.floor((report.at.getTime() - start) / weekMs);
		weeks[week] = [...(weeks[week] ?? []), report];
	}
	const measured: { count: number; ms: number }[] = [];
	for (const week of weeks.filter((reports) => reports)) {
		measured.push({ count: week.length, ms: await timed(() => acceptReports(pool, week, catalogOf(statistics))) });
	}
	return { first: perReport(measured.slice(0, weeksCompared)), last: perReport(measured.slice(-weeksCompared)) };
}

function perReport(measured: readonly { count: number; ms: number }[]): number {
	const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
	return sum(measured.map(({ ms }) => ms)) / sum(measured.map(({ count }) => count));
}
