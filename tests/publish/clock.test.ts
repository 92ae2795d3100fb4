/** What a clock that runs ahead, or behind, does to what is published, and how it is repaired. */
import { beforeEach, expect, test } from "vitest";
import { publish } from "#lib/publish/publish";
import { verifyDays } from "#lib/publish/verify";
import { publishedFuture, withdrawFuture } from "#lib/publish/withdraw";
import { dayLog } from "#lib/store/day-records";
import { publicationState } from "#lib/store/publication";
import { testDatabase } from "../database";
import { acceptFrom, emptied, statisticsOf } from "./publishing";

const database = testDatabase();
const some = statisticsOf("reports", "reports-total", "hosts-total", "country");

const report = (day: string, host: number) => acceptFrom(database().pool, day, host);
/** As the server does it. */
const publishAt = (day: string) =>
	publish(database().pool, some, { now: new Date(`${day}T00:00:01Z`), isUnattended: true });
const problems = async () =>
	(await verifyDays(database().pool, some)).days.flatMap(({ day, problems, excuses }) =>
		[...problems, ...excuses].map((line) => `${day}: ${line}`),
	);
const totals = async (statistic: string) => {
	const { rows } = await database().pool.query<{ day: string; total: number }>(
		"select day, total from daily_row where statistic = $1 and product = 'openvz7' and bucket = '' order by day",
		[statistic],
	);
	return rows.map(({ day, total }) => `${day} ${total}`);
};

beforeEach(async () => {
	await emptied(database().pool);
	await report("2026-03-07", 1);
	await report("2026-03-08", 2);
	await publishAt("2026-03-10");
});

test("a clock that runs 40 days ahead publishes nothing, with or without reports that it dates", async () => {
	expect(await publishAt("2026-04-19")).toMatchObject({ days: null, doubtful: { through: "2026-04-18" } });
	await report("2026-04-19", 1);
	await report("2026-04-19", 3);
	expect(await publishAt("2026-04-20")).toMatchObject({ days: null, doubtful: { through: "2026-04-19" } });
	expect((await publicationState(database().pool))?.lastDay).toBe("2026-03-09");
});

test("what it published is withdrawn, its reports are dated now, and the days come in time", async () => {
	const { pool } = database();
	await report("2026-04-19", 1);
	await report("2026-04-19", 3);
	await publish(pool, some, { now: new Date("2026-04-20T00:00:01Z") });
	const now = new Date("2026-03-11T09:00:00Z");
	const future = { days: { from: "2026-03-11", through: "2026-04-19" }, reports: 2, hosts: 2 };
	expect(await publishedFuture(pool, now)).toEqual(future);
	expect(await withdrawFuture(pool, some, now)).toEqual(future);
	expect(await publishedFuture(pool, now)).toEqual({ days: null, reports: 0, hosts: 0 });
	// Again, it does nothing.
	expect(await withdrawFuture(pool, some, now)).toEqual({ days: null, reports: 0, hosts: 0 });
	const withdrawn = (await dayLog(pool)).records.filter(({ reasons }) => reasons.includes("clock"));
	expect(withdrawn.map(({ day, digest }) => [day, digest])).toHaveLength(40);
	expect(withdrawn.every(({ digest }) => digest === "")).toBe(true);

	expect((await publishAt("2026-03-13")).days).toEqual({ from: "2026-03-11", through: "2026-03-12" });
	expect((await totals("reports")).slice(-3)).toEqual(["2026-03-10 0", "2026-03-11 2", "2026-03-12 0"]);
	expect((await totals("hosts-total")).slice(-2)).toEqual(["2026-03-11 3", "2026-03-12 3"]);
	expect(await problems()).toEqual([]);
	const last = (await dayLog(pool)).records.at(-1);
	expect([last?.day, last?.reasons]).toEqual(["2026-03-12", []]);
});

test("a clock that runs behind makes days due again, and they say that reports came late", async () => {
	expect((await publishAt("2026-01-20")).days).toBeNull();
	await report("2026-03-02", 2);
	await publishAt("2026-03-11");
	expect(await problems()).toEqual([]);
	const records = (await dayLog(database().pool)).records.filter(({ day }) => day === "2026-03-08");
	expect(records.map(({ reasons }) => reasons)).toEqual([[], ["late-reports"]]);
});
