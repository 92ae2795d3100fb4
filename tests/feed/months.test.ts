import { describe, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { largestMove, wholeMonths } from "#lib/feed/months";
import cpuModel from "#lib/statistics/cpu-model";
import cpuVendor from "#lib/statistics/cpu-vendor";
import hostsWithVms from "#lib/statistics/hosts-with-vms";

const between = (firstDay: string, lastDay: string) =>
	wholeMonths({ firstDay: firstDay as Day, lastDay: lastDay as Day }).map(({ last, since }) => `${since} ${last}`);

describe("whole months", () => {
	test("are those of which every day is published, compared with the end of the one before", () => {
		expect(between("2026-01-15", "2026-04-30")).toEqual([
			"2026-03-31 2026-04-30",
			"2026-02-28 2026-03-31",
			"2026-01-31 2026-02-28",
		]);
		expect(between("2026-01-15", "2026-04-29")[0]).toBe("2026-02-28 2026-03-31");
	});
	test("begin with the first day where nothing was before", () =>
		expect(between("2024-02-01", "2024-03-05")).toEqual(["2024-02-01 2024-02-29"]));
	test("are none at first", () => {
		expect(between("2026-01-02", "2026-01-31")).toEqual([]);
		expect(between("2026-01-02", "2026-01-02")).toEqual([]);
	});
	test("are not without end", () => expect(between("2000-01-01", "2026-01-31")).toHaveLength(24));
});

describe("the largest move", () => {
	const rows = (counts: Record<string, number>) =>
		Object.entries(counts).map(([bucket, hosts]) => ({
			bucket,
			hosts,
			total: hosts,
			...{ squares: null, products: null },
		}));
	const move = (...args: Parameters<typeof largestMove>) => {
		const found = largestMove(...args);
		return found && [found.bucket, found.before, found.after];
	};
	test("is in points; of two that mirror each other it is the one that grew", () => {
		const before = rows({ "": 1000, intel: 800, amd: 200 });
		expect(move(cpuVendor, before, rows({ "": 2000, intel: 1500, amd: 500 }))).toEqual(["amd", 20, 25]);
		expect(move(cpuVendor, before, rows({ "": 1000, intel: 850, amd: 150 }))).toEqual(["intel", 80, 85]);
	});
	test("is none where chance could explain it: the same points of fewer hosts", () => {
		const before = rows({ "": 100, intel: 80, amd: 20 });
		expect(move(cpuVendor, before, rows({ "": 200, intel: 150, amd: 50 }))).toBeUndefined();
		expect(move(cpuVendor, before, rows({ "": 100, intel: 60, amd: 40 }))).toEqual(["amd", 20, 40]);
	});
	test("is none where too few hosts are known, or too little changed", () => {
		expect(move(cpuVendor, rows({ "": 49, amd: 10 }), rows({ "": 60, amd: 40 }))).toBeUndefined();
		expect(move(cpuVendor, rows({ "": 100, amd: 2 }), rows({ "": 100, amd: 9 }))).toBeUndefined();
		expect(move(cpuVendor, rows({ "": 1e6, amd: 200_000 }), rows({ "": 1e6, amd: 204_000 }))).toBeUndefined();
	});
	test("is nothing unspecific", () => {
		const other = [rows({ "": 100, other: 10, unknown: 10 }), rows({ "": 100, other: 60, unknown: 40 })] as const;
		expect(move(cpuVendor, ...other)).toBeUndefined();
		expect(move(hostsWithVms, rows({ "": 1000, yes: 200, no: 800 }), rows({ "": 1000, yes: 100, no: 900 }))).toEqual([
			"yes",
			20,
			10,
		]);
	});
	test("takes none from too few to be published", () => {
		const after = rows({ "": 100, "e5-2620-v4": 30 });
		expect(move(cpuModel, rows({ "": 100, other: 4 }), after)).toBeUndefined();
		expect(move(cpuVendor, rows({ "": 100, intel: 100 }), rows({ "": 100, intel: 70, hygon: 30 }))).toEqual([
			"hygon",
			0,
			30,
		]);
	});
});
