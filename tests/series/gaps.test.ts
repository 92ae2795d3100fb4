import { describe, expect, it } from "vitest";
import { type Day, daysThrough } from "#lib/day";
import { quietTimes, quietTogether } from "#lib/series/gaps";
import { lineChart } from "#lib/series/line-chart";
import { type Series, series } from "#lib/series/series";
import { statisticBySlug } from "#lib/statistics/index";
import { columnsOf, rowsOf } from "../components/rows";

/** Reports on weekdays alone, as OpenVZ 7 sends them; day 0 is a Monday. */
const weekdays = (length: number, outage: (place: number) => number = () => 1) =>
	Array.from({ length }, (_, place) => (place % 7 > 4 ? 0 : Math.round(100 * outage(place))));

describe("times with hardly any reports", () => {
	it("are none while each weekday has what it usually has", () => {
		expect(quietTimes(weekdays(60))).toEqual([]);
		expect(quietTimes(weekdays(60, (place) => 0.5 + (place % 3) / 2))).toEqual([]);
	});
	it("span weekends, on which nothing was to come", () => {
		expect(quietTimes(weekdays(60, (place) => (place > 30 && place < 45 ? 0.02 : 1)))).toEqual([{ from: 31, to: 44 }]);
	});
	it("are two days at least", () => {
		expect(quietTimes(weekdays(60, (place) => (place === 30 ? 0 : 1)))).toEqual([]);
		expect(quietTimes(weekdays(60, (place) => (place === 30 || place === 31 ? 0 : 1)))).toEqual([{ from: 30, to: 31 }]);
	});
	it("are not told from chance where few hosts report", () => {
		expect(quietTimes(weekdays(60, (place) => (place > 30 && place < 40 ? 0 : 0.1)))).toEqual([]);
	});
});

function drawn(slug: string, data: ReturnType<typeof rowsOf>, more: Partial<Series> = {}) {
	const statistic = statisticBySlug(slug) ?? expect.fail();
	const { from, to, rows } = data;
	const history = { ...series(statistic, "openvz7", { from, to }, columnsOf(rows, from), new Map()), ...more };
	return lineChart(history, statistic, { size: "wide", language: "en" });
}

describe("shades of a chart", () => {
	const vendors = (i: number) => ({ intel: 80, amd: 20 + (i % 2) });
	it("explain the days until the first window is full", () => {
		const filling = rowsOf(60, (i) => ({ intel: Math.min(10 * (i + 1), 140), amd: 20 }));
		const spec = drawn("cpu-vendor", filling);
		const text = "up to 13\u00a0January\u00a02026, the first reports were still coming in";
		expect(spec.shades).toEqual([{ from: 0, to: 12, title: text }]);
		expect(spec.note.endsWith(` · ${text}`)).toBe(true);
	});
	it("explain when hardly any reports came, as far as the chart shows it", () => {
		const quiet = [{ from: "2026-01-08" as Day, to: "2026-01-12" as Day }];
		const spec = drawn("cpu-vendor", rowsOf(60, vendors), { quiet });
		expect(spec.shades).toMatchObject([{ from: 7, to: 11 }]);
		expect(spec.note).toContain("hardly any reports came: 8–12\u00a0January\u00a02026");
		expect(drawn("cpu-vendor", rowsOf(5, vendors), { quiet }).shades).toBeUndefined();
	});
	it("name the product of several whose reports stayed away, unless those of all did", () => {
		const history = rowsOf(60, vendors);
		const time = (from: string, to: string) => ({ from: from as Day, to: to as Day });
		const quiet = quietTogether(daysThrough(history.from, history.to), [
			{ name: "OpenVZ 7", quiet: [time("2026-01-08", "2026-01-12")] },
			{ name: "OpenVZ 6", quiet: [time("2026-01-08", "2026-01-15"), time("2026-02-01", "2026-02-02")] },
		]);
		expect(quiet).toEqual([
			time("2026-01-08", "2026-01-12"),
			{ ...time("2026-01-13", "2026-01-15"), only: "OpenVZ 6" },
			{ ...time("2026-02-01", "2026-02-02"), only: "OpenVZ 6" },
		]);
		const { shades, note } = drawn("cpu-vendor", history, { quiet });
		expect(shades).toMatchObject([
			{ from: 7, to: 11 },
			{ from: 12, to: 14 },
			{ from: 31, to: 32 },
		]);
		expect(note).toContain("hardly any reports came: 8–12\u00a0January\u00a02026");
		expect(note).toMatch(/hardly any reports of OpenVZ 6 came: 13–15.January.2026, /);
	});
	it("explain days that were never published", () => {
		const spec = drawn(
			"cpu-vendor",
			rowsOf(40, (i) => (i > 14 && i < 22 ? null : vendors(i))),
		);
		expect(spec.shades).toMatchObject([{ from: 15, to: 21 }]);
		expect(spec.note).toContain("no data: 16–22\u00a0January\u00a02026");
	});
	it("are none where all days are alike", () => {
		expect(drawn("cpu-vendor", rowsOf(60, vendors)).shades).toBeUndefined();
	});
});
