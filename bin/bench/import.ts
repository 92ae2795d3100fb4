/** What imports cost: of a whole archive, and week after week into a history that grows. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { plusDays, startOf } from "#lib/day";
import { writeFleet } from "#lib/fleet/write";
import { manifestRows } from "#lib/import/manifest";
import { acceptReports, type IncomingReport } from "#lib/store/accept";
import { clearTables } from "#lib/store/upkeep";
import { importReports } from "../stats/import";
import { type Bench, catalog, end, readFleet, timed } from "./bench";

/** As many reports as make the start of the threads unimportant. */
const fleet = { hosts: 300, legacyHosts: 400, days: 365, seed: 1, end };
const perSecondMin = 2000;
const weekMs = 7 * 24 * 60 * 60 * 1000;
/** Weeks at the beginning and at the end that are compared. */
const weeksCompared = 10;

export async function measureImport({ pool, folder, add, say }: Bench): Promise<void> {
	say("writing an archive");
	const archive = join(folder, "archive");
	await writeFleet(archive, fleet);
	const rows = await manifestRows(join(archive, "manifest.csv"), startOf(plusDays(end, 1)));
	await clearTables(pool);
	const ms = await timed(() => importReports(pool, rows));
	const count = rows.rows.length;
	add({
		what: "import",
		value: (1000 * count) / ms,
		unit: "per second",
		atLeast: perSecondMin,
		note: `${count} archives`,
	});

	const { reports, hosts } = readFleet(60, 365);
	await clearTables(pool);
	const once = await timed(() => acceptReports(pool, reports, catalog));
	add({
		what: "imported report",
		value: once / reports.length,
		unit: "ms",
		note: `${reports.length} reports of ${hosts} hosts`,
	});

	await clearTables(pool);
	const weeks: { count: number; ms: number }[] = [];
	for (const week of weeksOf(reports))
		weeks.push({ count: week.length, ms: await timed(() => acceptReports(pool, week, catalog)) });
	const [first, last] = [weeks.slice(0, weeksCompared), weeks.slice(-weeksCompared)].map(perReport);
	add({
		what: "report imported with its week, after a year",
		value: last ?? 0,
		unit: "ms",
		peer: { what: "in the first ten weeks", value: first ?? 0 },
	});
}

function weeksOf(reports: readonly IncomingReport[]): IncomingReport[][] {
	const start = reports[0]?.at.getTime() ?? 0;
	const weeks = new Map<number, IncomingReport[]>();
	for (const report of reports) {
		const week = Math.floor((report.at.getTime() - start) / weekMs);
		weeks.set(week, [...(weeks.get(week) ?? []), report]);
	}
	return [...weeks.values()];
}

function perReport(measured: readonly { count: number; ms: number }[]): number {
	const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
	return sum(measured.map(({ ms }) => ms)) / sum(measured.map(({ count }) => count));
}

const logSecondsMax = 240;
const logMemoryMibMax = 300;

/** In a process of its own, so that its memory is that of nothing else. */
export async function measureLogs({ add, say }: Bench): Promise<void> {
	say("reading a gigabyte of log lines");
	const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "bin/bench/observe.ts"]);
	const { entries, seconds, memoryMib } = JSON.parse(stdout) as { entries: number; seconds: number; memoryMib: number };
	add({
		what: "a gigabyte of log lines",
		value: seconds,
		unit: "s",
		atMost: logSecondsMax,
		note: `of CPU, ${entries} lines`,
	});
	add({ what: "a gigabyte of log lines", value: memoryMib, unit: "MiB", atMost: logMemoryMibMax });
}
