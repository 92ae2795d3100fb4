/**
 * From slides to the bytes of a presentation. The library writes slides and notes. Its own charts have neither dates, gaps
 * nor labels of single points, so ours are put into the frames that it leaves for them. Whatever the library numbers or
 * draws at random is made regular: the same numbers give the same bytes.
 */
import Presentation from "pptxgenjs";
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import { coreProperties, type Parts, unzip, zip } from "#lib/office/package";
import { amount, type Cell, date, heading, numberHeading, text } from "#lib/office/xlsx/sheet";
import { workbook } from "#lib/office/xlsx/workbook";
import { chartXml, dataSheet } from "./chart-xml";
import type { NativeChart } from "./native-chart";
import { addCover, addStatistic, type Cover, defineMasters, langOf } from "./slides";
import type { StatisticSlide } from "./statistic-slide";

export interface Deck {
	title: string;
	author: string;
	day: Day;
	language: Language;
	/** On every slide, where hosts are simulated. */
	simulation: string | null;
	cover: Cover | null;
	slides: readonly StatisticSlide[];
}

export async function presentation(deck: Deck): Promise<Uint8Array<ArrayBuffer>> {
	const made = new Presentation();
	made.layout = "LAYOUT_WIDE";
	made.theme = { headFontFace: "Arial", bodyFontFace: "Arial" };
	made.company = deck.author;
	defineMasters(made, deck);
	if (deck.cover) addCover(made, deck.cover, deck);
	for (const one of deck.slides) addStatistic(made, one, deck);
	const bytes = (await made.write({ outputType: "uint8array" })) as Uint8Array;
	const parts = await withCharts(unzip(bytes), deck);
	return zip({ ...parts, "docProps/core.xml": coreProperties(deck) }, deck.day);
}

const chartPart = /^ppt\/charts\/chart(\d+)\.xml$/;
const workbookPath = (number: string | number) => `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`;

async function withCharts(parts: Parts, { slides, ...properties }: Deck): Promise<Parts> {
	const renumbered = renumbering(Object.keys(parts));
	const result: Parts = {};
	for (const [name, content] of Object.entries(parts)) {
		const text = String(content);
		if (/\.rels$|^\[Content_Types\]/.test(name)) result[renumbered(name)] = renumbered(text);
		else if (/notesSlide\d+\.xml$/.test(name)) result[name] = paragraphs(text, langOf(properties));
		else result[renumbered(name)] = content;
	}
	for (const [i, { chart, columns }] of slides.entries()) {
		result[`ppt/charts/chart${i + 1}.xml`] = chartXml(chart);
		result[workbookPath(i + 1)] = await chartWorkbook(chart, { ...properties, ...columns });
	}
	return { ...result, "[Content_Types].xml": withoutAbsent(String(result["[Content_Types].xml"]), result) };
}

/** The library counts charts for as long as the process lives: here they begin with 1. */
function renumbering(names: readonly string[]): (text: string) => string {
	const numbers = names.flatMap((name) => chartPart.exec(name)?.[1] ?? []).sort((a, b) => Number(a) - Number(b));
	return (text) =>
		text.replace(
			/(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)(?=\.)/g,
			(all, path: string, number: string) => {
				const place = numbers.indexOf(number);
				return place < 0 ? all : `${path}${place + 1}`;
			},
		);
}

/** The library lists a master for every slide, of which there is but one. */
function withoutAbsent(types: string, parts: Parts): string {
	return types.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (all, part: string) => (part in parts ? all : ""));
}

/** Notes come as one text: its lines become paragraphs. */
function paragraphs(notes: string, lang: string): string {
	return notes.replace(/<a:p><a:r><a:rPr[^>]*><a:t>([^<]*)<\/a:t><\/a:r>/, (_, text: string) => {
		const runs = text.split(/\r?\n/).map((line) => `<a:r><a:rPr lang="${lang}"/><a:t>${line}</a:t></a:r>`);
		return `<a:p>${runs.join("</a:p><a:p>")}`;
	});
}

/** The workbook inside a native chart: it opens when somebody edits the chart's data. */
interface Columns {
	title: string;
	author: string;
	day: Day;
	/** What heads the days or names, and the totals behind shares. */
	key: string;
	total: string;
}

function chartWorkbook(chart: NativeChart, { key, total, ...properties }: Columns): Promise<Uint8Array<ArrayBuffer>> {
	const shown = (one: number | null, format: string): Cell =>
		one === null ? null : format.endsWith("%") ? { value: one, style: "share" } : amount(one);
	const rows =
		chart.kind === "pairs"
			? [
					[heading(key), ...chart.sides.map(({ name }) => numberHeading(name))],
					...chart.names.map((name, i) => [
						text(name),
						...chart.sides.map(({ values }) => shown(values[i] ?? null, chart.labelFormat)),
					]),
				]
			: chart.kind === "bars"
				? [
						[heading(key), numberHeading(chart.name), numberHeading(total)],
						...chart.bars.map((bar) => [text(bar.name), shown(bar.value, chart.labelFormat), amount(bar.total)]),
					]
				: [
						[heading(key), ...chart.series.map(({ name }) => numberHeading(name))],
						...chart.days.map((day, i) => [
							date(day),
							...chart.series.map(({ values }) => shown(values[i] ?? null, chart.values.format)),
						]),
					];
	return workbook([{ name: dataSheet, isTable: true, rows }], properties);
}
