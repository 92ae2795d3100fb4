import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "#lib/day";
import { percentIn, percentOf } from "#lib/series/amounts";
import { distribution } from "#lib/series/distribution";
import { statisticBySlug } from "#lib/statistics/index";
import type { DailyRow } from "#lib/store/daily-rows";

const day = "2026-11-21" as Day;
const none = new Map<string, string>();

function rows(given: Record<string, [hosts: number, total: number, merged?: number]>): DailyRow[] {
	return Object.entries(given).map(([bucket, [hosts, total, merged = null]]) => ({
		day,
		bucket,
		hosts,
		total,
		merged,
	}));
}

function of(slug: string, given: Parameters<typeof rows>[0], labels = none) {
	const statistic = statisticBySlug(slug);
	if (!statistic) throw new Error(`no statistic ${slug}`);
	return distribution(statistic, "openvz7", day, rows(given), labels);
}

describe("distribution", () => {
	it("is exactly the answer of the contract", () => {
		const answer = of("cpu-vendor", { "": [2100, 2100], intel: [1830, 1830] }, new Map([["intel", "Intel"]]));
		expect(JSON.parse(JSON.stringify(answer))).toEqual({
			statistic: { slug: "cpu-vendor", title: "CPU vendors", unit: "hosts", section: "cpu" },
			product: "openvz7",
			date: "2026-11-21",
			windowDays: 14,
			base: { hosts: 2100, total: 2100 },
			rows: [{ bucket: "intel", label: "Intel", hosts: 1830, total: 1830, percent: 87.14 }],
		});
	});

	it("sorts by total falling, then bucket rising, and puts other last", () => {
		const given = { "": [50, 50], b: [5, 5], other: [30, 30, 4], a: [5, 5], c: [10, 10] } as const;
		const answer = of("cpu-model", given as never);
		expect(answer.rows.map((row) => row.bucket)).toEqual(["c", "a", "b", "other"]);
	});

	it("says how many buckets were merged, only where some were", () => {
		const answer = of("cpu-model", { "": [9, 9], x: [5, 5], other: [4, 4, 3] });
		expect(answer.rows.map((row) => row.merged)).toEqual([undefined, 3]);
		expect(answer.rows[0]).not.toHaveProperty("merged");
	});

	it("gives amounts in the unit of the statistic", () => {
		const answer = of("memory-installed", { "": [3, 98_304], "16-32-gib": [2, 65_536], x: [1, 1536] });
		expect(answer.base.total).toBe(96);
		expect(answer.rows.map((row) => row.total)).toEqual([64, 1.5]);
		expect(answer.rows[0]?.percent).toBe(66.67);
	});

	it("has a row for the one number also when it is 0", () => {
		const answer = of("hosts-new", { "": [0, 0], all: [0, 0] });
		expect(answer.rows).toEqual([{ bucket: "all", label: "All", hosts: 0, total: 0, percent: 0 }]);
		expect(answer).toMatchObject({ windowDays: null, statistic: { section: null } });
	});

	it("belongs to no product and no window where both are counted together", () => {
		expect(of("openvz-version", { "": [3, 3] })).toMatchObject({ product: "all", windowDays: null });
	});

	it("has a window but no section where hosts count by being active", () => {
		expect(of("country", { "": [3, 3] })).toMatchObject({ windowDays: 14, statistic: { section: null } });
	});

	it("keeps rows of other days out", () => {
		const statistic = statisticBySlug("cpu-vendor");
		const other = { day: "2026-11-20" as Day, bucket: "amd", hosts: 1, total: 1, merged: null };
		expect(statistic && distribution(statistic, "openvz7", day, [other, ...rows({ "": [1, 1] })], none).rows).toEqual(
			[],
		);
	});
});

describe("percentOf", () => {
	it.each([
		[1, 3, 33.33],
		[2, 3, 66.67],
		[1, 800, 0.13], // 0.125 rises
		[1, 1600, 0.06], // 0.0625 falls
		[201, 40_000, 0.5], // 0.5025
		[1005, 100_000, 1.01], // 1.005 is 1.00499... in floating point
		[5, 5, 100],
		[0, 7, 0],
		[0, 0, 0],
		[9_007_199_254_740_991, 9_007_199_254_740_991, 100],
	])("%d of %d is %d", (part, whole, percent) => expect(percentOf(part, whole)).toBe(percent));

	it.each([
		[1.5, 18.196, "TB", 8.24],
		[0.1, 0.3, "TB", 33.33],
		[0, 16.696, "TB", 0],
		[3, 7, "hosts", 42.86],
	] as const)("%d of %d %s is %d", (part, whole, unit, percent) => expect(percentIn(part, whole, unit)).toBe(percent));

	it("is exact for amounts of any size", () => {
		fc.assert(
			fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
				const [part, whole] = a < b ? [a, b] : [b, a];
				fc.pre(whole > 0);
				const exact = Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole))) / 100;
				expect(percentOf(part, whole)).toBe(exact);
			}),
		);
		fc.assert(
			fc.property(fc.nat({ max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (part, whole) => {
				const exact = Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole))) / 100;
				expect(percentOf(part, whole)).toBe(exact);
			}),
		);
	});
});
