/** Two days of what was observed, side by side. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { readComparison } from "#lib/query/questions";
import { inPercent, newcombe } from "#lib/questions/intervals";
import listMessages from "#lib/statistics/list-messages";
import listPosters from "#lib/statistics/list-posters";
import updateClients from "#lib/statistics/update-clients";
import { closeStore } from "#lib/store/client";
import { type ObservedDay, replaceObserved } from "#lib/store/observed";
import { testDatabase } from "../database";

const database = testDatabase();
beforeAll(() => {
	process.env.DATABASE_URL = database().url;
});
afterAll(async () => {
	await closeStore();
	delete process.env.DATABASE_URL;
});

const observed = (day: string, buckets: Record<string, number>): ObservedDay => {
	const total = Object.values(buckets).reduce((sum, one) => sum + one, 0);
	return { day: day as Day, lines: total, total, buckets: new Map(Object.entries(buckets)) };
};
const side = (day: string) => ({ product: "openvz7", day: day as Day }) as const;

test("shares of what was counted are compared, each with the interval of as many independent ones", async () => {
	const observations = [
		{ statistic: "list-messages", days: [observed("2026-01-01", { users: 30, devel: 70 })] },
		{ statistic: "list-messages", days: [observed("2026-02-01", { users: 110, devel: 80, criu: 10 })] },
	];
	const { pool } = database();
	await replaceObserved(pool, { source: "a", observations, digests: [], now: new Date() });
	const compared = await readComparison(listMessages, { a: side("2026-01-01"), b: side("2026-02-05") }, "en");
	expect(compared.a).toEqual({ product: "all", date: "2026-01-01", base: { hosts: 0, total: 100 } });
	// Nothing was observed on the fifth: the day before it that was is compared.
	expect(compared.b).toEqual({ product: "all", date: "2026-02-01", base: { hosts: 0, total: 200 } });
	const rows = Object.fromEntries(compared.rows.map(({ bucket, ...row }) => [bucket, row]));
	expect(rows.users).toMatchObject({
		a: { hosts: 0, total: 30, percent: 30 },
		b: { hosts: 0, total: 110, percent: 55 },
		points: 25,
		interval: inPercent(newcombe({ share: 0.3, size: 100 }, { share: 0.55, size: 200 })),
		certain: true,
	});
	expect(rows.criu).toMatchObject({ a: { total: 0, percent: 0 }, b: { total: 10, percent: 5 }, points: 5 });
});

test("a bucket that may have been merged into others is not compared, and one number has nothing to compare", async () => {
	const observations = [
		{ statistic: "update-clients", days: [observed("2026-01-04", { "openvz-7": 50, other: 3 })] },
		{ statistic: "update-clients", days: [observed("2026-01-11", { "openvz-7": 50, vz9: 9 })] },
	];
	const { pool } = database();
	await replaceObserved(pool, { source: "a", observations, digests: [], now: new Date() });
	const sides = { a: side("2026-01-04"), b: side("2026-01-11") };
	const { rows } = await readComparison(updateClients, sides, "en");
	expect(rows.find(({ bucket }) => bucket === "vz9")).toMatchObject({ a: null, b: { total: 9 }, points: null });
	await expect(readComparison(listPosters, sides, "en")).rejects.toThrow("list-posters has no shares");
});
