/** Every published row of every day, compared with the slow computation, however the reports came in. */
import fc from "fast-check";
import type pg from "pg";
import { describe, expect, test } from "vitest";
import { type Day, plusDays, startOf } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import { statistics } from "#lib/statistics/index";
import type { Statistic } from "#lib/statistics/statistic";
import { acceptReport, acceptReports } from "#lib/store/accept";
import { pruneFacts } from "#lib/store/retention";
import { onConnection } from "#lib/store/sql";
import { tallyNewStatistics } from "#lib/store/tally-facts";
import { testDatabase } from "../database";
import { rounds } from "../rounds";
import { bruteForceRows, bruteForceSums, type RawReport, withoutDuplicates } from "./brute-force";
import { daysMax, fleet, widestFleet } from "./random-fleet";

const database = testDatabase();
const lastDay = plusDays("2026-01-01" as Day, daysMax + 3);
const now = startOf(plusDays(lastDay, 1));
/** Small fleets may be silent for long. */
const upToLast = { now, through: lastDay };

/** Thresholds that small fleets reach from both sides. */
const sensitive: Statistic[] = statistics.map((one) =>
	one.threshold === 1 ? one : { ...one, threshold: 2 as unknown as 5 },
);
const few = new Set([
	"hosts-total",
	"hosts-with-running-containers",
	"hosts-active",
	"hosts-new",
	"reports",
	"reports-total",
	"openvz-version",
	"country",
	"cpu-model",
	"container-os",
	"disk-kind",
	"memory-installed",
	"virtualization",
]);
const some = sensitive.filter((one) => few.has(one.slug));

async function emptied(): Promise<pg.Pool> {
	const { pool } = database();
	await pool.query(`truncate host, report, known_span, fact_version, membership, bucket_label, daily_row, publication`);
	await pool.query("insert into publication (id) values (1)");
	await onConnection(pool, (db) => tallyNewStatistics(db, statistics));
	return pool;
}

async function publishedRows(pool: pg.Pool): Promise<Map<string, string>> {
	const { rows } = await pool.query<{ key: string; value: string }>(
		`select concat_ws(' ', product, statistic, day, case bucket when '' then '(base)' else bucket end) as key,
		        concat_ws(' ', hosts, total, coalesce(merged::text, 'null')) as value from daily_row`,
	);
	return new Map(rows.map(({ key, value }) => [key, value]));
}

/** The sums for intervals, of the rows that have them. */
async function publishedSums(pool: pg.Pool): Promise<Map<string, string>> {
	const { rows } = await pool.query<{ key: string; squares: number; products: number }>(
		`select concat_ws(' ', product, statistic, day, case bucket when '' then '(base)' else bucket end) as key,
		        squares, products from daily_row where squares is not null or products is not null`,
	);
	return new Map(rows.map(({ key, squares, products }) => [key, `${squares} ${products}`]));
}

/** All rows of the host tables as text. */
async function hostTables(pool: pg.Pool): Promise<string[]> {
	const tables = ["host", "report", "known_span", "fact_version", "membership", "bucket_label"];
	const lines = await Promise.all(
		tables.map((table) =>
			pool.query<{ line: string }>(`select '${table} ' || one::text as line from ${table} one order by 1`),
		),
	);
	return lines.flatMap(({ rows }) => rows.map((row) => row.line));
}

/** Each version of facts that is left was said of a day from the cutoff on. */
async function expectNoneOlder(pool: pg.Pool, cutoff: Day): Promise<void> {
	const versions = await pool.query<{ host_id: string; section: string; since: Day; next: Day | null }>(
		`select host_id, section, since, lead(since) over (partition by host_id, section order by since) as next
		   from fact_version`,
	);
	const spans = await pool.query<{ host_id: string; section: string; since: Day; until: Day }>(
		"select * from known_span",
	);
	for (const version of versions.rows) {
		const next = version.next ?? ("9999-12-31" as Day);
		const isKnown = spans.rows.some(
			({ host_id, section, since, until }) =>
				host_id === version.host_id && section === version.section && until > cutoff && since < next,
		);
		expect(next > cutoff && isKnown, `${version.section} ${version.since}, cutoff ${cutoff}`).toBe(true);
	}
}

const inOrder = (reports: readonly RawReport[]) => [...reports].sort((a, b) => a.at.getTime() - b.at.getTime());

async function acceptLive(pool: pg.Pool, reports: readonly RawReport[], catalog: Statistic[]): Promise<void> {
	for (const report of reports) await acceptReport(pool, report, catalogOf(catalog));
}

const archives = rounds(40, 600);
const lateFleets = rounds(20, 300);
const pruned = rounds(15, 200);
const whole = rounds(4, 40);

describe("published rows equal the slow computation", () => {
	test(`reports of an unordered archive, ${archives} fleets`, async () => {
		await fc.assert(
			fc.asyncProperty(fleet, async (reports) => {
				const pool = await emptied();
				await acceptReports(pool, reports, catalogOf(some));
				await publish(pool, some, upToLast);
				const accepted = withoutDuplicates(reports);
				expect(await publishedRows(pool)).toEqual(bruteForceRows(accepted, some, lastDay));
				expect(await publishedSums(pool)).toEqual(bruteForceSums(accepted, some, lastDay));
			}),
			{ numRuns: archives },
		);
	});

	test(`live reports and late ones, published in between, ${lateFleets} fleets`, async () => {
		await fc.assert(
			fc.asyncProperty(fleet, fc.nat(), fc.nat(), async (reports, cut, pause) => {
				const pool = await emptied();
				const distinct = withoutDuplicates(reports);
				const ordered = inOrder(distinct);
				const late = ordered.filter((_, index) => (cut >> (index % 16)) & 1);
				const timely = ordered.filter((report) => !late.includes(report));
				await acceptLive(pool, timely, some);
				await publish(pool, some, { now: startOf(plusDays("2026-01-01" as Day, 2 + (pause % daysMax))) });
				const half = late.length >> 1;
				await acceptReports(pool, late.slice(half).reverse(), catalogOf(some));
				await publish(pool, some, upToLast);
				await acceptLive(pool, late.slice(0, half).reverse(), some);
				await publish(pool, some, upToLast);
				// A late copy may be a duplicate where the early one was not: then other reports count than in order.
				const counted = await pool.query("select 1 from report");
				fc.pre(counted.rowCount === distinct.length);
				expect(await publishedRows(pool)).toEqual(bruteForceRows(distinct, some, lastDay));
			}),
			{ numRuns: lateFleets },
		);
	});

	test(`facts deleted in between, then late reports of any age, ${pruned} fleets`, async () => {
		const cutoffs = fc.integer({ min: 1, max: daysMax }).map((days) => plusDays("2026-01-01" as Day, days));
		await fc.assert(
			fc.asyncProperty(fleet, fc.nat(), cutoffs, fc.boolean(), async (reports, cut, cutoff, isLive) => {
				const pool = await emptied();
				const distinct = withoutDuplicates(reports);
				const late = inOrder(distinct).filter((_, index) => (cut >> (index % 16)) & 1);
				await acceptLive(
					pool,
					inOrder(distinct).filter((report) => !late.includes(report)),
					some,
				);
				await publish(pool, some, upToLast);
				await pruneFacts(pool, cutoff);
				await expectNoneOlder(pool, cutoff);
				const half = late.length >> 1;
				await acceptReports(pool, late.slice(half).reverse(), catalogOf(some));
				if (isLive) await pruneFacts(pool, cutoff);
				await acceptLive(pool, late.slice(0, half).reverse(), some);
				await publish(pool, some, upToLast);
				const counted = await pool.query("select 1 from report");
				fc.pre(counted.rowCount === distinct.length);
				expect(await publishedRows(pool)).toEqual(bruteForceRows(distinct, some, lastDay));
			}),
			{ numRuns: pruned },
		);
	});

	test.each([
		["that often agree", fleet],
		["that may say anything", widestFleet],
	])(`the whole catalog, ${whole} fleets of hosts %s`, async (_, some) => {
		await fc.assert(
			fc.asyncProperty(some, async (reports) => {
				const pool = await emptied();
				await acceptReports(pool, reports, catalogOf(sensitive));
				await publish(pool, sensitive, upToLast);
				const accepted = withoutDuplicates(reports);
				expect(await publishedRows(pool)).toEqual(bruteForceRows(accepted, sensitive, lastDay));
				expect(await publishedSums(pool)).toEqual(bruteForceSums(accepted, sensitive, lastDay));
			}),
			{ numRuns: whole },
		);
	});
});

test("an unordered archive leaves the same tables as receipt in order", async () => {
	await fc.assert(
		fc.asyncProperty(fleet, async (reports) => {
			const live = await emptied();
			await acceptLive(live, inOrder(reports), some);
			const expected = await hostTables(live);
			const bulk = await emptied();
			await acceptReports(bulk, reports, catalogOf(some));
			expect(await hostTables(bulk)).toEqual(expected);
			// Taking it in again changes nothing.
			const again = await acceptReports(bulk, reports, catalogOf(some));
			expect(new Set(again)).toEqual(new Set(["duplicate"]));
			expect(await hostTables(bulk)).toEqual(expected);
		}),
		{ numRuns: rounds(15, 200) },
	);
});

test("archives that come one after the other leave the same tables as receipt in order", async () => {
	await fc.assert(
		fc.asyncProperty(fleet, fc.integer({ min: 1, max: 12 }), async (reports, size) => {
			const ordered = inOrder(reports);
			const live = await emptied();
			await acceptLive(live, ordered, some);
			const expected = await hostTables(live);
			const bulk = await emptied();
			for (let from = 0; from < ordered.length; from += size)
				await acceptReports(bulk, ordered.slice(from, from + size), catalogOf(some));
			expect(await hostTables(bulk)).toEqual(expected);
		}),
		{ numRuns: rounds(15, 200) },
	);
});
