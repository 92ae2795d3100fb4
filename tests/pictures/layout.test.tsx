/** Pictures in many sizes: everything inside, nothing over anything else. */
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it, test } from "vitest";
import { PictureDrawing } from "#components/picture/picture";
import { pictureBounds, pictureSizes } from "#lib/address/values";
import type { Language } from "#lib/language";
import { type Font, fontFamily, pictureFont } from "#lib/pictures/files";
import { layOut } from "#lib/pictures/layout";
import type { Draw, PictureCaption, PictureOptions } from "#lib/pictures/picture";
import { barChart } from "#lib/series/bar-chart";
import { frameOf } from "#lib/series/chart-spec";
import { distribution } from "#lib/series/distribution";
import { lineChart } from "#lib/series/line-chart";
import { series } from "#lib/series/series";
import { worldEvents } from "#lib/statistics/events";
import { statisticBySlug } from "#lib/statistics/index";
import { columnsOf, rowsOf } from "../components/rows";

let font: Font;
beforeAll(async () => {
	font = await pictureFont();
});

const plain: PictureOptions = {
	width: 800,
	height: 450,
	scale: 1,
	text: "normal",
	theme: "light",
	background: "opaque",
	title: null,
};
const told: PictureCaption = { product: "openvz7", day: null, figure: null, address: null, simulated: true };

function known(slug: string) {
	const found = statisticBySlug(slug);
	if (!found) throw new Error(`no statistic ${slug}`);
	return found;
}

const longNames = new Map(
	Array.from({ length: 16 }, (_, i) => [`model-${i}`, `Производитель с очень длинным именем WWW MMM ${i} Edition`]),
);
const long = rowsOf(90, (day) =>
	Object.fromEntries([...longNames.keys()].map((bucket, i) => [bucket, 1_000_000 - 50_000 * i + day * i])),
);
const sizes = rowsOf(90, (day) =>
	Object.fromEntries((known("memory-installed").order ?? []).map((bucket, i) => [bucket, 1_000_000 + 9000 * day * i])),
);
const one = rowsOf(90, (day) => ({ all: 1_234_567 + 1000 * day }));
const nothing = rowsOf(3, () => ({}));

function history(slug: string, { from, to, rows }: typeof long, language: Language): Draw {
	const shown = series(known(slug), "openvz7", { from, to }, columnsOf(rows, from), longNames, { language });
	return (size) => lineChart(shown, known(slug), { size, language, events: worldEvents });
}
function ofDay(slug: string, { to, rows }: typeof long, language: Language): Draw {
	const shown = distribution(known(slug), "openvz7", to, rows, longNames, language);
	return (size, room) => barChart(shown, known(slug), { size, language, room });
}

const charts: Record<string, [(language: Language) => Draw, Partial<PictureCaption>]> = {
	lines: [(language) => history("cpu-model", long, language), {}],
	stack: [(language) => history("memory-installed", sizes, language), { product: "all" }],
	area: [(language) => history("hosts-active", one, language), { figure: "1 633 567 серверов", day: one.to }],
	empty: [
		(language) => history("hosts-active", nothing, language),
		{ address: "statistics.example.org/statistics/hosts-active" },
	],
	bars: [(language) => ofDay("cpu-model", long, language), { day: long.to }],
	"ordered bars": [(language) => ofDay("memory-installed", sizes, language), { day: sizes.to }],
};

interface Box {
	text: string;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

const plainText = (markup: string) => markup.replace(/<[^>]*>/g, "").replace(/&\w+;|&#\w+;/g, "&");

/** Where each text is, in the picture's units. */
function boxesIn(svg: string): Box[] {
	const [chart = "", dx = "0", dy = "0", size = "0"] =
		/<g transform="translate\(([\d.]+) ([\d.]+)\)" font-size="([\d.]+)">.*<\/g>/s.exec(svg) ?? [];
	const inGroup = textsIn(chart, Number(size)).map(({ text, left, right, top, bottom }) => ({
		text,
		left: left + Number(dx),
		right: right + Number(dx),
		top: top + Number(dy),
		bottom: bottom + Number(dy),
	}));
	return [...textsIn(svg.replace(chart, ""), 0), ...inGroup];
}

function textsIn(markup: string, inherited: number): Box[] {
	return [...markup.matchAll(/<text([^>]*)>(.*?)<\/text>/gs)].map(([, attributes = "", content = ""]) => {
		const read = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
		const fontSize = Number(read("font-size") ?? inherited);
		const text = plainText(content);
		const width = font.widthOf(text, fontSize);
		const x = Number(read(" x"));
		const anchor = read("text-anchor");
		const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
		const base = Number(read(" y")) + Number.parseFloat(read("dy") ?? "0") * fontSize;
		return { text, left, right: left + width, top: base - 0.74 * fontSize, bottom: base + 0.2 * fontSize };
	});
}

function clashesIn(boxes: readonly Box[], width: number, height: number): string[] {
	const outside = boxes
		.filter(({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height)
		.map(({ text }) => `${text} is cut off`);
	const over = boxes.flatMap((a, i) =>
		boxes
			.slice(i + 1)
			.filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
			.map((b) => `${a.text} is over ${b.text}`),
	);
	return [...outside, ...over];
}

const { width: w, height: h } = pictureBounds;
const grid: [number, number | null][] = [
	[w.min, h.min],
	[w.min, null],
	[w.min, h.max],
	[w.max, h.min],
	[w.max, h.max],
	[480, 360],
	[640, 345],
	[800, null],
	[1023, 577],
	...Object.values(pictureSizes).map(({ width, height }): [number, number] => [width, height]),
];
const longTitle =
	"A title of words that goes on and on, until it has as many letters as are allowed for one: a hundred and twenty WWW";

describe.each(Object.entries(charts))("%s", (_, [drawIn, more]) => {
	test.each(["en", "ru"] as const)("in %s, in every size", (language) => {
		const draw = drawIn(language);
		for (const [width, height] of grid) {
			for (const text of ["normal", "large"] as const) {
				for (const [title, simulated] of [
					[null, false],
					[longTitle, true],
				] as const) {
					const options = { ...plain, width, height, text, title };
					const laid = layOut(draw, { ...told, ...more, simulated }, options, font.widthOf);
					const svg = renderToStaticMarkup(<PictureDrawing picture={laid} fonts={fontFamily} />);
					const boxes = boxesIn(svg);
					expect(boxes.length).toBeGreaterThan(4);
					const clashes = clashesIn(boxes, laid.units.width, laid.units.height);
					expect(clashes, JSON.stringify({ ...options, simulated })).toEqual([]);
					expect(laid.chart.spec.height + laid.chart.y).toBeLessThanOrEqual(laid.units.height);
					expect(laid.width).toBe(width);
					if (height) expect(laid.height).toBe(height);
				}
			}
		}
	});
});

describe("a picture says", () => {
	const [drawIn] = charts.bars ?? [];
	const wordsOf = (more: Partial<PictureCaption>, options: Partial<PictureOptions> = {}) => {
		if (!drawIn) throw new Error("no bars");
		const laid = layOut(drawIn("en"), { ...told, ...more }, { ...plain, ...options }, font.widthOf);
		return laid.texts.map(({ text }) => text).join("\n");
	};
	it("product, date, unit, base, window and source", () => {
		const words = wordsOf({ day: long.to, address: "stats.example.org/statistics/cpu-model", simulated: false });
		expect(words.replaceAll("\u00a0", " ")).toBe(
			[
				"CPU models",
				"OpenVZ 7 · 31 March 2026 · Percent of hosts · number of hosts",
				"n = 10,010,680 hosts · reports of 14 days up to 31 March 2026",
				"Source: OpenVZ statistics · stats.example.org/statistics/cpu-model · CC BY 4.0",
			].join("\n"),
		);
	});
	it("that its hosts are made up, only where they are", () => {
		expect(wordsOf({ simulated: true })).toContain("Simulation");
		expect(wordsOf({ simulated: false })).not.toContain("Simulation");
	});
	it("so in a box that holds the words in any font", () => {
		if (!drawIn) throw new Error("no bars");
		const laid = layOut(drawIn("en"), { ...told, simulated: true }, plain, font.widthOf);
		const length = laid.texts.find(({ tone }) => tone === "warn-ink")?.length ?? 0;
		expect(length).toBeGreaterThan(50);
		expect(length).toBeLessThan(laid.badge?.width ?? 0);
		expect(renderToStaticMarkup(<PictureDrawing picture={laid} fonts="sans-serif" />)).toContain(
			` textLength="${length}"`,
		);
	});
	it("the title that somebody gave it, as text", () => {
		expect(wordsOf({}, { title: '<script>"]]>' })).toContain('<script>"]]>');
	});
	it("the value of what has no bar of its own, too", () => {
		const frame = { ...frameOf("narrow"), widthOf: font.widthOf };
		const spec = ofDay("memory-installed", sizes, "en")(frame, 100);
		if (spec.kind !== "bars") throw new Error("no bars");
		expect(spec.bars.at(-1)?.label).toMatch(/^\d+ others$/);
		expect(spec.bars.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(100, 0);
	});
});
