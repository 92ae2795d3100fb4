/** Presentations, read again by libraries that did not write them. */
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { colours } from "#lib/colours";
import { presentationOfPage } from "#lib/office/page-presentation";
import { presentationOf } from "#lib/office/pptx/statistic-slide";
import { pageBySlug, pageTitle } from "#lib/statistics/pages";
import { address, exportedDistribution, exportedSeries, hostile } from "../exports";
import { chartOf, opened, sheetsOf } from "./office-files";

const plainly = (text: string) => text.replaceAll("\u00a0", " ");
const textsOf = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => plainly(text ?? ""));
const workbook = "ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx";

async function deck(taken: Parameters<typeof presentationOf>[0]) {
	const file = opened(await presentationOf(taken));
	return {
		...file,
		chart: chartOf(file.text("ppt/charts/chart1.xml")),
		data: (await sheetsOf(file.bytes(workbook))).get("Data") ?? [],
		slide: textsOf(file.text("ppt/slides/slide1.xml")),
		notes: textsOf(file.text("ppt/notesSlides/notesSlide1.xml")),
	};
}

describe("the slide of a day", () => {
	const given = { "": [10, 21], ploop: [6, 16], simfs: [3, 5] } satisfies Parameters<typeof exportedDistribution>[1];

	it("has a native chart with the shares of the distribution, and the totals in its workbook", async () => {
		const taken = exportedDistribution("container-layout", given);
		const { chart, data } = await deck(taken);
		expect(chart.kinds).toEqual(["c:barChart"]);
		expect(chart.series[0]).toMatchObject({
			categories: taken.shown.rows.map(({ label }) => label),
			values: taken.shown.rows.map(({ percent }) => Math.round(percent * 100) / 10_000),
			formula: "Data!$B$2:$B$3",
		});
		expect(data).toEqual([
			["Name", "Percent of containers", "Containers"],
			...taken.shown.rows.map(({ label, percent, total }) => [label, Math.round(percent * 100) / 10_000, total]),
		]);
	});

	it("says what, of how many, until when and from where, and in the notes how it is counted", async () => {
		const { slide, notes, text } = await deck(exportedDistribution("container-layout", given, { isSimulation: true }));
		expect(slide).toEqual([
			expect.stringMatching(/layout/i),
			"Percent of containers · OpenVZ 7 · 21 November 2026",
			"n = 21 containers on 10 hosts · counted in the section “Disk layouts of containers” · reports of 14 days up to 21 November 2026",
			"Source: OpenVZ statistics · ",
			address.replace("&", "&amp;"),
		]);
		expect(notes.slice(0, -1)).toEqual([
			expect.stringContaining("76% of 21 containers use ploop"),
			expect.any(String),
			expect.stringMatching(/^Base: /),
			"Window: reports of 14 days up to 21 November 2026",
			expect.stringMatching(/^Rare values: /),
			expect.stringContaining("simulated hosts"),
			expect.stringContaining("CC BY 4.0"),
		]);
		expect(textsOf(text("ppt/slideLayouts/slideLayout2.xml"))).toContain("Simulated hosts");
	});

	it("is 16:9, has a title that outlines can find, and says in words what the chart shows", async () => {
		const { text } = await deck(exportedDistribution("container-layout", given));
		expect(text("ppt/presentation.xml")).toContain('<p:sldSz cx="12192000" cy="6858000"/>');
		const slide = text("ppt/slides/slide1.xml");
		expect(slide).toMatch(/<p:ph[^>]* type="title"/);
		expect(slide).toMatch(/descr="[^"]*76% of [\d ]*containers use ploop/);
	});

	it("has the colours of the site", async () => {
		const { chart } = await deck(exportedDistribution("cpu-vendor", { "": [10, 10], intel: [8, 8], amd: [2, 2] }));
		const { c0, c1 } = colours.light;
		expect(chart.series[0]?.colours).toEqual([c0, c1].map((hex) => hex.slice(1).toUpperCase()));
	});

	it("keeps the name of every bar in LibreOffice, which turns or leaves out what may be turned", async () => {
		const { text } = await deck(exportedDistribution("cpu-vendor", { "": [10, 10], intel: [8, 8], amd: [2, 2] }));
		const bodies = text("ppt/charts/chart1.xml").match(/<a:bodyPr[^>]*>/g) ?? [];
		expect(bodies.length).toBeGreaterThan(2);
		expect(bodies.every((body) => body.includes('rot="0"'))).toBe(true);
	});

	it("shows one number as a figure", async () => {
		const { slide, chart } = await deck(
			exportedDistribution("hosts-active", { "": [1200, 1200], all: [1200, 1200] }, { language: "ru" }),
		);
		expect(slide).toContain("1 200 серверов");
		expect(chart.series[0]?.values).toEqual([1200]);
	});

	it("is there also where nothing was counted", async () => {
		const { chart, slide } = await deck(exportedDistribution("cpu-vendor", { "": [0, 0] }));
		expect(chart.series[0]).toMatchObject({ categories: [], values: [], formula: "Data!$B$2:$B$2" });
		expect(slide).toContain("n = 0 hosts · reports of 14 days up to 21 November 2026");
	});

	it("counts hosts, as the page does, where a statistic tells how much each host has", async () => {
		const given = { "": [10, 409_600], "8-16-gib": [6, 102_400], "64-128-gib": [4, 307_200] } satisfies Parameters<
			typeof exportedDistribution
		>[1];
		const { chart, data, slide } = await deck(exportedDistribution("memory-installed", given));
		expect(chart.series[0]?.values).toEqual([0.6, 0.4]);
		expect(data[0]).toEqual(["Name", "Percent of hosts", "Hosts"]);
		expect(slide).toContain("n = 10 hosts · reports of 14 days up to 21 November 2026");
	});

	it("leaves labels labels", async () => {
		const rows = Object.fromEntries([["", [70, 70]], ...Object.keys(hostile).map((key) => [key, [10, 10]])]);
		const { chart, data } = await deck(exportedDistribution("cpu-model", rows, { labels: hostile }));
		expect(chart.series[0]?.categories).toContain(hostile.script);
		expect(data.map(([name]) => name)).toContain(hostile.formula);
	});
});

describe("the slide of a history", () => {
	it("has every day as a date, gaps as gaps, and a label at the end of each line", async () => {
		const taken = exportedSeries("cpu-vendor", 10, (i) => (i === 5 ? null : { intel: 60, amd: 40 + i }));
		const { chart, data } = await deck(taken);
		expect(chart.kinds).toEqual(["c:lineChart"]);
		expect(chart.gaps).toBe("gap");
		expect(chart.plot["c:dateAx"]["c:baseTimeUnit"]["@_val"]).toBe("days");
		expect(chart.series.map(({ name }) => name)).toEqual(["Intel", "AMD"]);
		expect(chart.series[0]).toMatchObject({
			categories: Array.from({ length: 10 }, (_, i) => String(46_023 + i)),
			values: Array.from({ length: 10 }, (_, i) => (i === 5 ? null : Math.round(600_000 / (100 + i)) / 10_000)),
			labels: [9],
		});
		expect(data[0]).toEqual(["Day", "Intel", "AMD"]);
		expect(data[6]).toEqual([new Date("2026-01-06T00:00:00Z"), null, null]);
		expect(data[10]).toEqual([new Date("2026-01-10T00:00:00Z"), 0.5505, 0.4495]);
	});

	it("of years has a point a week, the last day among them", async () => {
		const { chart } = await deck(exportedSeries("cpu-vendor", 430, () => ({ intel: 60, amd: 40 })));
		const days = chart.series[0]?.categories.map(Number) ?? [];
		expect(days).toHaveLength(62);
		expect(days.at(-1)).toBe(46_023 + 429);
		expect(new Set(days.slice(1).map((day: number, i: number) => day - (days[i] ?? 0)))).toEqual(new Set([7]));
	});

	it("of what happens on a day has bars of whole weeks", async () => {
		const { chart, data } = await deck(exportedSeries("reports", 430, (i) => ({ all: i % 7 })));
		expect(chart.kinds).toEqual(["c:barChart"]);
		expect(data[0]).toEqual(["Week ending", "All"]);
		expect(chart.series[0]?.values).toEqual(Array(60).fill(21));
		// Monday to Sunday, named by the last day.
		expect(Number(chart.series[0]?.categories[0])).toBe(46_023 + 10);
	});

	it("stacks what has an order, and names the bands beside them", async () => {
		const sizes = { "8-16-gib": 100 * 1024, "64-128-gib": 300 * 1024 };
		const { chart, slide } = await deck(exportedSeries("memory-installed", 3, () => sizes, { language: "ru" }));
		expect(chart.kinds).toEqual(["c:areaChart"]);
		expect(chart.plot["c:areaChart"]["c:grouping"]["@_val"]).toBe("stacked");
		expect(chart.plot["c:valAx"]["c:numFmt"]["@_formatCode"]).toBe("0\\ %");
		expect(slide).toEqual(expect.arrayContaining(["9–16 ГиБ 25 %", "65–128 ГиБ 75 %"]));
	});

	it("draws what its view asks for: amounts, powers of ten", async () => {
		const taken = exportedSeries("cpu-vendor", 3, (i) => ({ intel: 1000 + i, amd: 10 }));
		const { chart, slide } = await deck({ ...taken, look: { measure: "total", axis: "log" } });
		expect(chart.series.map(({ values }) => values.at(-1))).toEqual([1002, 10]);
		expect(chart.plot["c:valAx"]["c:scaling"]).toMatchObject({
			"c:logBase": { "@_val": "10" },
			"c:min": { "@_val": "10" },
			"c:max": { "@_val": "10000" },
		});
		expect(slide[1]).toMatch(/^Number of hosts/);
	});

	it("has one number as an area under its line", async () => {
		const { chart } = await deck(exportedSeries("hosts-active", 3, (i) => ({ all: 10 + i })));
		expect(chart.kinds).toEqual(["c:areaChart", "c:lineChart"]);
		expect(chart.series.map(({ formula }) => formula)).toEqual(Array(2).fill("Data!$B$2:$B$4"));
	});
});

it("has the same bytes for the same numbers, however many were made before", async () => {
	const taken = exportedSeries("cpu-vendor", 10, () => ({ intel: 60, amd: 40 }));
	const first = Buffer.from(await presentationOf(taken));
	await presentationOf(exportedDistribution("hosts-active", { "": [1, 1], all: [1, 1] }));
	vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_000 });
	onTestFinished(() => void vi.useRealTimers());
	expect(Buffer.from(await presentationOf({ ...taken })).equals(first)).toBe(true);
	expect(opened(first).text("docProps/core.xml")).toContain(">2026-01-10T00:00:00Z</dcterms:created>");
});

it("a page is a cover, and each statistic as a history and as a day", async () => {
	const page = pageBySlug("cpu");
	if (!page) throw new Error("no page cpu");
	const { statistic, shown: distribution } = exportedDistribution("cpu-vendor", {
		"": [10, 10],
		intel: [8, 8],
		amd: [2, 2],
	});
	const { shown: history } = exportedSeries("cpu-vendor", 10, () => ({ intel: 8, amd: 2 }));
	const day = distribution.date;
	const bytes = await presentationOfPage({
		...{ page, product: "openvz7", language: "en", day, isSimulation: false, address },
		statistics: [{ statistic, distribution, history, address }],
	});
	const file = opened(bytes);
	expect(file.names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(3);
	expect(textsOf(file.text("ppt/slides/slide1.xml"))).toEqual(
		expect.arrayContaining([pageTitle(page, "en"), expect.stringContaining("Intel"), "OpenVZ 7 · 21 November 2026"]),
	);
	// Each slide has the chart that belongs to it, and each chart its own workbook.
	expect(file.text("ppt/slides/_rels/slide2.xml.rels")).toContain("charts/chart1.xml");
	expect(file.text("ppt/slides/_rels/slide3.xml.rels")).toContain("charts/chart2.xml");
	expect(file.text("ppt/charts/_rels/chart2.xml.rels")).toContain("Microsoft_Excel_Worksheet2.xlsx");
	expect(chartOf(file.text("ppt/charts/chart1.xml")).kinds).toEqual(["c:lineChart"]);
	expect(chartOf(file.text("ppt/charts/chart2.xml")).kinds).toEqual(["c:barChart"]);
});
