/** Statistics of units, counted in hosts. */
import { describe, expect, it } from "vitest";
import { plainChart } from "#lib/address/chart-view";
import type { Day } from "#lib/day";
import { languages } from "#lib/language";
import { barChart } from "#lib/series/bar-chart";
import { baseOf } from "#lib/series/captions";
import { chartKind } from "#lib/series/chart-kind";
import { clauseOf } from "#lib/series/clause";
import { countedStatistic, countsHosts, distributionInHosts, hasUnits, seriesInHosts } from "#lib/series/counted";
import { distribution } from "#lib/series/distribution";
import { lineChart } from "#lib/series/line-chart";
import { series } from "#lib/series/series";
import { statistics } from "#lib/statistics/index";
import memoryInstalled from "#lib/statistics/memory-installed";
import vmMemory from "#lib/statistics/vm-memory";
import vmState from "#lib/statistics/vm-state";
import { columnsOf } from "../components/rows";

const day = "2026-11-21" as Day;
const inHosts = { ...plainChart, count: "hosts" } as const;
/** 64 VMs on 16 of 159 hosts: most of them run, and more hosts have stopped ones. */
const rows = [
	{ bucket: "", hosts: 159, total: 64 },
	{ bucket: "running", hosts: 7, total: 50 },
	{ bucket: "stopped", hosts: 12, total: 14 },
].map((row) => ({ ...row, day, merged: null }));
const shown = { ...distribution(vmState, "openvz7", day, rows, new Map()), holders: 16 };

const amount = { text: "40%", count: 2 };

describe("which statistics are counted in hosts", () => {
	it("are by default those that tell how much each host has", () => {
		const byDefault = statistics.filter((one) => countsHosts(one, plainChart)).map(({ slug }) => slug);
		expect(byDefault.sort()).toEqual([
			"containers-per-host",
			"disks-per-host",
			"memory-installed",
			"storage-installed",
			"vms-per-host",
		]);
	});
	it("are on demand all that count something else", () => {
		expect(countsHosts(vmState, inHosts)).toBe(true);
		expect(countsHosts(memoryInstalled, { count: "units" })).toBe(false);
		for (const one of statistics.filter(({ unit }) => unit === "hosts")) expect(countsHosts(one, inHosts)).toBe(false);
	});
});

describe("the sentence of a statistic that is shown by hosts", () => {
	const named = statistics.filter(
		(one) => hasUnits(one) && clauseOf(one, { bucket: "1", label: "One" }, amount, "en") !== null,
	);
	it.each(languages.flatMap((language) => named.map((one) => [one.slug, language, one] as const)))(
		"%s has words for it in %s",
		(_, language, { slug }) => {
			const clause = clauseOf({ slug, unit: "hosts" }, { bucket: "1", label: "One" }, amount, language);
			expect(clause).toMatch(/^40%/);
		},
	);
	it("speaks of the hosts that hold any", () => {
		const { sentence } = barChart(distributionInHosts(shown), countedStatistic(vmState, inHosts), {
			size: "wide",
			language: "en",
			colours: new Map(),
		});
		expect(sentence.replaceAll("\u00a0", " ")).toBe(
			"As of 21 November 2026, 8% of 159 hosts hold virtual machines that are stopped; 7 hosts hold virtual machines that run.",
		);
	});
});

it("the hosts of each bucket are shares of all hosts that reported, the largest first", () => {
	const { rows: ofHosts, base, statistic } = distributionInHosts(shown);
	expect([statistic.unit, base]).toEqual(["hosts", { hosts: 159, total: 159 }]);
	expect(ofHosts.map(({ bucket, total, percent }) => [bucket, total, percent])).toEqual([
		["stopped", 12, 7.55],
		["running", 7, 4.4],
	]);
	const history = series(vmState, "openvz7", { from: day, to: day }, columnsOf(rows, day), new Map());
	expect(seriesInHosts(history).series.map(({ bucket, total }) => [bucket, total])).toEqual([
		["stopped", [12]],
		["running", [7]],
	]);
	const chart = lineChart(seriesInHosts(history), countedStatistic(vmState, inHosts), { size: "wide", language: "en" });
	expect([chart.subtitle, chart.lines.map(({ values }) => values)]).toEqual(["Percent of hosts", [[7.55], [4.4]]]);
});

it("shares of hosts are stacked only where a host is in one bucket", () => {
	expect([chartKind(vmMemory), chartKind(vmMemory, inHosts)]).toEqual(["stack", "lines"]);
	expect([chartKind(memoryInstalled), chartKind(memoryInstalled, { count: "units" })]).toEqual(["stack", "stack"]);
});

describe("the base of units", () => {
	it("is on the hosts that have any, and says how many reported", () => {
		expect(baseOf(shown, "en")).toBe("n = 64 VMs on 16 hosts (159 reported)");
		expect(baseOf(shown, "ru")).toBe("n = 64 ВМ на 16 серверах (отчёты прислали 159)");
		expect(baseOf({ ...shown, holders: 159 }, "en")).toBe("n = 64 VMs on 159 hosts");
	});
	it("is the hosts that reported, where hosts are counted", () => {
		expect(baseOf(distributionInHosts(shown), "en")).toBe("n = 159 hosts");
	});
});

it("a chosen bucket has a bar, however small", () => {
	const many = [..."abcdefghijklmnop"].map((bucket, i) => ({
		bucket,
		hosts: 99 - i,
		total: 99 - i,
		day,
		merged: null,
	}));
	const base = { bucket: "", hosts: 2000, total: 2000, day, merged: null };
	const whole = distribution(vmState, "openvz7", day, [base, ...many], new Map());
	const bars = (chosen: string[]) =>
		barChart(whole, vmState, { size: "wide", language: "en", chosen }).bars.map(({ bucket }) => bucket);
	expect(bars([])).toEqual([..."abcdefghijkl", "other"]);
	expect(bars(["p"])).toEqual([..."abcdefghijkp", "other"]);
});
