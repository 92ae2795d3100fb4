/** Every published row of every day, compared with the slow computation, however the reports came in. */
import fc from "fast-check";
import type pg from "pg";
import { describe, expect, test } from "vitest";
import { type Day, plusDays, startOf } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import { acceptReports } from "#lib/store/accept";
import { pruneFacts } from "#lib/store/retention";
import { testDatabase } from "../database";
import { rounds } from "../rounds";
import { bruteForceLargest, bruteForceRows, bruteForceSums, withoutDuplicates } from "./brute-force";
import {
	acceptLive,
	emptied,
	few,
	firstDay,
	inOrder,
	lastDay,
	publishedLargest,
	publishedRows,
	sensitive,
	upToLast,
} from "./publishing";
import { daysMax, fleet, widestFleet } from "./random-fleet";

const database = testDatabase();
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

const archives = rounds(12, 600);
const lateFleets = rounds(8, 300);
const pruned = rounds(6, 200);
const whole = rounds(2, 40);

describe("published rows equal the slow computation", () => {
	test(`reports of an unordered archive, ${archives} fleets`, async () => {
		await fc.assert(
			fc.asyncProperty(fleet, async (reports) => {
				const { pool } = database();
				await emptied(pool);
				await acceptReports(pool, reports, catalogOf(few));
				await publish(pool, few, upToLast);
				const accepted = withoutDuplicates(reports);
				expect(await publishedRows(pool)).toEqual(bruteForceRows(accepted, few, lastDay));
				expect(await publishedSums(pool)).toEqual(bruteForceSums(accepted, few, lastDay));
				expect(await publishedLargest(pool)).toEqual(bruteForceLargest(accepted, few, lastDay));
			}),
			{ numRuns: archives },
		);
	});

	test(`live reports and late ones, published in between, ${lateFleets} fleets`, async () => {
		await fc.assert(
			fc.asyncProperty(fleet, fc.nat(), fc.nat(), async (reports, cut, pause) => {
				const { pool } = database();
				await emptied(pool);
				const distinct = withoutDuplicates(reports);
				const ordered = inOrder(distinct);
				const late = ordered.filter((_, index) => (cut >> (index % 16)) & 1);
				const timely = ordered.filter((report) => !late.includes(report));
				await acceptLive(pool, timely, few);
				await publish(pool, few, { now: startOf(plusDays(firstDay, 2 + (pause % daysMax))) });
				const half = late.length >> 1;
				await acceptReports(pool, late.slice(half).reverse(), catalogOf(few));
				await publish(pool, few, upToLast);
				await acceptLive(pool, late.slice(0, half).reverse(), few);
				await publish(pool, few, upToLast);
				// A late copy may be a duplicate where the early one was not: then other reports count than in order.
				const counted = await pool.query("select 1 from report");
				fc.pre(counted.rowCount === distinct.length);
				expect(await publishedRows(pool)).toEqual(bruteForceRows(distinct, few, lastDay));
				expect(await publishedLargest(pool)).toEqual(bruteForceLargest(distinct, few, lastDay));
			}),
			{ numRuns: lateFleets },
		);
	});

	test(`facts deleted in between, then late reports of any age, ${pruned} fleets`, async () => {
		const cutoffs = fc.integer({ min: 1, max: daysMax }).map((days) => plusDays(firstDay, days));
		await fc.assert(
			fc.asyncProperty(fleet, fc.nat(), cutoffs, fc.boolean(), async (reports, cut, cutoff, isLive) => {
				const { pool } = database();
				await emptied(pool);
				const distinct = withoutDuplicates(reports);
				const late = inOrder(distinct).filter((_, index) => (cut >> (index % 16)) & 1);
				await acceptLive(
					pool,
					inOrder(distinct).filter((report) => !late.includes(report)),
					few,
				);
				await publish(pool, few, upToLast);
				await pruneFacts(pool, cutoff);
				await expectNoneOlder(pool, cutoff);
				const half = late.length >> 1;
				await acceptReports(pool, late.slice(half).reverse(), catalogOf(few));
				if (isLive) await pruneFacts(pool, cutoff);
				await acceptLive(pool, late.slice(0, half).reverse(), few);
				await publish(pool, few, upToLast);
				const counted = await pool.query("select 1 from report");
				fc.pre(counted.rowCount === distinct.length);
				expect(await publishedRows(pool)).toEqual(bruteForceRows(distinct, few, lastDay));
				expect(await publishedLargest(pool)).toEqual(bruteForceLargest(distinct, few, lastDay));
			}),
			{ numRuns: pruned },
		);
	});

	test.each([
		["that often agree", fleet],
		["that may say anything", widestFleet],
	])(`the whole catalog, ${whole} fleets of hosts %s`, async (_, few) => {
		await fc.assert(
			fc.asyncProperty(few, async (reports) => {
				const { pool } = database();
				await emptied(pool);
				await acceptReports(pool, reports, catalogOf(sensitive));
				await publish(pool, sensitive, upToLast);
				const accepted = withoutDuplicates(reports);
				expect(await publishedRows(pool)).toEqual(bruteForceRows(accepted, sensitive, lastDay));
				expect(await publishedSums(pool)).toEqual(bruteForceSums(accepted, sensitive, lastDay));
				expect(await publishedLargest(pool)).toEqual(bruteForceLargest(accepted, sensitive, lastDay));
			}),
			{ numRuns: whole },
		);
	});
});

test("an unordered archive leaves the same tables as receipt in order", async () => {
	await fc.assert(
		fc.asyncProperty(fleet, async (reports) => {
			const { pool } = database();
			await emptied(pool);
			await acceptLive(pool, inOrder(reports), few);
			const expected = await hostTables(pool);
			await emptied(pool);
			await acceptReports(pool, reports, catalogOf(few));
			expect(await hostTables(pool)).toEqual(expected);
			// Taking it in again changes nothing.
			const again = await acceptReports(pool, reports, catalogOf(few));
			expect(new Set(again)).toEqual(new Set(["duplicate"]));
			expect(await hostTables(pool)).toEqual(expected);
		}),
		{ numRuns: rounds(6, 200) },
	);
});

test("archives that come one after the other leave the same tables as receipt in order", async () => {
	await fc.assert(
		fc.asyncProperty(fleet, fc.integer({ min: 1, max: 12 }), async (reports, size) => {
			const ordered = inOrder(reports);
			const { pool } = database();
			await emptied(pool);
			await acceptLive(pool, ordered, few);
			const expected = await hostTables(pool);
			await emptied(pool);
			for (let from = 0; from < ordered.length; from += size)
				await acceptReports(pool, ordered.slice(from, from + size), catalogOf(few));
			expect(await hostTables(pool)).toEqual(expected);
		}),
		{ numRuns: rounds(6, 200) },
	);
});
