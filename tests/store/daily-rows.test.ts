/** What the site reads through Prisma is what stands in the tables, in whatever time zone the process runs. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Day, plusDays } from "#lib/day";
import { closeStore } from "#lib/store/client";
import { basesOn, bucketLabels, bucketOccurs, dailyRowsOn, published, rowsOfDays, rowsOn } from "#lib/store/daily-rows";
import { liveCounters } from "#lib/store/live";
import { columnsOf, replaceColumns } from "#lib/store/monthly-columns";
import { publishedRevision } from "#lib/store/publication";
import { testDatabase } from "../database";

const database = testDatabase();
const [first, last] = ["2028-02-27", "2028-03-02"] as [Day, Day];
const row = (day: Day, bucket: string, hosts: number) => ({ day, bucket, hosts, total: 2 * hosts, merged: null });

beforeAll(async () => {
	process.env.DATABASE_URL = database().url;
	const { pool } = database();
	await pool.query(
		`insert into daily_row select product, statistic, day, bucket, hosts, 2 * hosts, null
		   from unnest(array['openvz7', 'legacy']) product, unnest(array['a', 'b']) statistic,
		        (select d::date as day from generate_series('2028-02-27'::date, '2028-03-02', interval '1 day') d) days,
		        (values ('', 10), ('x', 3), ('y', 7)) as one(bucket, hosts)`,
	);
	await pool.query("insert into daily_row values ('all', 'large', $1, '', 9007199254740993, 1, 4)", [last]);
	await replaceColumns(pool, { from: first, through: last });
	await pool.query("insert into bucket_label values ('a', 'x', 'Größe')");
	await pool.query("insert into host values (gen_random_uuid(), 'openvz7', $1, '2028-03-03T23:59:59.999Z')", [first]);
});
afterAll(async () => {
	await closeStore();
	delete process.env.DATABASE_URL;
});

test("before the first publication nothing is published", async () => {
	expect(await published()).toBeNull();
	expect(await publishedRevision(database())).toBe(0);
});

describe.each(["UTC", "Pacific/Kiritimati", "America/St_Johns"])("in %s", (zone) => {
	const before = process.env.TZ;
	beforeAll(async () => {
		process.env.TZ = zone;
		await database().pool.query("update publication set first_day = $1, last_day = $2, revision = 3", [first, last]);
	});
	afterAll(() => {
		if (before === undefined) delete process.env.TZ;
		else process.env.TZ = before;
	});

	test("the publication has its days and its revision", async () => {
		expect(await published()).toEqual({ firstDay: first, lastDay: last, revision: 3, observed: new Map() });
		expect(await publishedRevision(database())).toBe(3);
	});
	test("the rows of one day are those of that day, of each statistic by itself", async () => {
		const rows = (day: Day) => [row(day, "", 10), row(day, "x", 3), row(day, "y", 7)];
		const wanted = [
			{ product: "legacy", statistic: "b" },
			{ product: "openvz7", statistic: "nothing" },
			{ product: "openvz7", statistic: "a" },
		] as const;
		for (const day of [first, "2028-02-29" as Day, last])
			expect(await rowsOn(wanted, day)).toEqual([rows(day), [], rows(day)]);
	});
	test("a range has both its ends, and the buckets that are asked for", async () => {
		const places = expect.toSatisfy((found: number[]) => found.toSorted().join() === "0,1,2,3,4");
		const column = (bucket: string, hosts: number) => ({
			...{ bucket, places },
			hosts: Array.from({ length: 5 }, () => hosts),
			totals: Array.from({ length: 5 }, () => 2 * hosts),
		});
		const wanted = { product: "openvz7", statistic: "a" } as const;
		const whole = { ...wanted, from: first, to: last };
		const nothing = { ...whole, statistic: "nothing" };
		const second = plusDays(first, 1);
		expect(
			await columnsOf([
				{ ...whole, buckets: ["x"] },
				nothing,
				whole,
				{ ...wanted, from: second, to: second, buckets: [] },
			]),
		).toEqual([
			[column("", 10), column("x", 3)],
			[],
			[column("", 10), column("x", 3), column("y", 7)],
			[{ bucket: "", places: [0], hosts: [10], totals: [20] }],
		]);
	});
	test("single days are found", async () => {
		expect((await dailyRowsOn("openvz7", "a", [first, last])).map(({ day }) => day)).toEqual([
			...[first, first, first],
			...[last, last, last],
		]);
		expect(await basesOn("openvz7", ["a"], [last])).toEqual([{ statistic: "a", day: last, hosts: 10 }]);
		expect(await rowsOfDays(["b"], [first])).toHaveLength(6);
	});
	test("buckets are known by having occurred, and labels as they were stored", async () => {
		expect([await bucketOccurs("a", "x"), await bucketOccurs("a", "z"), await bucketOccurs("c", "x")]).toEqual([
			...[true, false, false],
		]);
		expect(await bucketLabels(["a", "b"])).toEqual(
			new Map([
				["a", new Map([["x", "Größe"]])],
				["b", new Map()],
			]),
		);
	});
	test("the live counters have the moment of the last report", async () => {
		expect(await liveCounters("openvz7")).toEqual({ reports: 0, lastReportAt: new Date("2028-03-03T23:59:59.999Z") });
		expect((await liveCounters("legacy")).lastReportAt).toBeNull();
	});
});

test("a number that would lose digits is refused", async () => {
	const message = "9007199254740993 is too large for a number";
	const wanted = { product: "all", statistic: "large" } as const;
	await expect(rowsOn([wanted], last)).rejects.toThrow(message);
	await expect(columnsOf([{ ...wanted, from: first, to: last }])).rejects.toThrow(message);
});
