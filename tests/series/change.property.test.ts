/** Of random histories: "more" and "less" are said exactly where the 95 % interval of the difference leaves out 0. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plusDays } from "#lib/day";
import { inPercent, newcombe, type Share, shareOfUnits } from "#lib/questions/intervals";
import { changeOf, wholeDiffers } from "#lib/series/change";
import { type SumsOfDays, series, sumsKey } from "#lib/series/series";
import containerLayout from "#lib/statistics/container-layout";
import cpuVendor from "#lib/statistics/cpu-vendor";
import hostsActive from "#lib/statistics/hosts-active";
import hostsNew from "#lib/statistics/hosts-new";
import hostsTotal from "#lib/statistics/hosts-total";
import type { Statistic } from "#lib/statistics/statistic";
import { columnsOf, firstDay } from "../components/rows";

const days = [firstDay, plusDays(firstDay, 1)] as const;
/** By host: units in the bucket, and in all. As many hosts on both days: a base that doubles is a window that fills. */
const sides = fc.integer({ min: 10, max: 60 }).chain((length) => {
	const host = fc.tuple(fc.nat(30), fc.nat(30)).map(([inside, outside]) => ({ x: inside, y: inside + outside }));
	const hosts = fc.array(host, { minLength: length, maxLength: length });
	return fc.tuple(hosts, hosts);
});
type Hosts = readonly { x: number; y: number }[];
const sum = (of: Hosts, read: (host: Hosts[number]) => number) => of.reduce((all, host) => all + read(host), 0);

function historyOf(statistic: Statistic, bucket: string, sides: readonly Hosts[], isOfHosts: boolean, withSums = true) {
	const rows = sides.flatMap((of, i) => {
		const day = days[i] ?? firstDay;
		const having = of.filter(({ x }) => x > 0);
		const total = isOfHosts ? having.length : sum(of, ({ x }) => x);
		const base = isOfHosts ? of.length : sum(of, ({ y }) => y);
		return [
			{ day, bucket: "", hosts: of.length, total: base, merged: null },
			{ day, bucket, hosts: having.length, total, merged: null },
		];
	});
	const sums: SumsOfDays = new Map(
		sides.flatMap((of, i) => {
			const day = days[i] ?? firstDay;
			const squares = sum(of, ({ y }) => y * y);
			const own = { squares: sum(of, ({ x }) => x * x), products: sum(of, ({ x, y }) => x * y) };
			return [
				[sumsKey(day, ""), { squares, products: squares }],
				[sumsKey(day, bucket), own],
			] as const;
		}),
	);
	const range = { from: days[0], to: days[1] };
	const history = series(statistic, "openvz7", range, columnsOf(rows, days[0]), new Map());
	const percents = rows
		.filter((row) => row.bucket === bucket)
		.map((row, i) => {
			const whole = rows.filter((one) => one.bucket === "")[i]?.total ?? 0;
			return whole > 0 ? (100 * row.total) / whole : null;
		});
	const change = changeOf(
		{ bucket, label: bucket, values: percents },
		isOfHosts || !withSums ? history : { ...history, sums },
		"share",
		"day",
		"en",
	);
	return { change, percents };
}

function assertHonest(percents: readonly (number | null)[], shares: readonly Share[], direction: string | undefined) {
	const [a, b] = shares as [Share, Share];
	const [low, high] = inPercent(newcombe(a, b));
	const [from, to] = percents;
	if (typeof from !== "number" || typeof to !== "number") return expect(direction).toBeUndefined();
	if (direction === "more") expect(low).toBeGreaterThan(0);
	else if (direction === "less") expect(high).toBeLessThan(0);
	else if (direction === "same") expect(from).toBe(to);
	// What is certain may still round to no whole point.
	else expect(low <= 0 && high >= 0 ? 0 : Math.abs(to - from)).toBeLessThan(0.5);
}

test("of hosts", () => {
	fc.assert(
		fc.property(sides, ([a, b]) => {
			const { change, percents } = historyOf(cpuVendor, "intel", [a, b], true);
			const shares = [a, b].map((of) => ({ share: of.filter(({ x }) => x > 0).length / of.length, size: of.length }));
			assertHonest(percents, shares, change?.direction);
		}),
	);
});

test("of units, clustered by host", () => {
	fc.assert(
		fc.property(sides, ([a, b]) => {
			const { change, percents } = historyOf(containerLayout, "ploop", [a, b], false);
			const shares = [a, b].map((of) =>
				shareOfUnits({
					hosts: of.length,
					bucket: sum(of, ({ x }) => x),
					base: sum(of, ({ y }) => y),
					bucketSquares: sum(of, ({ x }) => x * x),
					products: sum(of, ({ x, y }) => x * y),
					baseSquares: sum(of, ({ y }) => y * y),
				}),
			);
			assertHonest(percents, shares, change?.direction);
		}),
	);
});

test("of units without their sums nothing is said, unless nothing changed", () => {
	fc.assert(
		fc.property(sides, ([a, b]) => {
			const { change, percents } = historyOf(containerLayout, "ploop", [a, b], false, false);
			expect(change === null || (change.direction === "same" && percents[0] === percents[1])).toBe(true);
		}),
	);
});

describe("the whole of a statistic", () => {
	const differs = (statistic: Statistic, [before, now]: readonly [number, number], sums?: SumsOfDays) => {
		const base = [before, now].map((total, i) => ({
			day: days[i] ?? firstDay,
			bucket: "",
			hosts: statistic.over === "window" && statistic.unit !== "hosts" ? 40 : total,
			total,
			merged: null,
		}));
		const history = series(statistic, "openvz7", { from: days[0], to: days[1] }, columnsOf(base, days[0]), new Map());
		return wholeDiffers(sums ? { ...history, sums } : history, 0, 1);
	};
	const squares = (of: number): SumsOfDays =>
		new Map(days.map((day) => [sumsKey(day, ""), { squares: of, products: of }]));

	test("of hosts and of events differs by more than the root of both counts", () => {
		expect(differs(hostsActive, [1446, 1500])).toBe(false);
		expect(differs(hostsActive, [1446, 1600])).toBe(true);
		expect(differs(hostsNew, [10, 18])).toBe(false);
		expect(differs(hostsNew, [10, 40])).toBe(true);
	});
	test("ever counted never falls, so every difference is one", () => {
		expect(differs(hostsTotal, [1446, 1447])).toBe(true);
	});
	test("of units differs by their squares, without which nobody can tell", () => {
		expect(differs(containerLayout, [1000, 1100], squares(1000))).toBe(true);
		expect(differs(containerLayout, [1000, 1100], squares(100_000))).toBe(false);
		expect(differs(containerLayout, [1000, 1100])).toBeNull();
	});
});
