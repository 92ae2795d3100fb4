import { describe, expect, it } from "vitest";
import type { Day } from "#lib/day";
import { clauseOf, fractionNear } from "#lib/series/clause";
import { distribution } from "#lib/series/distribution";
import { leadOf } from "#lib/series/lead";
import { statisticBySlug, statistics } from "#lib/statistics/index";
import { isOneNumber } from "#lib/statistics/statistic";
import { charts } from "#lib/text/en/charts";
import { clauses } from "#lib/text/en/clauses";

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
		expect(said("cpu-vendor", { intel: 746, amd: 254 })).toEqual([
			"Three quarters of hosts (74.6%) have Intel processors; 25.4% have AMD processors.",
		]);
		expect(said("cpu-vendor", { intel: 746, amd: 254 }, "ru")).toEqual([
			"Три четверти серверов (74,6 %) — с процессорами Intel; 25,4 % — с процессорами AMD.",
		]);
	});
	it("say that it is most of them, or the percentage", () => {
		expect(said("cpu-sockets", { "2": 55, "1": 40, "4": 5 })).toEqual([
			"Most hosts (55%) have two sockets; 40% have one socket.",
		]);
		expect(said("cpu-sockets", { "2": 55, "1": 40, "4": 5 }, "ru")).toEqual([
			"Большинство серверов (55 %) — с двумя сокетами; 40 % — с одним сокетом.",
		]);
		expect(said("bonding", { none: 980, bonding: 20 })).toEqual([
			"98% of hosts use neither bonding nor teaming; 2% use bonding.",
		]);
		expect(said("cpu-vendor", { amd: 40, intel: 30, arm: 20, unknown: 30 })).toEqual([
			"A third of hosts (33%) have AMD processors; 25% have Intel processors.",
		]);
	});
	it.each([
		[
			"memory-installed",
			{ "32-64-gib": 40, "64-128-gib": 90, "128-256-gib": 20 },
			"The typical host has 65–128 GiB of memory.",
		],
		["cpu-cores", { "1": 60, "2": 50, "3-4": 9 }, "The typical host has one core."],
		["containers-per-host", { "0": 60, "1": 20, "2-4": 10 }, "The typical host holds no containers."],
	])("say of sizes what the host in the middle has: %s", (slug, totals, sentence) => {
		expect(said(slug, totals)).toEqual([sentence]);
	});
	it("say one number as it is", () => {
		expect(said("hosts-active", { all: 1 })).toEqual(["1 host reported within 14 days."]);
		expect(said("hosts-active", { all: 2 }, "ru")).toEqual(["За 14 дней отчёты прислали 2 сервера."]);
	});
	it("say it where several share the first place", () => {
		expect(said("cpu-vendor", { intel: 50, amd: 50 })).toEqual([
			"CPU vendors: AMD and Intel come first, each with 50% of hosts.",
		]);
		expect(said("cpu-vendor", { intel: 50, amd: 50 }, "ru")).toEqual([
			"Производители процессоров: первое место делят «AMD» и «Intel» — по 50 % серверов.",
		]);
		expect(said("hosts-with-vms", { no: 50, yes: 50 })).toEqual(["Half the hosts (50%) hold virtual machines."]);
	});
	it("say how many do, where the answer is yes or no", () => {
		expect(said("hosts-with-vms", { no: 900, yes: 100 })).toEqual(["One host in ten (10%) holds virtual machines."]);
		expect(said("hosts-with-vms", { no: 900 })).toEqual([]);
	});
	it.each([
		[{ intel: 1 }, "1 of 1 host has Intel processors.", "1 из 1 сервера — с процессорами Intel."],
		[{ intel: 2 }, "2 of 2 hosts have Intel processors.", "2 из 2 серверов — с процессорами Intel."],
		[
			{ intel: 5, amd: 2 },
			"5 of 7 hosts have Intel processors; 2 hosts have AMD processors.",
			"5 из 7 серверов — с процессорами Intel; 2 сервера — с процессорами AMD.",
		],
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
			"Hosts report from 2 countries. Most hosts (60%) are in the United States; 40% are in Norway.",
		]);
	});
	it("are silent of nothing, of what is merged, and of what has no sentence", () => {
		expect(said("cpu-vendor", {})).toEqual([]);
		expect(said("cpu-model", { other: 40 })).toEqual([]);
		expect(said("cpu-vendor", { other: 900, intel: 100 })).toEqual(["One host in ten (10%) has Intel processors."]);
	});
	it("are three at most", () => {
		const all = ["cpu-vendor", "cpu-vendor", "cpu-vendor", "cpu-vendor"].map((slug) => told(slug, { intel: 5 }, "en"));
		expect(leadOf(all, "en")).toHaveLength(3);
	});
	it("belong to statistics that exist", () => {
		for (const slug of [...Object.keys(charts.lead.oneNumber), ...Object.keys(clauses.typical)])
			expect(statisticBySlug(slug), slug).toBeDefined();
		expect(Object.keys(clauses.clause).sort()).toEqual(
			statistics.flatMap((one) => (isOneNumber(one) ? [] : one.slug)).sort(),
		);
	});
	it.each(["en", "ru"] as const)("is a clause for every bucket that the catalog names: %s", (language) => {
		for (const statistic of statistics.filter((one) => !isOneNumber(one))) {
			const named = typeof statistic.labels === "function" ? [] : Object.keys(statistic.labels ?? {});
			for (const bucket of [...named, "something-new"]) {
				const clause = clauseOf(statistic, { bucket, label: "LABEL" }, { text: "SHARE", count: 2 }, language);
				if (bucket === "other" || bucket === "unknown") expect(clause).toBeNull();
				else expect(clause, `${statistic.slug} ${bucket}`).toMatch(/SHARE/);
			}
		}
	});
});

it("finds the fraction that is easiest to imagine", () => {
	expect(fractionNear(50.4)).toMatchObject({ part: 1, of: 2 });
	expect(fractionNear(33.3)).toMatchObject({ part: 1, of: 3 });
	expect(fractionNear(10.9)).toMatchObject({ part: 1, of: 10 });
	expect(fractionNear(99.9)).toBeNull();
	expect(fractionNear(54)).toBeNull();
});
