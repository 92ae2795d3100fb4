/** The recipes of the methodology are run: each gives the rows that are published. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Day, daysBetween, plusDays, startOf } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import { recipeOf } from "#lib/series/recipe";
import { isOneNumber } from "#lib/statistics/statistic";
import { acceptReports } from "#lib/store/accept";
import { testDatabase } from "../database";
import { rounds } from "../rounds";
import { withoutDuplicates } from "./brute-force";
import { emptied, firstDay, lastDay, sensitive } from "./publishing";
import { daysMax, widestFleet } from "./random-fleet";

const database = testDatabase();

interface Row {
	bucket?: string;
	hosts: string;
	total: string | null;
	merged?: string | number | null;
}

/** `bucket` → `hosts total merged`; the one row of a base or of one number is bucket "". */
function told(rows: readonly Row[]): Record<string, string> {
	return Object.fromEntries(
		rows.map(({ bucket = "", hosts, total, merged }) => [bucket, `${hosts} ${total} ${merged ?? ""}`]),
	);
}

const fleetAndOffset = fc.tuple(widestFleet, fc.integer({ min: 0, max: daysMax }));
/** Always tried, beside random ones: in them nearly every statistic has something to compare. */
const richFleets = fc.sample(fleetAndOffset, { seed: 3, numRuns: 3 });

test("whatever the fleet and the day, for every statistic", async () => {
	const { pool } = database();
	const ask = async (sql: string) => told((await pool.query<Row>(sql)).rows);
	const compared = new Set<string>();
	await fc.assert(
		fc.asyncProperty(fleetAndOffset, async ([reports, offset]) => {
			await emptied(pool);
			await acceptReports(pool, withoutDuplicates(reports), catalogOf(sensitive));
			await publish(pool, sensitive, { now: startOf(plusDays(lastDay, 1)) });
			const { rows: first } = await pool.query<{ day: Day }>("select first_day::text as day from publication");
			const from = first[0]?.day ?? firstDay;
			const day = plusDays(from, Math.min(offset % (daysMax / 2), daysBetween(from, lastDay)));
			for (const statistic of sensitive) {
				for (const product of statistic.products) {
					const recipe = recipeOf(statistic, product, day);
					const { "": base, all, ...buckets } = await ask(recipe.rows);
					const what = `${statistic.slug} of ${product} on ${day}`;
					if (isOneNumber(statistic)) {
						expect(await ask(recipe.raw), what).toEqual({ "": all });
					} else {
						expect(await ask(recipe.raw), what).toEqual(buckets);
						expect(await ask(recipe.rawBase ?? ""), `base of ${what}`).toEqual({ "": base });
					}
					if (Object.keys(buckets).length > 0 || isOneNumber(statistic)) compared.add(statistic.slug);
				}
			}
		}),
		{ numRuns: rounds(2, 30), examples: richFleets.map((one) => [one]) },
	);
	expect(compared.size).toBeGreaterThan(55);
});
