/** Changes of shares in tables: each with its interval, and certain only beyond chance. */
import { describe, expect, it } from "vitest";
import type { Day } from "#lib/day";
import { distributionInHosts } from "#lib/series/counted";
import { distribution } from "#lib/series/distribution";
import { changesSince } from "#lib/series/since";
import cpuModel from "#lib/statistics/cpu-model";
import cpuVendor from "#lib/statistics/cpu-vendor";
import type { Statistic } from "#lib/statistics/statistic";
import vmState from "#lib/statistics/vm-state";

const [before, now] = ["2025-11-21", "2026-11-21"] as [Day, Day];

type Given = Record<string, { hosts: number; total?: number; squares?: number; products?: number; merged?: number }>;

const rowsOf = (day: Day, given: Given) =>
	Object.entries(given).map(([bucket, { hosts, total = hosts, squares, products, merged }]) => ({
		day,
		bucket,
		hosts,
		total,
		squares: squares ?? null,
		products: products ?? null,
		merged: merged ?? null,
	}));

function changes(statistic: Statistic, then: Given, today: Given, inHosts = false) {
	const rows = [...rowsOf(before, then), ...rowsOf(now, today)];
	const own = distribution(statistic, "openvz7", now, rows, new Map());
	const shown = inHosts ? distributionInHosts(own) : own;
	const since = changesSince(shown, before, rows);
	return {
		since,
		of: (bucket: string) => since.of({ percent: -1, ...shown.rows.find((row) => row.bucket === bucket), bucket }),
	};
}

describe("of hosts", () => {
	const { since, of } = changes(
		cpuVendor,
		{ "": { hosts: 400 }, intel: { hosts: 300 }, amd: { hosts: 99 }, arm: { hosts: 1 } },
		{ "": { hosts: 300 }, intel: { hosts: 180 }, amd: { hosts: 118 }, hygon: { hosts: 2 } },
	);
	it("is certain where 0 is outside the interval, which is that of a comparison", () => {
		expect(of("intel")).toMatchObject({ points: -15, certain: true });
		const [low, high] = of("intel")?.interval ?? [0, 0];
		expect(low).toBeGreaterThan(-22.5);
		expect(low).toBeLessThan(-21);
		expect(high).toBeGreaterThan(-9);
		expect(high).toBeLessThan(-7.5);
	});
	it("is noise where 0 is inside, also of what was not there", () => {
		expect(of("hygon")).toMatchObject({ points: 0.67, certain: false });
	});
	it("has as many digits as the smaller base supports", () => {
		expect([since.day, since.baseHosts]).toEqual([before, 300]);
	});
	it("is unknown of what may have been merged, and of a day without hosts", () => {
		const rare = changes(
			cpuModel,
			{ "": { hosts: 100 }, a: { hosts: 60 }, other: { hosts: 40, merged: 3 } },
			{ "": { hosts: 100 }, a: { hosts: 60 }, b: { hosts: 20 }, other: { hosts: 20, merged: 2 } },
		);
		expect([rare.of("b"), rare.of("other")]).toEqual([null, null]);
		expect(rare.of("a")).toMatchObject({ points: 0, certain: false });
		expect(changes(cpuVendor, {}, { "": { hosts: 9 }, intel: { hosts: 9 } }).of("intel")).toBeNull();
	});
});

describe("of units", () => {
	const base = { hosts: 100, total: 1000, squares: 20_000, products: 20_000 };
	const then = { "": base, running: { hosts: 80, total: 700, squares: 12_000, products: 15_000 } };
	const today = { "": base, running: { hosts: 80, total: 750, squares: 13_000, products: 16_000 } };
	it("has the interval of hosts that differ, which is wider than that of so many units", () => {
		const { points, interval, certain } = changes(vmState, then, today).of("running") ?? {};
		expect([points, certain]).toEqual([5, false]);
		expect(interval?.[0]).toBeLessThan(0);
		const asHosts = changes(
			cpuVendor,
			{ "": { hosts: 1000 }, amd: { hosts: 700 } },
			{ "": { hosts: 1000 }, amd: { hosts: 750 } },
		);
		expect(asHosts.of("amd")?.certain).toBe(true);
	});
	it("has no interval, and is not certain, where a day was published without sums", () => {
		const without = { "": { hosts: 100, total: 1000 }, running: { hosts: 80, total: 200 } };
		expect(changes(vmState, without, today).of("running")).toEqual({ points: 55, interval: null, certain: false });
	});
	it("is counted in hosts where the table is", () => {
		expect(changes(vmState, then, today, true).of("running")).toMatchObject({ points: 0, certain: false });
	});
});
