import { describe, expect, test } from "vitest";
import { openStore } from "#lib/store/client";
import { testDatabase } from "../database";

const database = testDatabase();

describe("SQL", () => {
	test("gives days as text and whole numbers as numbers", async () => {
		const { rows } = await database().pool.query(
			`select date '2026-11-21' as day, array[date '2026-11-21', null] as days, 9007199254740991::int8 as most,
			 array[1::int8, null] as counts, count(*) as none from host`,
		);
		expect(rows).toEqual([
			{ day: "2026-11-21", days: ["2026-11-21", null], most: Number.MAX_SAFE_INTEGER, counts: [1, null], none: 0 },
		]);
	});

	test("refuses a number that would lose digits", async () => {
		await expect(database().pool.query("select 9007199254740993::int8")).rejects.toThrow(
			"9007199254740993 is too large for a number",
		);
		expect((await database().pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
	});

	test("works in UTC, whatever the server's time zone is", async () => {
		await database().pool.query(
			`do $$ begin execute format('alter database %I set timezone = ''Asia/Tokyo''', current_database()); end $$`,
		);
		const later = openStore(database().url);
		try {
			expect((await later.pool.query("show timezone")).rows).toEqual([{ TimeZone: "UTC" }]);
		} finally {
			await later.close();
		}
	});
});

describe("Prisma", () => {
	test("writes and reads what SQL sees", async () => {
		const { prisma, pool } = database();
		const id = "0f5c3f6e-8f1d-4a0e-9c7e-0123456789ab";
		const at = new Date("2026-11-21T22:33:44.555Z");
		await prisma.host.create({ data: { id, product: "openvz7", firstDay: new Date("2026-11-21"), lastAt: at } });
		const { rows } = await pool.query("select id, first_day, last_at from host");
		expect(rows).toEqual([{ id, first_day: "2026-11-21", last_at: at }]);
		expect(await prisma.host.findMany()).toEqual([
			{ id, product: "openvz7", firstDay: new Date("2026-11-21"), lastAt: at, quarantineId: null },
		]);
		await prisma.dailyRow.create({
			data: { product: "all", statistic: "s", day: new Date("2026-11-21"), bucket: "", hosts: 1, total: 2n ** 53n },
		});
		expect((await prisma.dailyRow.findFirst())?.total).toBe(2n ** 53n);
	});
});
