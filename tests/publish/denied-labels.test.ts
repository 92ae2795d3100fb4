/** A label that the operator denies is in no published row, its hosts are in `other`; allowed, everything is as before. */
import fc from "fast-check";
import type pg from "pg";
import { expect, test } from "vitest";
import { type Day, plusDays, startOf } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import { statistics } from "#lib/statistics/index";
import { acceptReports } from "#lib/store/accept";
import { allowLabel, denyLabel } from "#lib/store/denied-labels";
import { onConnection } from "#lib/store/sql";
import { tallyNewStatistics } from "#lib/store/tally-facts";
import { testDatabase } from "../database";
import { rounds } from "../rounds";
import { bruteForceRows, withoutDuplicates } from "./brute-force";
import { daysMax, fleet } from "./random-fleet";

const database = testDatabase();
const lastDay = plusDays("2026-01-01" as Day, daysMax + 3);
const now = startOf(plusDays(lastDay, 1));
const slugs = ["openvz-version", "cpu-model", "disk-kind", "container-os"];
const some = statistics.filter(({ slug }) => slugs.includes(slug));

async function publishedRows(pool: pg.Pool): Promise<Map<string, string>> {
	await publish(pool, some, { now });
	const { rows } = await pool.query<{ key: string; value: string }>(
		`select concat_ws(' ', product, statistic, day, case bucket when '' then '(base)' else bucket end) as key,
		        concat_ws(' ', hosts, total, coalesce(merged::text, 'null')) as value from daily_row`,
	);
	return new Map(rows.map(({ key, value }) => [key, value]));
}

const bucketsOf = (rows: ReadonlyMap<string, string>) =>
	[...new Set([...rows.keys()].map((key) => key.replace(/^\S+ (\S+) \S+ (\S+)$/, "$1 $2")))].filter(
		(name) => !/ (\(base\)|other)$/.test(name),
	);

test("denied labels are merged on all days, and come back when they are allowed", async () => {
	await fc.assert(
		fc.asyncProperty(fleet, fc.nat(), async (reports, choice) => {
			const { pool } = database();
			await pool.query(
				"truncate host, report, known_span, fact_version, membership, bucket_label, daily_row, publication, denied_label",
			);
			await pool.query("insert into publication (id) values (1)");
			await onConnection(pool, (db) => tallyNewStatistics(db, statistics));
			await acceptReports(pool, reports, catalogOf(some));
			const before = await publishedRows(pool);
			const found = bucketsOf(before);
			fc.pre(found.length > 0);
			const [statistic = "", bucket = ""] = (found[choice % found.length] ?? "").split(" ");
			const slow = (isDenied: boolean) =>
				bruteForceRows(withoutDuplicates(reports), some, lastDay, (slug, key) =>
					isDenied ? slug === statistic && key === bucket : false,
				);
			expect(before).toEqual(slow(false));

			expect(await denyLabel(pool, statistic, bucket)).toBe(true);
			expect(await denyLabel(pool, statistic, bucket)).toBe(false);
			const denied = await publishedRows(pool);
			expect(denied).toEqual(slow(true));
			expect(bucketsOf(denied)).not.toContain(`${statistic} ${bucket}`);

			expect(await allowLabel(pool, statistic, bucket)).toBe(true);
			expect(await allowLabel(pool, statistic, bucket)).toBe(false);
			expect(await publishedRows(pool)).toEqual(before);
		}),
		{ numRuns: rounds(6, 100) },
	);
});

test("a label may be denied before anything has it", async () => {
	const { pool } = database();
	expect(await denyLabel(pool, "cpu-model", "nobody-has-it")).toBe(true);
	expect(await allowLabel(pool, "cpu-model", "nobody-has-it")).toBe(true);
});
