import { describe, expect, it } from "vitest";
import type { Day } from "#lib/day";
import { distribution } from "#lib/series/distribution";
import { fractionNear, leadOf } from "#lib/series/lead";
import { statisticBySlug } from "#lib/statistics/index";
import { charts } from "#lib/text/en/charts";

const day = "2026-11-21" as Day;

function told(slug: string, totals: Record<string, number>, language: "en" | "ru") {
	const statistic = statisticBySlug(slug);
	if (!statistic) throw new Error(`no statistic ${slug}`);
	const base = Object.values(totals).reduce((a, b) => a + b, 0);
	const rows = Object.entries({ "": base, ...totals }).map(([bucket, total]) => ({
		day,
		bucket,
		hosts: total,
		total,
		merged: null,
	}));
	return { statistic, distribution: distribution(statistic, "openvz7", day, rows, new Map(), language) };
}

const said = (slug: string, totals: Record<string, number>, language: "en" | "ru" = "en") =>
	leadOf([told(slug, totals, language)], language).map((text) => text.replaceAll("\u00a0", " "));

describe("the first sentences of a page", () => {
	it("say a share as a fraction where one is near", () => {
		expect(said("cpu-vendor", { intel: 796, amd: 204 })).toEqual(["4 of 5 hosts (79.6%) run Intel processors."]);
		expect(said("cpu-vendor", { intel: 796, amd: 204 }, "ru")).toEqual([
			"Чаще всего стоят процессоры Intel: 4 из 5 серверов (79,6 %).",
		]);
	});
	it("say it of the whole elsewhere, with the right plural", () => {
		expect(said("cpu-vendor", { intel: 18, amd: 3 })).toEqual(["85.71% of 21 hosts run Intel processors."]);
		expect(said("cpu-vendor", { intel: 18, amd: 3 }, "ru")).toEqual([
			"Чаще всего стоят процессоры Intel: 85,71 % из 21 сервера.",
		]);
	});
	it("say one number as it is", () => {
		expect(said("hosts-active", { all: 1 })).toEqual(["1 host reported within 14 days."]);
		expect(said("hosts-active", { all: 2 }, "ru")).toEqual(["За 14 дней отчёты прислали 2 сервера."]);
	});
	it("say it where several share the first place", () => {
		expect(said("cpu-vendor", { intel: 50, amd: 50 })).toEqual([
			"CPU vendors: AMD and Intel come first, each with 1 of 2 hosts (50%).",
		]);
		expect(said("cpu-vendor", { intel: 50, amd: 50 }, "ru")).toEqual([
			"Производители процессоров: первое место делят «AMD» и «Intel» — по 1 из 2 серверов (50 %).",
		]);
		expect(said("hosts-with-vms", { no: 50, yes: 50 })).toEqual(["1 of 2 hosts (50%) holds virtual machines."]);
	});
	it("say how many do, where the answer is yes or no", () => {
		expect(said("hosts-with-vms", { no: 900, yes: 100 })).toEqual(["1 of 10 hosts (10%) holds virtual machines."]);
		expect(said("hosts-with-vms", { no: 900 })).toEqual([]);
	});
	it.each([
		[{ intel: 1 }, "1 of 1 host runs Intel processors.", "Чаще всего стоят процессоры Intel: 1 из 1 сервера."],
		[{ intel: 2 }, "2 of 2 hosts run Intel processors.", "Чаще всего стоят процессоры Intel: 2 из 2 серверов."],
		[{ intel: 5, amd: 2 }, "5 of 7 hosts run Intel processors.", "Чаще всего стоят процессоры Intel: 5 из 7 серверов."],
	])("count where percent of so few would mislead: %j", (totals, english, russian) => {
		expect([said("cpu-vendor", totals), said("cpu-vendor", totals, "ru")]).toEqual([[english], [russian]]);
	});
	it.each([
		[1, "За 14 дней отчёты прислал 1 сервер."],
		[2, "За 14 дней отчёты прислали 2 сервера."],
		[5, "За 14 дней отчёты прислали 5 серверов."],
		[21, "За 14 дней отчёты прислал 21 сервер."],
	])("agree with %d in Russian", (all, russian) => {
		expect(said("hosts-active", { all }, "ru")).toEqual([russian]);
	});
	it("do not take Norway for a no", () => {
		expect(said("country", { us: 300, no: 200 })).toEqual([
			"Hosts report from 2 countries. The one with the most hosts is United States: 3 of 5 hosts (60%).",
		]);
	});
	it("are silent of nothing, of what is merged, and of what has no sentence", () => {
		expect(said("cpu-vendor", {})).toEqual([]);
		expect(said("cpu-model", { other: 40 })).toEqual([]);
		expect(said("cpu-vendor", { other: 900, intel: 100 })).toEqual(["1 of 10 hosts (10%) runs Intel processors."]);
	});
	it("are three at most", () => {
		const all = ["cpu-vendor", "cpu-vendor", "cpu-vendor", "cpu-vendor"].map((slug) => told(slug, { intel: 5 }, "en"));
		expect(leadOf(all, "en")).toHaveLength(3);
	});
	it("belong to statistics that exist", () => {
		for (const slug of Object.keys(charts.lead.say)) expect(statisticBySlug(slug), slug).toBeDefined();
	});
});

it("finds the fraction that is easiest to imagine", () => {
	expect(fractionNear(50.4)).toEqual({ part: 1, of: 2 });
	expect(fractionNear(33.3)).toEqual({ part: 1, of: 3 });
	expect(fractionNear(89.2)).toEqual({ part: 9, of: 10 });
	expect(fractionNear(99.9)).toBeNull();
	expect(fractionNear(54)).toBeNull();
});
