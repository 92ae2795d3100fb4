import { expect, test } from "vitest";
import { announcementOf } from "#components/chart/day-values";
import { lineChart } from "#lib/series/line-chart";
import { series } from "#lib/series/series";
import cpuModel from "#lib/statistics/cpu-model";
import cpuVendor from "#lib/statistics/cpu-vendor";
import { columnsOf, rowsOf } from "../components/rows";

const some = rowsOf(3, (i) => ({ "epyc-7402p": i === 1 ? 0 : 20, "core-i7-6700": 30 }));

function chart(statistic: typeof cpuModel) {
	const rows = some.rows.filter(({ hosts }) => hosts > 0);
	const history = series(statistic, "openvz7", some, columnsOf(rows, some.from), new Map());
	return lineChart(history, statistic, { size: "wide", language: "en" });
}

function values(statistic: typeof cpuModel, bucket: string) {
	return chart(statistic).lines.find((line) => line.bucket === bucket)?.totals;
}

test("a bucket that is too small to publish is a gap, not a fall to zero", () => {
	expect(values(cpuModel, "epyc-7402p")).toEqual([20, null, 20]);
});

test("a gap says below how many hosts values are hidden", () => {
	expect(chart(cpuModel).note).toContain("gaps in a line: hidden below 5 hosts, or none");
	expect(announcementOf(chart(cpuModel), 1)).toContain("fewer than 5 hosts");
	expect(announcementOf(chart(cpuModel), 2)).not.toContain("fewer");
	expect(chart(cpuVendor).note).not.toContain("gaps");
	expect(chart(cpuVendor).gap).toBeUndefined();
});

test("in a closed list nothing is hidden, so nothing is nothing", () => {
	expect(values(cpuVendor, "epyc-7402p")).toEqual([20, 0, 20]);
});
