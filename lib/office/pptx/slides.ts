/** Slides in the library's terms. For each chart it leaves a frame, which `withCharts` fills. */
import type Presentation from "pptxgenjs";
import { settingsOf } from "#lib/language";
import type { Deck } from "./deck";
import { fittingSize, frame, lineWidth, palette, size, slide, strip } from "./layout";
import type { NativeChart } from "./native-chart";
import type { StatisticSlide } from "./statistic-slide";

export interface Cover {
	title: string;
	lead: string;
	/** Product and date. */
	details: string;
	source: string;
	address: string;
	notes: string[];
}

type SlideContext = Pick<Deck, "language" | "simulation">;
type Slide = Presentation.Slide;

export const langOf = ({ language }: Pick<Deck, "language">) => settingsOf(language).locale;

export function addStatistic(made: Presentation, one: StatisticSlide, deck: SlideContext): void {
	const page = made.addSlide({ masterName: masters.statistic });
	const lang = langOf(deck);
	const fontSize = fittingSize(one.title, size.title, titleWidth(deck.simulation));
	// Of a placeholder, only the text itself takes a size.
	page.addText([{ text: one.title, options: { fontSize, lang } }], { placeholder: "title" });
	const muted = { color: palette.muted, lang };
	page.addText(one.subtitle, { ...row(1.12, 0.5), fontSize: fittingSize(one.subtitle, size.subtitle), ...muted });
	if (one.figure) {
		const look = { bold: true, color: palette.ink, lang };
		page.addText(one.figure, { ...row(2.2, 2.4), fontSize: fittingSize(one.figure, size.figure), ...look });
	}
	const { x, y, width: w, height: h } = one.figure ? strip : frame;
	page.addChart(made.ChartType.line, [{ name: "", labels: [""], values: [0] }], { x, y, w, h, altText: one.sentence });
	addBandLabels(page, one.chart, lang);
	page.addText(one.note, { ...row(6.58, 0.34), fontSize: fittingSize(one.note, size.footer), ...muted });
	addSource(page, one, 6.92, lang);
	page.addNotes(one.notes.join("\n"));
}

export function addCover(made: Presentation, cover: Cover, deck: SlideContext): void {
	const page = made.addSlide({ masterName: masters.cover });
	const lang = langOf(deck);
	const x = slide.edge + 0.3;
	const w = lineWidth - 0.3;
	page.addText(cover.title, { placeholder: "title", lang });
	page.addText(cover.lead, { ...row(3.2, 1.1, x, w), valign: "top", fontSize: 24, color: palette.muted, lang });
	page.addText(cover.details, {
		...row(4.5, 0.6, x, w),
		fontSize: size.subtitle,
		bold: true,
		color: palette.ink,
		lang,
	});
	addSource(page, cover, 6.6, lang, x);
	page.addNotes(cover.notes.join("\n"));
}

const row = (y: number, h: number, x: number = slide.edge, w = lineWidth) =>
	({ x, y, w, h, margin: 0, align: "left", valign: "middle", fit: "shrink" }) as const;

function addSource(
	page: Slide,
	{ source, address }: Pick<Cover, "source" | "address">,
	y: number,
	lang: string,
	x?: number,
): void {
	const look = { fontSize: fittingSize(`${source} · ${address}`, size.footer), lang };
	page.addText(
		[
			{ text: `${source} · `, options: { ...look, color: palette.muted } },
			{ text: address, options: { ...look, color: palette.accent, hyperlink: { url: address } } },
		],
		row(y, 0.34, x),
	);
}

/** A square in the colour of each band, since light ones cannot colour a text. */
function addBandLabels(page: Slide, chart: NativeChart, lang: string): void {
	if (!("bandLabels" in chart)) return;
	const x = frame.x + (chart.plot.x + chart.plot.width) * frame.width + 0.1;
	for (const { text, colour, y } of chart.bandLabels) {
		const look = { fontSize: size.label, bold: true, lang };
		page.addText(
			[
				{ text: "■ ", options: { ...look, color: colour } },
				{ text, options: { ...look, color: palette.ink } },
			],
			{ ...row(frame.y + y * frame.height - 0.18, 0.36, x, slide.width - x - 0.1), wrap: false },
		);
	}
}

// Two masters, so that titles are titles in outlines and for screen readers, and the design can be changed in one place.
const masters = { statistic: "STATISTIC", cover: "COVER" } as const;

type MasterObject = NonNullable<Presentation.SlideMasterProps["objects"]>[number];
interface Box {
	x: number;
	y: number;
	w: number;
	h: number;
}

const badgeWidth = 3.2;

/** What the badge leaves of the line. */
const titleWidth = (simulation: string | null) => (simulation ? lineWidth - badgeWidth - 0.3 : lineWidth);

export function defineMasters(made: Presentation, { simulation }: Pick<Deck, "simulation">): void {
	const badges = simulation ? [badge(simulation)] : [];
	const background = { color: "FFFFFF" };
	made.defineSlideMaster({
		title: masters.statistic,
		background,
		objects: [title({ x: slide.edge, y: 0.32, w: titleWidth(simulation), h: 0.75 }, size.title), ...badges],
	});
	made.defineSlideMaster({
		title: masters.cover,
		background,
		objects: [
			{ rect: { x: 0, y: 0, w: 0.25, h: slide.height, fill: { color: palette.accent } } },
			title({ x: slide.edge + 0.3, y: 2, w: lineWidth - 0.3, h: 1.2 }, size.cover),
			...badges,
		],
	});
}

function title(box: Box, fontSize: number): MasterObject {
	const look = { fontSize, bold: true, color: palette.ink, align: "left", valign: "middle", margin: 0 } as const;
	return { placeholder: { options: { name: "title", type: "title", ...box, ...look }, text: "" } };
}

function badge(text: string): MasterObject {
	const box: Box = { x: slide.width - slide.edge - badgeWidth, y: 0.48, w: badgeWidth, h: 0.44 };
	const look = { fontSize: 16, bold: true, color: palette["warn-ink"], align: "center", valign: "middle" } as const;
	return { text: { text, options: { ...box, ...look, fill: { color: palette["warn-ground"] } } } };
}
