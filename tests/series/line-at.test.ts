import { describe, expect, it } from "vitest";
import { bucketAt, type LineSpec, placeAt, xOf, yOf } from "#lib/series/chart-spec";
import { lineChart } from "#lib/series/line-chart";
import { series } from "#lib/series/series";
import { statisticBySlug } from "#lib/statistics/index";
import { columnsOf, rowsOf } from "../components/rows";

function specOf(slug: string, totals: Record<string, number>, length = 30): LineSpec {
	const statistic = statisticBySlug(slug);
	if (!statistic) throw new Error(slug);
	const { from, to, rows } = rowsOf(length, () => totals);
	return lineChart(series(statistic, "openvz7", { from, to }, columnsOf(rows, from), new Map()), statistic, {
		size: "wide",
		language: "en",
	});
}

describe("what somebody points at", () => {
	const lines = specOf("cpu-vendor", { intel: 80, amd: 20 });

	it("is one of the chart's days, also beside the plot", () => {
		for (const place of [0, 7, 29]) expect(placeAt(lines, xOf(lines)(place) + 3)).toBe(place);
		expect([placeAt(lines, -50), placeAt(lines, 5000)]).toEqual([0, 29]);
		expect(placeAt(specOf("cpu-vendor", { intel: 1 }, 1), 300)).toBe(0);
	});
	it("is the nearest line, and none where none is near", () => {
		const y = yOf(lines);
		expect(bucketAt(lines, 3, y(80) + 10)).toBe("intel");
		expect(bucketAt(lines, 3, y(20) - 10)).toBe("amd");
		expect(bucketAt(lines, 3, y(50))).toBeNull();
	});
	it("is the band of a stack that is there", () => {
		const stack = specOf("cpu-cores", { "2": 60, "4": 40 });
		const y = yOf(stack);
		expect(stack.kind).toBe("stack");
		expect([bucketAt(stack, 3, y(30)), bucketAt(stack, 3, y(61)), bucketAt(stack, 3, y(101))]).toEqual([
			stack.lines[0]?.bucket,
			stack.lines[1]?.bucket,
			null,
		]);
	});
});
