import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartParameters, daysOf, plainChart } from "#lib/address/chart-view";
import { bucketsMax } from "#lib/address/values";
import { type Day, plusDays } from "#lib/day";
import { yOf } from "#lib/series/chart-spec";
import { lineChart } from "#lib/series/line-chart";
import { coloursOf } from "#lib/series/palette";
import { series, within } from "#lib/series/series";
import { logAxis } from "#lib/series/ticks";
import { statisticBySlug } from "#lib/statistics/index";
import { columnsOf, firstDay, rowsOf } from "../components/rows";

const cpuVendor = statisticBySlug("cpu-vendor");
const cpuModel = statisticBySlug("cpu-model");
const cpuCores = statisticBySlug("cpu-cores");
const active = statisticBySlug("hosts-active");
if (!cpuVendor || !cpuModel || !cpuCores || !active) throw new Error("not in the catalog");

const historyOf = (statistic: typeof cpuVendor, totals: (place: number) => Record<string, number>, length = 40) => {
	const { from, to, rows } = rowsOf(length, totals);
	return series(statistic, "openvz7", { from, to }, columnsOf(rows, from), new Map());
};

describe("the days of a range", () => {
	const first = "2026-01-01" as Day;
	const day = "2026-06-30" as Day;
	it("count back from the date", () => {
		expect(daysOf("90d", day, first)).toEqual({ from: "2026-04-02", to: day });
		expect(daysOf("1y", day, first)).toEqual({ from: first, to: day });
	});
	it("are published ones and never reversed, whatever is asked for", () => {
		const days = fc.integer({ min: -400, max: 400 }).map((n) => plusDays(day, n));
		fc.assert(
			fc.property(fc.option(days), fc.option(days), (from, to) => {
				fc.pre(!from || !to || from <= to);
				const range = daysOf({ from, to }, day, first);
				return first <= range.from && range.from <= range.to && range.to <= day;
			}),
		);
	});
});

describe("a logarithmic axis", () => {
	it("has 1, 2 and 5 of few powers of ten, and the powers of many", () => {
		expect(logAxis(3, 40, 8)).toEqual({ min: 2, max: 50, values: [2, 5, 10, 20, 50] });
		expect(logAxis(3, 200_000, 8)).toEqual({ min: 1, max: 200_000, values: [1, 10, 100, 1000, 10_000, 100_000] });
	});
	it("holds what it is made for, begins with a tick, and has no more than there is room for", () => {
		const value = fc.double({ min: 0.01, max: 1e12, noNaN: true });
		fc.assert(
			fc.property(value, value, fc.integer({ min: 3, max: 10 }), (a, b, count) => {
				const [low, high] = a < b ? [a, b] : [b, a];
				const { min, max, values } = logAxis(low, high, count);
				return min > 0 && min <= low && high <= max && min < max && values[0] === min && values.length <= count;
			}),
		);
	});
	it("shows nothing as a gap, and no line leaves the plot", () => {
		const history = historyOf(cpuVendor, (i) => ({ intel: 900 + i, amd: i < 5 ? 0 : 3 * i }));
		const spec = lineChart(history, cpuVendor, { size: "wide", language: "en", axis: "log", measure: "total" });
		expect(spec.lines[1]?.values.slice(0, 6)).toEqual([null, null, null, null, null, 15]);
		expect(spec.note).toContain("a logarithmic axis cannot show 0: 5 days have it");
		const linear = lineChart(history, cpuVendor, { size: "wide", language: "ru", measure: "total" });
		expect(linear.note).not.toContain("не виден 0");
		const y = yOf(spec);
		for (const value of spec.lines.flatMap(({ values }) => values)) {
			if (value === null) continue;
			expect(y(value)).toBeGreaterThanOrEqual(spec.margin.top);
			expect(y(value)).toBeLessThanOrEqual(spec.height - spec.margin.bottom);
		}
		expect(spec.sentence).toContain("939 hosts have Intel processors");
	});
	it("is drawn where nothing was counted", () => {
		const spec = lineChart(
			historyOf(cpuVendor, () => ({ intel: 0 })),
			cpuVendor,
			{
				size: "narrow",
				language: "en",
				axis: "log",
			},
		);
		expect(Number.isFinite(yOf(spec)(spec.yMax))).toBe(true);
	});
});

describe("chosen categories", () => {
	const many = Object.fromEntries([..."abcdefghijklmnop"].map((letter, i) => [`model-${letter}`, 100 - i]));
	const usual = Object.keys(many).slice(0, 6);

	it("keep the colours that they have without a choice, and who adds one changes none", () => {
		const plain = coloursOf(cpuModel, usual);
		const buckets = fc.shuffledSubarray(Object.keys(many), { minLength: 1, maxLength: bucketsMax - 1 });
		fc.assert(
			fc.property(buckets, fc.constantFrom(...Object.keys(many)), (chosen, more) => {
				const colours = coloursOf(cpuModel, chosen, usual);
				for (const bucket of chosen) if (usual.includes(bucket)) expect(colours.get(bucket)).toBe(plain.get(bucket));
				expect(new Set(colours.values()).size).toBe(chosen.length);
				if (chosen.includes(more) || usual.includes(more)) return;
				const wider = coloursOf(cpuModel, [...chosen, more], usual);
				for (const bucket of chosen) expect(wider.get(bucket)).toBe(colours.get(bucket));
			}),
		);
	});
	it("are all drawn, and the sentence says that they are chosen", () => {
		const history = historyOf(cpuVendor, () => ({ intel: 60, amd: 30, arm: 10 }));
		const chosen = { ...history, series: history.series.filter(({ bucket }) => bucket !== "intel") };
		const spec = lineChart(chosen, cpuVendor, { size: "wide", language: "en", chosen: ["arm", "amd"] });
		expect(spec.lines.map(({ bucket }) => bucket)).toEqual(["amd", "arm"]);
		expect(spec.sentence).toContain("30% of hosts have AMD processors");
	});
	it("of a stack lie side by side", () => {
		const history = historyOf(cpuCores, () => ({ "2": 60, "4": 30 }));
		const kind = (chosen: string[]) => lineChart(history, cpuCores, { size: "wide", language: "en", chosen }).kind;
		expect([kind([]), kind(["2", "4"])]).toEqual(["stack", "lines"]);
	});
});

describe("one number", () => {
	it("has no shares", () => {
		const spec = lineChart(
			historyOf(active, () => ({ all: 7 })),
			active,
			{ size: "wide", language: "en", measure: "share" },
		);
		expect([spec.measure, spec.lines[0]?.end?.value]).toEqual(["total", "7"]);
	});
});

describe("a part of a history", () => {
	it("is what was read for these days alone, sorted by its own last day", () => {
		const whole = historyOf(cpuVendor, (i) => ({ intel: 50 - i, amd: 20 + i }));
		const to = plusDays(firstDay, 10);
		const part = within(whole, { from: plusDays(firstDay, 5), to });
		expect([part.days.length, part.days[0], part.to]).toEqual([6, plusDays(firstDay, 5), to]);
		expect(part.series.map(({ bucket, total }) => [bucket, total[0], total.length])).toEqual([
			["intel", 45, 6],
			["amd", 25, 6],
		]);
		expect(whole.series[0]?.bucket).toBe("amd");
	});
});

describe("the parameters of a view", () => {
	it("leave out what is plain", () => {
		expect(chartParameters(plainChart)).toEqual([]);
		expect(
			chartParameters({
				measure: "total",
				count: "hosts",
				axis: "log",
				range: "90d",
				buckets: ["amd", "intel"],
				events: true,
			}),
		).toEqual([
			["show", "total"],
			["count", "hosts"],
			["axis", "log"],
			["range", "90d"],
			["bucket", "amd"],
			["bucket", "intel"],
			["events", "on"],
		]);
	});
});
