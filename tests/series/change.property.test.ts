/** Of random histories: "more" and "less" are said exactly where the 95 % interval of the difference leaves out 0. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { plusDays } from "#lib/day";
import { inPercent, newcombe, type Share, shareOfUnits } from "#lib/questions/intervals";
import { changeOf } from "#lib/series/change";
import { type SumsOfDays, series, sumsKey } from "#lib/series/series";
import containerLayout from "#lib/statistics/container-layout";
import cpuVendor from "#lib/statistics/cpu-vendor";
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
