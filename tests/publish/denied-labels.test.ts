/** A label that the operator denies is in no published row, its hosts are in `other`; allowed, everything is as before. */
import fc from "fast-check";
import type pg from "pg";
import { expect, test } from "vitest";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import { acceptReports } from "#lib/store/accept";
import { allowLabel, denyLabel } from "#lib/store/denied-labels";
import { testDatabase } from "../database";
import { rounds } from "../rounds";
import { bruteForceRows, withoutDuplicates } from "./brute-force";
import { emptied, lastDay, now, publishedRows, statisticsOf } from "./publishing";
import { fleet } from "./random-fleet";

const database = testDatabase();
const some = statisticsOf("openvz-version", "cpu-model", "disk-kind", "container-os");

async function publishedAgain(pool: pg.Pool): Promise<Map<string, string>> {
	await publish(pool, some, { now });
	return publishedRows(pool);
}

const bucketsOf = (rows: ReadonlyMap<string, string>) =>
	[...new Set([...rows.keys()].map((key) => key.replace(/^\S+ (\S+) \S+ (\S+)$/, "$1 $2")))].filter(
		(name) => !/ (\(base\)|other)$/.test(name),
	);

test("denied labels are merged on all days, and come back when they are allowed", async () => {
	await fc.assert(
		fc.asyncProperty(fleet, fc.nat(), async (reports, choice) => {
			const { pool } = database();
			await emptied(pool);
			await acceptReports(pool, reports, catalogOf(some));
			const before = await publishedAgain(pool);
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
			const denied = await publishedAgain(pool);
			expect(denied).toEqual(slow(true));
			expect(bucketsOf(denied)).not.toContain(`${statistic} ${bucket}`);

			expect(await allowLabel(pool, statistic, bucket)).toBe(true);
			expect(await allowLabel(pool, statistic, bucket)).toBe(false);
			expect(await publishedAgain(pool)).toEqual(before);
		}),
		{ numRuns: rounds(6, 100) },
	);
});

test("a label may be denied before anything has it", async () => {
	const { pool } = database();
	expect(await denyLabel(pool, "cpu-model", "nobody-has-it")).toBe(true);
	expect(await allowLabel(pool, "cpu-model", "nobody-has-it")).toBe(true);
});
