/** Reads office files with libraries that did not write them. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";

export interface OfficeFile {
	names: string[];
	/** Of an XML part. */
	text(name: string): string;
	bytes(name: string): Uint8Array;
}

/** Fails on a part that is not well-formed, and on one that is only promised. */
export function opened(bytes: Uint8Array): OfficeFile {
	const parts = unzipSync(bytes);
	const part = (name: string) => {
		const found = parts[name];
		if (!found) throw new Error(`no ${name} among ${Object.keys(parts)}`);
		return found;
	};
	for (const name of Object.keys(parts).filter((one) => /\.(xml|rels)$/.test(one))) {
		const valid = XMLValidator.validate(strFromU8(part(name)));
		if (valid !== true) throw new Error(`${name}: ${valid.err.msg}`);
	}
	const listed = [...strFromU8(part("[Content_Types].xml")).matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
	const absent = listed.filter((name) => !name || !(name in parts));
	if (absent.length > 0) throw new Error(`listed, but not there: ${absent}`);
	return { names: Object.keys(parts), text: (name) => strFromU8(part(name)), bytes: part };
}

export async function sheetsOf(bytes: Uint8Array): Promise<Map<string, unknown[][]>> {
	const sheets = await readWorkbook(Buffer.from(bytes));
	return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

// biome-ignore lint/suspicious/noExplicitAny: what is in the XML is what is tested.
type Xml = any;
const lists = ["c:ser", "c:pt", "c:dLbl", "c:dPt"];
const parser = new XMLParser({
	ignoreAttributes: false,
	isArray: (name) => lists.includes(name),
	parseTagValue: false,
	trimValues: false,
	htmlEntities: true,
});

export interface ReadSeries {
	name: string;
	categories: (string | null)[];
	values: (number | null)[];
	/** Where the values stand in the chart's workbook. */
	formula: string;
	/** Places of the points that have a label of their own. */
	labels: number[];
	/** Of points that have their own. */
	colours: string[];
}

/** A chart as a program reads it. */
export function chartOf(xml: string): { kinds: string[]; plot: Xml; gaps: string; series: ReadSeries[] } {
	const chart: Xml = parser.parse(xml)["c:chartSpace"]["c:chart"];
	const plot = chart["c:plotArea"];
	const kinds = Object.keys(plot).filter((name) => /Chart$/.test(name));
	return {
		kinds,
		plot,
		gaps: chart["c:dispBlanksAs"]["@_val"],
		series: kinds.flatMap((kind) => plot[kind]["c:ser"]).map(seriesOf),
	};
}

function seriesOf(one: Xml): ReadSeries {
	const days = one["c:cat"]["c:numRef"]?.["c:numCache"];
	return {
		name: one["c:tx"]["c:strRef"]["c:strCache"]?.["c:pt"][0]["c:v"],
		categories: pointsOf(days ?? one["c:cat"]["c:strRef"]["c:strCache"]),
		values: pointsOf(one["c:val"]["c:numRef"]["c:numCache"]).map((value) => (value === null ? null : Number(value))),
		formula: one["c:val"]["c:numRef"]["c:f"],
		labels: (one["c:dLbls"]?.["c:dLbl"] ?? []).map((label: Xml) => Number(label["c:idx"]["@_val"])),
		colours: (one["c:dPt"] ?? []).map((point: Xml) => point["c:spPr"]["a:solidFill"]["a:srgbClr"]["@_val"]),
	};
}

/** A point that is not there is a gap. */
function pointsOf(cache: Xml): (string | null)[] {
	const values = new Array<string | null>(Number(cache["c:ptCount"]["@_val"])).fill(null);
	for (const point of cache["c:pt"] ?? []) values[Number(point["@_idx"])] = point["c:v"];
	return values;
}
