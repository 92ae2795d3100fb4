import { describe, expect, it } from "vitest";
import type { Day } from "#lib/day";
import { lineChart } from "#lib/series/line-chart";
import { dateTextAt, inPeriods, periodText } from "#lib/series/periods";
import { series } from "#lib/series/series";
import { statisticBySlug } from "#lib/statistics/index";
import { columnsOf, rowsOf } from "../components/rows";

const known = (slug: string) => statisticBySlug(slug) ?? expect.fail();

/** From Thursday, 1 January 2026. */
function historyOf(slug: string, length: number, totals: (place: number) => Record<string, number> | null) {
	const { from, to, rows } = rowsOf(length, totals);
	return series(known(slug), "openvz7", { from, to }, columnsOf(rows, from), new Map(), { language: "en" });
}

const drawn = (slug: string, ...rest: [length: number, totals: (place: number) => Record<string, number> | null]) =>
	lineChart(historyOf(slug, ...rest), known(slug), { size: "wide", language: "en" });

describe("what happened, by weeks", () => {
	it("sums whole weeks from Monday and leaves out what is not whole", () => {
		const chart = drawn("reports", 40, (i) => ({ all: i }));
		expect(chart).toMatchObject({ kind: "columns", every: "week", subtitle: "Reports per week" });
		expect(chart.periods?.map(({ from, to }) => [chart.days[from], chart.days[to]])).toEqual([
			["2026-01-05", "2026-01-11"],
			["2026-01-12", "2026-01-18"],
			["2026-01-19", "2026-01-25"],
			["2026-01-26", "2026-02-01"],
			["2026-02-02", "2026-02-08"],
		]);
		const [line] = chart.lines;
		expect(line?.values.slice(0, 12)).toEqual([null, null, null, null, 49, 49, 49, 49, 49, 49, 49, 98]);
		expect(line?.values.at(-1)).toBeNull();
		expect(line?.end?.value).toBe("245");
		expect(chart.note).toBe("whole weeks, Monday to Sunday, up to 8\u00a0February\u00a02026");
		expect([4, 39].map((place) => dateTextAt(chart, place))).toEqual([
			"5–11\u00a0January\u00a02026",
			"9\u00a0February\u00a02026",
		]);
	});
	it("leaves out a week with a day that nobody knows", () => {
		const chart = drawn("reports", 40, (i) => (i === 13 ? null : { all: 1 }));
		expect(chart.periods).toHaveLength(4);
		expect(chart.lines[0]?.values.slice(11, 18)).toEqual(Array(7).fill(null));
	});
	it("sums months where weeks would be too thin, and shows days where there are hardly any weeks", () => {
		expect(drawn("reports", 1500, () => ({ all: 1 }))).toMatchObject({ every: "month", subtitle: "Reports per month" });
		expect(drawn("reports", 20, () => ({ all: 1 }))).toMatchObject({ every: "day", kind: "columns" });
	});
	it("stacks what has parts, with all that has no part of its own", () => {
		const chart = drawn("crash-components", 40, () =>
			Object.fromEntries([..."abcdefgh"].map((key, i) => [key, 9 - i])),
		);
		expect(chart.lines.map(({ label, end }) => [label, end?.value])).toEqual([
			["a", "63"],
			["b", "56"],
			["c", "49"],
			["d", "42"],
			["e", "35"],
			["f", "28"],
			["Other", "35"],
		]);
		expect(chart.sentence).not.toContain("Other");
		expect(chart.yMax).toBeGreaterThanOrEqual(308);
	});
	it("leaves numbers that say how things stand as they are", () => {
		expect(drawn("bugs-open", 40, () => ({ bug: 7 }))).toMatchObject({ kind: "lines", every: "day" });
		expect(
			inPeriods(
				historyOf("hosts-active", 40, () => ({ all: 7 })),
				known("hosts-active"),
			),
		).toBeNull();
	});
	it("names a month by its name", () => {
		expect(periodText("2026-02-01" as Day, "2026-02-28" as Day, "en")).toBe("February\u00a02026");
	});
});
