/** What a retention leaves: what was counted stays, what was said goes. */
import { expect, test } from "vitest";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import { statistics } from "#lib/statistics/index";
import { acceptReport } from "#lib/store/accept";
import { deleteOld } from "#lib/store/retention";
import { testDatabase } from "../database";

const database = testDatabase();

async function lines(table: string): Promise<string[]> {
	const { rows } = await database().pool.query<{ line: string }>(
		`select one::text as line from ${table} one order by 1`,
	);
	return rows.map(({ line }) => line);
}

test("facts and unmatched texts of more than the given days ago are gone, memberships and published rows are not", async () => {
	const { pool } = database();
	const accept = (host: number, day: string, country: string) =>
		acceptReport(
			pool,
			{
				product: "openvz7",
				uuid: `00000000-0000-4000-8000-00000000000${host}`,
				at: new Date(`${day}T10:00:00Z`),
				digest: Buffer.alloc(32, `${host}${day}`),
				sections: { activity: { country } },
				unmatched: [{ rule: "kernel", text: "6.1.0-foo" }],
			},
			catalogOf(statistics),
		);
	for (const host of [1, 2, 3, 4, 5]) await accept(host, "2025-01-01", "us");
	await accept(1, "2025-01-10", "fr");
	await accept(1, "2025-04-08", "de");
	const now = new Date("2025-04-30T00:10:00Z");
	await publish(pool, statistics, { now });
	const kept = ["host", "report", "known_span", "membership", "bucket_label", "daily_row"];
	const before = await Promise.all(kept.map(lines));
	expect(before.every((rows, i) => rows.length > 0 || kept[i] === "bucket_label")).toBe(true);
	expect(await lines("fact_version")).toHaveLength(7);

	expect(await deleteOld(pool, { now, days: 365 })).toBe(0);
	expect(await lines("unmatched_text")).toHaveLength(1);
	expect(await deleteOld(pool, { now, days: 90 })).toBe(5 + 1);
	expect((await lines("fact_version")).join()).toMatch(/^\([0-9a-f-]+,activity,2025-04-08,[^()]*de[^()]*\)$/);
	expect(await lines("unmatched_text")).toEqual([]);
	expect(await Promise.all(kept.map(lines))).toEqual(before);
	expect(await deleteOld(pool, { now, days: 90 })).toBe(0);
});
