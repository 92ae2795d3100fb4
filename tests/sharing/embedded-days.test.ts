import { describe, expect, it } from "vitest";
import type { ChartSpec, LineSpec } from "#lib/series/chart-spec";
import { frameOf } from "#lib/series/chart-spec";
import { lineChart } from "#lib/series/line-chart";
import { series } from "#lib/series/series";
import { embeddedDays } from "#lib/sharing/embedded-days";
import { statisticBySlug } from "#lib/statistics/index";
import { columnsOf, rowsOf } from "../components/rows";

function specsOf(days: number): LineSpec[] {
	const statistic = statisticBySlug("cpu-vendor") ?? expect.fail();
	const { from, to, rows } = rowsOf(days, (day) => ({ intel: 60 + (day % 7), amd: 30 }));
	const shown = series(statistic, "openvz7", { from, to }, columnsOf(rows, from), new Map(), { language: "en" });
	return (["narrow", "wide"] as const).map((size) => lineChart(shown, statistic, { size, language: "en" }));
}

describe("what an embedded chart says about its days", () => {
	it("has each day of a short history, with as many digits as the chart", () => {
		const specs = specsOf(90);
		const told = embeddedDays(specs) ?? expect.fail();
		expect(told.days).toHaveLength(90);
		expect(told.daysCount).toBe(90);
		expect(told.days.map(([, day]) => new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual(specs[0]?.days);
		expect(told.lines.map(({ name }) => name)).toEqual(["Intel", "AMD"]);
		expect(told.lines.flatMap(({ values }) => values).every((value) => Number.isInteger(value))).toBe(true);
		expect(told.plots.narrow).toEqual([specs[0]?.margin.left, frameOf("narrow").width - (specs[0]?.margin.right ?? 0)]);
	});
	it("has the ends of weeks of a long one, the last day among them", () => {
		const told = embeddedDays(specsOf(900)) ?? expect.fail();
		expect(told.days.length).toBeLessThan(190);
		expect(told.days.at(-1)?.[0]).toBe(899);
		expect(JSON.stringify(told).length).toBeLessThan(10_000);
	});
	it("says nothing of bars, which have their values beside them", () => {
		expect(embeddedDays([{ kind: "bars" } as ChartSpec])).toBeNull();
	});
});
