/** `npm run bench`: what things cost, each beside its limit or a peer measured in the same run. */

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Pool } from "pg";
import { type Day, plusDays, startOf } from "#lib/day";
import { planFleet, simulateFleet } from "#lib/fleet/simulate";
import { formatNumber } from "#lib/format";
import { catalogOf } from "#lib/host-history/tally";
import { defaultLanguage } from "#lib/language";
import { defaultProduct } from "#lib/product";
import { publish } from "#lib/publish/publish";
import { readyStore } from "#lib/publish/ready-store";
import { formats } from "#lib/readers/formats";
import { unpack } from "#lib/readers/unpack";
import { admit } from "#lib/receipt/admission";
import { incoming } from "#lib/receipt/receive";
import { statistics } from "#lib/statistics/index";
import { acceptReport, acceptReports, type IncomingReport } from "#lib/store/accept";
import { openDatabase } from "#lib/store/database";
import { analyzeHosts, clearTables, copyHosts, statementsMs, timeStatements } from "#lib/store/upkeep";
import { measureArchive, measureWeeks } from "./bench-import";
import { measureQuestions, measureSite, timed } from "./bench-site";
import { run } from "./run";

const end = "2026-10-31" as Day;
const databaseMsMax = 2;
const ratioMin = 0.5;
const missMillisecondsMax = 100;
const importPerSecondMin = 2000;
const questionHosts = 17_000;
const questionMillisecondsMax = 2000;
const logSecondsMax = 240;
const logMemoryMibMax = 300;

await run(async (signal) => {
	const [cpu] = cpus();
	console.log(`${cpus().length} × ${cpu?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(2)}\n`);
	const folder = await mkdtemp(join(tmpdir(), "openvz-bench-"));
	const settings = { shared_preload_libraries: "pg_stat_statements", "pg_stat_statements.track_planning": "on" };
	const database = await openDatabase({ DATA_DIR: folder, DATABASE_URL: undefined }, { settings });
	try {
		const store = await readyStore(database.url, { connectionsMax: 3 });
		// `npm run bench -- questions` measures these alone.
		if (process.argv.includes("questions")) await publishLargeFleet(store.pool);
		else await measureFleets(store.pool, database.url, folder, signal);
		await copyHosts(store.pool, defaultProduct, questionHosts);
		await store.close();
		await printQuestions(database.url);
	} finally {
		await database.close();
		await rm(folder, { recursive: true, force: true });
	}
});

/** Everything but questions. What is published last is the larger fleet. */
async function measureFleets(pool: Pool, databaseUrl: string, folder: string, signal: AbortSignal): Promise<void> {
	const small = await readFleet(60);
	signal.throwIfAborted();
	const publishing = (days: number) => timed(() => publishDays(pool, days));

	await timeStatements(pool);
	const times = await live(small.reports, async (report) => {
		const networks = await admit(pool, "reports", addressOf(report.uuid), 1_000_000, report.at);
		return acceptReport(pool, { ...report, networks }, catalogOf(statistics));
	});
	const databaseMs = await statementsMs(pool);
	line("live report, in the database", databaseMs / times.length, `limit ${databaseMsMax} ms`);
	line("live report, all in all", times[times.length >> 1] ?? 0, "median, with round trips, fold and fsync");
	line("live report, all in all", times[Math.floor(times.length * 0.95)] ?? 0, "95th percentile");
	line("reading an archive", small.msPerReport, "per report, unpacking included");

	const { count, ms } = await measureArchive(pool, folder, end);
	line(
		"import",
		ms / count,
		`${count} archives: ${Math.round((1000 * count) / ms)} a second, at least ${importPerSecondMin}`,
	);
	const weekly = await measureWeeks(pool, small.reports);
	line("import of a week, the first ten", weekly.first, "per report");
	line("import of a week, after a year", weekly.last, `${(weekly.last / weekly.first).toFixed(2)} times as long`);

	const { entries, seconds, memoryMib } = await measureLogs();
	line(
		"a gigabyte of log lines",
		seconds * 1000,
		`${entries} lines, ${Math.round(memoryMib)} MiB: at most ${logSecondsMax} s of CPU and ${logMemoryMibMax} MiB`,
	);

	await clearTables(pool);
	const once = await timed(() => acceptReports(pool, small.reports, catalogOf(statistics)));
	line("imported report", once / small.reports.length, `${small.reports.length} reports of ${small.hosts} hosts`);
	await analyzeHosts(pool);
	await publishing(365);
	const day = await publishing(1);
	const quarter = await publishing(92);
	const year = await publishing(365);
	line("publishing 1 day", day, `${small.hosts} hosts`);
	line("publishing 92 days", quarter, `${(quarter / day).toFixed(1)} times 1 day`);
	line("publishing 365 days", year, `${(year / day).toFixed(1)} times 1 day`);

	await clearTables(pool);
	const hosts = await publishLargeFleet(pool);
	const doubled = await publishing(365);
	line("publishing 365 days", doubled, `${hosts} hosts: ${(doubled / year).toFixed(2)} times as long`);
	await printSite(databaseUrl);
}

/** A year of so many hosts that copies of them answer as a large fleet would. */
async function publishLargeFleet(pool: Pool): Promise<number> {
	const { reports, hosts } = await readFleet(120);
	await acceptReports(pool, reports, catalogOf(statistics));
	await analyzeHosts(pool);
	await publishDays(pool, 365);
	return hosts;
}

function publishDays(pool: Pool, days: number) {
	return publish(pool, statistics, { from: plusDays(end, 1 - days), through: end, now: startOf(plusDays(end, 1)) });
}

async function printSite(databaseUrl: string): Promise<void> {
	const columns = (...[what, path, ...numbers]: string[]) =>
		console.log(`${what?.padEnd(20)} ${path?.padEnd(42)} ${numbers.map((one) => one.padStart(11)).join("")}`);
	console.log(`\nKept: requests per second, at least ${ratioMin} of a bare Node server with the same bytes.`);
	console.log(`Not kept: ms, at most ${missMillisecondsMax}.\n`);
	columns("", "", "kept", "bare", "ratio", "not kept", "");
	const { answers, pages } = await measureSite(databaseUrl, end);
	for (const { what, path, perSecond, barePerSecond, missMilliseconds } of answers) {
		const ratio = perSecond / barePerSecond;
		const isGood = ratio >= ratioMin && missMilliseconds <= missMillisecondsMax;
		const rates = [perSecond, barePerSecond].map((rate) => formatNumber(Math.round(rate), defaultLanguage));
		columns(what, path.slice(-42), ...rates, ratio.toFixed(2), missMilliseconds.toFixed(0), isGood ? "" : "too slow");
	}
	console.log(`\nEvery page that is not kept: ms, at most ${missMillisecondsMax}.\n`);
	for (const { path, missMilliseconds } of pages)
		line(path, missMilliseconds, missMilliseconds > missMillisecondsMax ? "too slow" : "");
}

async function printQuestions(databaseUrl: string): Promise<void> {
	const title = `Every question about ${formatNumber(questionHosts, defaultLanguage)} hosts, not kept`;
	console.log(`\n${title}: ms, at most ${questionMillisecondsMax}.\n`);
	for (const { path, missMilliseconds } of await measureQuestions(databaseUrl, end))
		line(path, missMilliseconds, missMilliseconds > questionMillisecondsMax ? "too slow" : "");
}

/** Each host has a network of its own. */
function addressOf(uuid: string): string {
	return [0, 2, 4]
		.map((place) => Number.parseInt(uuid.slice(place, place + 2), 16))
		.join(".")
		.concat(".1");
}

/** Reports of a simulated fleet, half of it legacy, in order of receipt. */
async function readFleet(hosts: number) {
	const plan = planFleet({ hosts: hosts >> 1, legacyHosts: hosts >> 1, days: 365, seed: 1, end });
	const reports: IncomingReport[] = [];
	let readingMs = 0;
	for await (const { product, uuid, receivedAt, archive } of simulateFleet(plan)) {
		const begun = performance.now();
		const { members, digest } = unpack(archive);
		const report = formats[product].read(members, uuid);
		readingMs += performance.now() - begun;
		reports.push(incoming(report, digest, receivedAt, "unknown"));
	}
	reports.sort((a, b) => a.at.getTime() - b.at.getTime());
	return { reports, hosts: new Set(reports.map(({ uuid }) => uuid)).size, msPerReport: readingMs / reports.length };
}

/** Milliseconds of each, sorted. */
async function live(reports: readonly IncomingReport[], accept: (report: IncomingReport) => Promise<unknown>) {
	const times: number[] = [];
	for (const report of reports) times.push(await timed(() => accept(report)));
	return times.sort((a, b) => a - b);
}

function line(what: string, milliseconds: number, beside: string): void {
	console.log(`${what.padEnd(40)} ${milliseconds.toFixed(milliseconds < 100 ? 2 : 0).padStart(9)} ms   ${beside}`);
}

/** In a process of its own, so that its memory is that of nothing else. */
async function measureLogs(): Promise<{ entries: number; seconds: number; memoryMib: number }> {
	const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "bin/bench-observe.ts"]);
	return JSON.parse(stdout) as { entries: number; seconds: number; memoryMib: number };
}
