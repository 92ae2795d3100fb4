/**
 * Puts our charts where the library left frames for them: its own have neither dates, gaps nor labels of single points.
 * What it numbers or draws by lot is made regular, so that the same numbers give the same bytes.
 */
import type { Parts } from "#lib/office/package";
import { chartWorkbook } from "./chart-workbook";
import { chartXml } from "./chart-xml";
import type { Deck } from "./deck";
import { langOf } from "./slides";

const chartPart = /^ppt\/charts\/chart(\d+)\.xml$/;
const workbookPath = (number: string | number) => `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`;

export async function withCharts(parts: Parts, { slides, ...properties }: Deck): Promise<Parts> {
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
