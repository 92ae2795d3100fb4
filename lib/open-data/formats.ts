/** Every format in which a statistic is exported. A new format needs an entry here, and a function that writes it. */
import { dayOf } from "#lib/day";
import type { Exported, StatisticExport } from "#lib/export/export";
import { mediaTypes } from "#lib/http/media-types";
import { presentationOf } from "#lib/office/pptx/statistic-slide";
import { workbookOf } from "#lib/office/xlsx/statistic-workbook";
import type { Comparison } from "#lib/series/comparison";
import type { Distribution } from "#lib/series/distribution";
import type { Series } from "#lib/series/series";
import type { ApiTextKey } from "#lib/text/server";
import { citationBibtex, citationText } from "./citation";
import { comparisonCsv, distributionCsv, seriesCsv } from "./csv";
import { bbcodeOf, htmlOf, markdownOf } from "./markup-tables";
import { plainText } from "./plain-text";
import { textTable } from "./text-table";

type Body = string | Uint8Array<ArrayBuffer>;
export type Writer<T extends Exported> = (exported: StatisticExport<T>) => Body | Promise<Body>;

export interface Format {
	/** Its media type. */
	type: string;
	/** The key of its name; absent: the extension in capitals. */
	name?: ApiTextKey;
	/** Writes the numbers of a day; absent if the format has none. */
	distribution?: Writer<Distribution>;
	/** Writes the numbers of a history. */
	series?: Writer<Series>;
	/** Writes two days or products side by side. */
	comparison?: Writer<Comparison>;
	/** Drawn by `lib/pictures` from the chart of a day, a history or a comparison. */
	isPicture?: boolean;
	/** For other programs than a browser: a download with a descriptive file name. */
	isFile?: boolean;
	/** Contains a chart: it has no more buckets than a chart can show, and takes the axis of the chart. */
	isChart?: boolean;
	headers?: Readonly<Record<string, string>>;
	/** The part of the Share page that offers it, and its name there (`share.*` in the texts). */
	share?: string;
}

const all = <W>(write: W) => ({ distribution: write, series: write, comparison: write });
const today = () => dayOf(new Date());

/** By extension. */
export const formats = {
	csv: {
		type: mediaTypes.csv,
		distribution: ({ shown }: StatisticExport<Distribution>) => distributionCsv(shown),
		series: ({ shown }: StatisticExport<Series>) => seriesCsv(shown),
		comparison: ({ shown }: StatisticExport<Comparison>) => comparisonCsv(shown),
		share: "data.csv",
	},
	json: { type: mediaTypes.json, ...all(({ shown }: StatisticExport) => JSON.stringify(shown)), share: "data.json" },
	svg: { type: mediaTypes.svg, name: "format.svg", isPicture: true },
	png: { type: mediaTypes.png, name: "format.png", isPicture: true },
	xlsx: {
		type: mediaTypes.xlsx,
		name: "format.xlsx",
		...all(workbookOf),
		isFile: true,
		share: "data.xlsx",
	},
	pptx: {
		type: mediaTypes.pptx,
		name: "format.pptx",
		...all(presentationOf),
		isFile: true,
		isChart: true,
		share: "data.pptx",
	},
	txt: {
		type: mediaTypes.text,
		name: "format.txt",
		distribution: plainText,
	},
	md: {
		type: mediaTypes.markdown,
		name: "format.md",
		...all((exported: StatisticExport) => markdownOf(textTable(exported))),
		share: "text.md",
	},
	html: {
		type: mediaTypes.html,
		name: "format.html",
		...all((exported: StatisticExport) => htmlOf(textTable(exported))),
		// A fragment for other sites, not a page of this one.
		headers: {
			"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups",
			"x-robots-tag": "noindex",
		},
		share: "text.html",
	},
	bbcode: {
		type: mediaTypes.text,
		name: "format.bbcode",
		...all((exported: StatisticExport) => bbcodeOf(textTable(exported))),
		share: "text.bbcode",
	},
	"cite.txt": {
		type: mediaTypes.text,
		name: "format.cite",
		...all((exported: StatisticExport) => citationText(exported, today())),
		share: "cite.plain",
	},
	bib: {
		type: mediaTypes.bibtex,
		name: "format.bib",
		...all((exported: StatisticExport) => citationBibtex(exported, today())),
		share: "cite.bibtex",
	},
} as const satisfies Record<string, Format>;

type Extension = keyof typeof formats;
type ShareNames = { [E in Extension]: (typeof formats)[E] extends { share: infer S } ? S : never }[Extension];
/** The names of the formats in one part of the Share page. */
export type ShareName<Part extends string> = Extract<ShareNames, `${Part}.${string}`>;

const entries: readonly (readonly [string, Format])[] = Object.entries(formats);

/** The formats that a day, a history or a comparison has, by extension. */
export const formatsOf = (what: "distribution" | "series" | "comparison"): ReadonlyMap<string, Format> =>
	new Map(entries.filter(([, format]) => format[what] || format.isPicture));

/** What a part of the Share page offers, in the order of the table. */
export function offeredIn<Part extends "data" | "text" | "cite">(part: Part) {
	return entries.flatMap(([extension, { share, isChart = false }]) =>
		share?.startsWith(`${part}.`) ? [{ extension, name: share as ShareName<Part>, isChart }] : [],
	);
}
