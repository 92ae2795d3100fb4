/** Observed days: kept by source, published as their sums, with days of their own, and announced by the revision. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { countingMethod } from "#lib/publish/counting-method";
import { publish } from "#lib/publish/publish";
import { verifyDays } from "#lib/publish/verify";
import { readDistribution, readSeries } from "#lib/query/read";
import { requestedDay } from "#lib/query/request";
import { statistics, statisticsWith } from "#lib/statistics/index";
import listMessages from "#lib/statistics/list-messages";
import { closeStore } from "#lib/store/client";
import { published, publishedOf } from "#lib/store/daily-rows";
import { lastPublication } from "#lib/store/day-records";
import { forgetSource, type ObservedDay, observedSources, replaceObserved } from "#lib/store/observed";
import { publishedRevision, withdrawDays } from "#lib/store/publication";
import { inTransaction } from "#lib/store/sql";
import { testDatabase } from "../database";
import { acceptFrom, emptied } from "../publish/publishing";

const database = testDatabase();
const now = new Date("2026-03-10T12:00:00Z");
const on = (day: string, buckets: Record<string, number>, lines = 10): ObservedDay => ({
	day: day as Day,
	lines,
	total: Object.values(buckets).reduce((a, b) => a + b, 0),
	buckets: new Map(Object.entries(buckets)),
});

function replace(source: string, days: readonly ObservedDay[], isReplacing = false) {
	const observations = [{ statistic: "list-messages", days }];
	return replaceObserved(
		database().pool,
		{ source, observations, digests: [Buffer.alloc(32, source)], now },
		{ isReplacing },
	);
}

async function rows(): Promise<string[]> {
	const { rows } = await database().pool.query<{ row: string }>(
		`select concat_ws(' ', day, coalesce(nullif(bucket, ''), '(base)'), hosts, total) as row from daily_row
		  where product = 'all' and statistic = 'list-messages' order by 1`,
	);
	return rows.map(({ row }) => row);
}

beforeAll(() => {
	process.env.DATABASE_URL = database().url;
});
afterAll(async () => {
	await closeStore();
	delete process.env.DATABASE_URL;
});
beforeEach(() => emptied(database().pool));

describe("the days of a source", () => {
	test("are published as the sums over all sources", async () => {
		await replace("old server", [on("2026-03-01", { users: 2, devel: 3 }), on("2026-03-02", {})]);
		await replace("new server", [on("2026-03-01", { users: 5 })]);
		expect(await rows()).toEqual([
			"2026-03-01 (base) 0 10",
			"2026-03-01 devel 0 3",
			"2026-03-01 users 0 7",
			"2026-03-02 (base) 0 0",
		]);
	});

	test("are replaced by the days of the next run, and by no others", async () => {
		await replace("server", [on("2026-03-01", { users: 2 }), on("2026-03-02", { users: 4 })]);
		await replace("server", [on("2026-03-02", { devel: 1 }, 11)]);
		expect(await rows()).toEqual([
			"2026-03-01 (base) 0 2",
			"2026-03-01 users 0 2",
			"2026-03-02 (base) 0 1",
			"2026-03-02 devel 0 1",
		]);
		const before = await rows();
		await replace("server", [on("2026-03-02", { devel: 1 }, 11)]);
		expect(await rows()).toEqual(before);
	});

	test("are not replaced by a day with fewer lines, unless that is wanted", async () => {
		await replace("server", [on("2026-03-01", { users: 9 }, 9)]);
		await expect(replace("server", [on("2026-03-01", { users: 4 }, 4)])).rejects.toThrow(
			"2026-03-01 had 9 lines from server, and has only 4 now. Give all files of a day in one run, or --replace",
		);
		expect(await rows()).toContain("2026-03-01 users 0 9");
		await replace("server", [on("2026-03-01", { users: 4 }, 4)], true);
		expect(await rows()).toContain("2026-03-01 users 0 4");
	});

	test("go with their source", async () => {
		await replace("a", [on("2026-03-01", { users: 1 })]);
		await replace("b", [on("2026-03-01", { users: 2 })]);
		expect(await observedSources(database().pool)).toEqual(["a", "b"]);
		expect(await forgetSource(database().pool, "a", now)).toBe(1);
		expect(await rows()).toEqual(["2026-03-01 (base) 0 2", "2026-03-01 users 0 2"]);
		expect(await forgetSource(database().pool, "a", now)).toBe(0);
		const { rows: files } = await database().pool.query("select source from observed_file");
		expect(files).toEqual([{ source: "b" }]);
	});

	test("move the revision and the time of the last change", async () => {
		const before = await publishedRevision(database());
		await replace("server", [on("2026-03-01", { users: 1 })]);
		expect(await publishedRevision(database())).toBe(before + 1);
		expect(await lastPublication(database().pool)).toEqual(now);
		const later = new Date("2026-03-11T00:00:00Z");
		await forgetSource(database().pool, "server", later);
		expect(await publishedRevision(database())).toBe(before + 2);
		expect(await lastPublication(database().pool)).toEqual(later);
	});
});

describe("a run that says nothing new", () => {
	const days = [on("2026-03-01", { users: 1 }), on("2026-03-02", {}), on("2026-03-03", { users: 2, devel: 1 })];

	test("writes nothing", async () => {
		await replace("server", days);
		const [before, revision] = [await rows(), await publishedRevision(database())];
		await replace("server", days);
		await replace("server", days.slice(1, 2));
		expect(await rows()).toEqual(before);
		expect(await publishedRevision(database())).toBe(revision);
		expect(await lastPublication(database().pool)).toEqual(now);
	});

	test.each<[string, ObservedDay]>([
		["another number", on("2026-03-01", { users: 2 })],
		["another bucket", on("2026-03-01", { devel: 1 })],
		["one bucket more", { ...on("2026-03-01", { users: 1, devel: 1 }), total: 1 }],
		["one bucket less", on("2026-03-03", { users: 2 })],
		["another sum", { ...on("2026-03-01", { users: 1 }), total: 2 }],
		["a day that was empty", on("2026-03-02", { users: 1 })],
		["a new day", on("2026-03-04", {})],
	])("is none with %s", async (_, day) => {
		await replace("server", days);
		const revision = await publishedRevision(database());
		await replace("server", [day]);
		expect(await publishedRevision(database())).toBe(revision + 1);
		expect(await rows()).toContain(`${day.day} (base) 0 ${day.total}`);
	});

	test("of all days deletes the others, of its source alone", async () => {
		await replace("server", days);
		await replace("other server", [on("2026-03-02", { users: 7 })]);
		const run = { source: "server", digests: [], now };
		const observations = [{ statistic: "list-messages", days: days.slice(0, 1) }];
		await replaceObserved(database().pool, { ...run, observations }, { isReplacing: true, isComplete: true });
		expect(await rows()).toEqual([
			"2026-03-01 (base) 0 1",
			"2026-03-01 users 0 1",
			"2026-03-02 (base) 0 7",
			"2026-03-02 users 0 7",
		]);
	});
});

describe("what is read", () => {
	const days = [on("2014-05-01", { users: 1 }), on("2014-05-02", {}), on("2014-05-04", { users: 3, devel: 1 })];

	test("has days of its own, before any host reported", async () => {
		expect(await publishedOf([listMessages])).toBeNull();
		expect(statisticsWith((await published())?.observed)).not.toContain(listMessages);
		await replace("server", days);
		const range = await publishedOf([listMessages]);
		expect(range).toMatchObject({ firstDay: "2014-05-01", lastDay: "2014-05-04", shownUntil: "2014-05-04" });
		expect(await published()).toBeNull();
		expect(statisticsWith(range?.observed)).toContain(listMessages);
	});

	test("a day without rows was not observed: it is null and not 0", async () => {
		await replace("server", days);
		const shown = await readSeries(
			listMessages,
			"openvz7",
			{ from: days[0]?.day as Day, to: "2014-05-04" as Day },
			"en",
		);
		expect(shown.base.total).toEqual([1, 0, null, 4]);
		expect(shown.series.map(({ bucket, total }) => [bucket, ...total])).toEqual([
			["users", 1, 0, null, 3],
			["devel", 0, 0, null, 1],
		]);
		expect(shown).toMatchObject({ product: "all", windowDays: null, statistic: { section: null, unit: "messages" } });
	});

	test("as of a later day, the last observed day is shown with its own date", async () => {
		const { pool } = database();
		await replace("server", days);
		await acceptFrom(pool, "2026-03-01");
		await publish(pool, statistics, { now, through: "2026-03-05" as Day });
		const range = await publishedOf([listMessages]);
		expect(range).toMatchObject({ lastDay: "2014-05-04", shownUntil: "2026-03-05" });
		expect(requestedDay({ date: "2026-03-04" as Day }, range)).toBe("2014-05-04");
		expect(() => requestedDay({ date: "2026-03-06" as Day }, range)).toThrow("is not published");
		expect(() => requestedDay({ date: "2014-04-30" as Day }, range)).toThrow("is not published");
		const shown = await readDistribution(listMessages, "legacy", "2014-05-03" as Day, "en");
		expect(shown).toMatchObject({ date: "2014-05-02", base: { hosts: 0, total: 0 }, rows: [] });
		expect((await readDistribution(listMessages, "legacy", "2026-03-04" as Day, "en")).rows).toMatchObject([
			{ bucket: "users", label: "users@", hosts: 0, total: 3, percent: 75 },
			{ bucket: "devel", label: "devel@", hosts: 0, total: 1, percent: 25 },
		]);
	});
});

test("days of hosts are published, verified and withdrawn without them", async () => {
	const { pool } = database();
	await acceptFrom(pool, "2026-03-01");
	await publish(pool, statistics, { now, through: "2026-03-05" as Day });
	await replace("server", [on("2026-03-02", { users: 2 }), on("2026-03-05", { users: 4 })]);
	await publish(pool, statistics, { now, from: "2026-03-01" as Day, through: "2026-03-05" as Day });
	expect(await rows()).toHaveLength(4);
	expect(countingMethod(statistics).statistics).not.toHaveProperty("list-messages");
	const { chain, days } = await verifyDays(pool, statistics);
	expect([chain, ...days.flatMap(({ problems }) => problems)]).toEqual([null]);
	await inTransaction(pool, (db) =>
		withdrawDays(db, "2026-03-03" as Day, { method: countingMethod(statistics), at: now }),
	);
	expect(await rows()).toHaveLength(4);
});
