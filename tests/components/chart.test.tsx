import { describe, expect, it } from "vitest";
import { StaticChart } from "#components/chart/static";
import { barChart } from "#lib/series/bar-chart";
import { distribution } from "#lib/series/distribution";
import { lineChart } from "#lib/series/line-chart";
import { series } from "#lib/series/series";
import { statisticBySlug } from "#lib/statistics/index";
import type { Statistic } from "#lib/statistics/statistic";
import { paint } from "./paint";
import { columnsOf, rowsOf } from "./rows";
import { expectChart } from "./snapshot";

const none = new Map<string, string>();

function statistic(slug: string): Statistic {
	const found = statisticBySlug(slug);
	if (!found) throw new Error(`no statistic ${slug}`);
	return found;
}

function history(slug: string, data: ReturnType<typeof rowsOf>, language: "en" | "ru" = "en") {
	const { from, to, rows } = data;
	return series(statistic(slug), "openvz7", { from, to }, columnsOf(rows, from), none, { language });
}

function lines(
	slug: string,
	data: ReturnType<typeof rowsOf>,
	size: "narrow" | "wide" | "full",
	language: "en" | "ru" = "en",
) {
	return (
		<StaticChart spec={lineChart(history(slug, data, language), statistic(slug), { size, language })} paint={paint} />
	);
}

function bars(slug: string, data: ReturnType<typeof rowsOf>, size: "narrow" | "wide", barsMax?: number) {
	const shown = distribution(statistic(slug), "openvz7", data.to, data.rows, none);
	return <StaticChart spec={barChart(shown, statistic(slug), { size, language: "en", barsMax })} paint={paint} />;
}

const vendors = rowsOf(420, (i) => ({ intel: 1000 + i * 2, amd: 120 + Math.floor(i * i * 0.004), hygon: 9, other: 4 }));
const perHost = rowsOf(200, (i) => ({
	"0": 0,
	"1": 300,
	"2-4": 900 + i,
	"5-9": 1500,
	"10-19": 800 + 2 * i,
	"20-49": 2 * i,
	"200-plus": 4,
}));

describe("charts as pictures", () => {
	it("draws one number as an area", () => {
		expectChart(
			"area",
			lines(
				"hosts-active",
				rowsOf(420, (i) => ({ all: 1800 + i + Math.round(40 * Math.sin(i / 9)) })),
				"wide",
			),
		);
	});
	it("draws shares as lines with labels at their ends", () =>
		expectChart("lines", lines("cpu-vendor", vendors, "wide")));
	it("fits a phone", () => expectChart("lines-narrow", lines("cpu-vendor", vendors, "narrow")));
	it("speaks Russian", () => expectChart("lines-ru", lines("cpu-vendor", vendors, "wide", "ru")));
	it("moves labels of lines that end together apart", () => {
		const close = rowsOf(30, () => ({ centos: 100, debian: 101, ubuntu: 99, almalinux: 98, rocky: 102, gentoo: 1 }));
		expectChart("lines-close", lines("container-os-family", close, "wide"));
	});
	it("shows a gap as a gap", () => {
		expectChart(
			"lines-gap",
			lines(
				"cpu-vendor",
				rowsOf(40, (i) => (i > 14 && i < 22 ? null : { intel: 80, amd: 20 })),
				"wide",
			),
		);
	});
	it("draws a single day as dots", () =>
		expectChart(
			"lines-one-day",
			lines(
				"cpu-vendor",
				rowsOf(1, () => ({ intel: 8, amd: 2 })),
				"wide",
			),
		));
	it("stacks parts that have an order", () => expectChart("stack", lines("containers-per-host", perHost, "wide")));
	it("draws only yes where the rest is no", () => {
		expectChart(
			"lines-yes",
			lines(
				"hosts-with-vms",
				rowsOf(60, (i) => ({ yes: 100 + i, no: 900 })),
				"wide",
			),
		);
	});
	it("draws nothing where nothing is", () =>
		expectChart(
			"lines-empty",
			lines(
				"cpu-vendor",
				rowsOf(30, () => ({})),
				"wide",
			),
		));
	it("draws a day as bars, the rest in one", () => {
		const many = rowsOf(1, () =>
			Object.fromEntries("us de fr ru nl gb ca pl ua it es se fi no dk".split(" ").map((c, i) => [c, 400 >> (i / 2)])),
		);
		expectChart("bars", bars("country", many, "wide", 9));
	});
	it("has no bar for the rest where one host is in many rows, but says that there is more", () => {
		const services = rowsOf(
			1,
			() => Object.fromEntries([..."abcdefgh"].map((name) => [name, 90])),
			() => 100,
		);
		const of = statistic("services");
		const shown = distribution(of, "openvz7", services.to, services.rows, none);
		const spec = barChart(shown, of, { size: "wide", language: "ru", barsMax: 3 });
		expect(spec.bars).toHaveLength(3);
		expect(spec.max).toBe(90);
		expect(spec.note).toMatch(/ещё 5 значений не показано$/);
	});
	it("keeps bars in their order", () => expectChart("bars-order", bars("containers-per-host", perHost, "narrow")));
});

describe("a static chart", () => {
	it("escapes labels that come from outside", () => {
		const hostile = new Map([["x1", `<script>alert("1")</script>`]]);
		const { from, to, rows } = rowsOf(2, () => ({ x1: 5 }));
		const spec = lineChart(
			series(statistic("cpu-model"), "openvz7", { from, to }, columnsOf(rows, from), hostile),
			statistic("cpu-model"),
			{ size: "full", language: "en" },
		);
		expect(spec.lines[0]?.label).toContain("<script>");
		expect(() => expectChart("hostile", <StaticChart spec={spec} paint={paint} />)).not.toThrow();
	});
});
