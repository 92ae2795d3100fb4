/** The night: what the clock does to what is published. */
import { afterEach, expect, test } from "vitest";
import { catalogOf } from "#lib/host-history/tally";
import { runSchedule } from "#lib/publish/schedule";
import { statistics } from "#lib/statistics/index";
import { acceptReport } from "#lib/store/accept";
import { publicationState } from "#lib/store/publication";
import { testDatabase } from "../database";

const database = testDatabase();
const stop = new AbortController();
afterEach(() => stop.abort());

test("a day is published when its last moment is over, leap days too, whatever the clock did", async () => {
	const { pool } = database();
	const report = (at: string, n: number) =>
		acceptReport(
			pool,
			{
				product: "openvz7",
				uuid: "0f5c3f6e-8f1d-4a0e-9c7e-3a6d2b1c4e55",
				at: new Date(at),
				digest: Buffer.alloc(32, n),
				sections: { activity: { country: "fr" } },
			},
			catalogOf(statistics),
		);
	let time = "2028-02-28T23:59:59.999Z";
	let looks = 0;
	const clock = () => {
		looks++;
		return new Date(time);
	};
	/** The clock shows this, and has been looked at again with all that follows. */
	const show = async (shown: string) => {
		time = shown;
		const before = looks;
		await expect.poll(() => looks).toBeGreaterThan(before + 1);
	};
	const told: number[] = [];
	const lastDay = async () => (await publicationState(pool))?.lastDay ?? null;

	await report("2028-02-28T12:00:00Z", 1);
	const running = runSchedule(database(), async (revision) => void told.push(revision), stop.signal, {
		now: clock,
		everyMs: 5,
	});
	await show(time);
	expect(await lastDay()).toBeNull();
	await show("2028-02-29T00:00:00.000Z");
	expect(await lastDay()).toBe("2028-02-28");
	await report("2028-02-29T23:59:59.999Z", 2);
	// Set back, nothing becomes due twice and nothing is lost.
	await show("2028-02-27T10:00:00.000Z");
	expect(await lastDay()).toBe("2028-02-28");
	await show("2028-03-01T00:00:00.000Z");
	expect(await lastDay()).toBe("2028-02-29");
	expect(told).toEqual([1, 2]);
	const { rows } = await pool.query(
		"select day, total from daily_row where statistic = 'reports' and bucket = 'all' and product = 'openvz7' order by day",
	);
	expect(rows).toEqual([
		{ day: "2028-02-28", total: 1 },
		{ day: "2028-02-29", total: 1 },
	]);

	stop.abort();
	await running;
});
