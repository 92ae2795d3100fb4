import { describe, expect, it } from "vitest";
import { type Day, daysThrough } from "#lib/day";
import { series } from "#lib/series/series";
import { statisticBySlug } from "#lib/statistics/index";
import type { Statistic } from "#lib/statistics/statistic";
import type { DailyRow } from "#lib/store/daily-rows";
import { columnsOf } from "../components/rows";

const [from, middle, to] = daysThrough("2026-11-19" as Day, "2026-11-21" as Day) as [Day, Day, Day];
const row = (day: Day, bucket: string, total: number): DailyRow => ({ day, bucket, hosts: total, total, merged: null });

function statistic(slug: string): Statistic {
	const found = statisticBySlug(slug);
	if (!found) throw new Error(`no statistic ${slug}`);
	return found;
}

const rows = [row(from, "", 10), row(from, "intel", 10), row(to, "", 30), row(to, "amd", 25), row(to, "intel", 5)];

describe("series", () => {
	it("tells a day that was never published from a count of nothing", () => {
		const answer = series(statistic("cpu-vendor"), "legacy", { from, to }, columnsOf(rows, from), new Map());
		expect(JSON.parse(JSON.stringify(answer))).toEqual({
			statistic: { slug: "cpu-vendor", title: "CPU vendors", unit: "hosts", section: "cpu" },
			product: "legacy",
			windowDays: 60,
			from,
			to,
			days: [from, middle, to],
			base: { hosts: [10, null, 30], total: [10, null, 30] },
			series: [
				{ bucket: "amd", label: "AMD", hosts: [0, null, 25], total: [0, null, 25] },
				{ bucket: "intel", label: "Intel", hosts: [10, null, 5], total: [10, null, 5] },
			],
		});
	});

	it("has exactly the buckets asked for, zeros included", () => {
		const answer = series(statistic("cpu-vendor"), "openvz7", { from, to }, columnsOf(rows, from), new Map(), {
			buckets: ["hygon", "amd"],
		});
		expect(answer.series.map(({ bucket, total }) => [bucket, total])).toEqual([
			["amd", [0, null, 25]],
			["hygon", [0, null, 0]],
		]);
	});

	it("uses stored names and the language asked for", () => {
		const stored = new Map([["e5-2620", "Xeon E5-2620"]]);
		const of = [row(from, "", 9), row(from, "e5-2620", 5), row(from, "other", 4)];
		const answer = series(statistic("cpu-model"), "openvz7", { from, to: from }, columnsOf(of, from), stored, {
			language: "ru",
		});
		expect(answer.series.map(({ label }) => label)).toEqual(["Xeon E5-2620", "Другие"]);
		expect(answer.statistic.title).toBe("Модели процессоров");
	});
});
