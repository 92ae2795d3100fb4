/** The formats of the data addresses. A format is one entry: its ending, its type, and how it is written. */
import { dayOf } from "#lib/day";
import type { Taken } from "#lib/export/export";
import { mediaTypes } from "#lib/http/media-types";
import { presentationOf } from "#lib/office/pptx/index";
import { workbookOf } from "#lib/office/xlsx/index";
import type { Distribution } from "#lib/series/distribution";
import type { Series } from "#lib/series/series";
import { bbcodeOf } from "./bbcode";
import { citationBibtex, citationText } from "./citation";
import { distributionCsv, seriesCsv } from "./csv";
import { htmlOf } from "./html";
import { markdownOf } from "./markdown";
import { plainText } from "./plain-text";
import { textTable } from "./text-table";

type Body = string | Uint8Array<ArrayBuffer>;

export interface Format<T extends Distribution | Series> {
	type: string;
	write(taken: Taken<T>): Body | Promise<Body>;
	headers?: Readonly<Record<string, string>>;
	/** For other programs than a browser: to be kept under a name that says what it is. */
	isFile?: boolean;
	/** Of no more buckets than a chart can show. */
	isChart?: boolean;
}

const today = () => dayOf(new Date());

const both = {
	json: { type: mediaTypes.json, write: ({ shown }: Taken) => JSON.stringify(shown) },
	md: { type: mediaTypes.markdown, write: (taken: Taken) => markdownOf(textTable(taken)) },
	html: {
		type: mediaTypes.html,
		write: (taken: Taken) => htmlOf(textTable(taken)),
		// A part of somebody else's page, not one of ours.
		headers: {
			"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups",
			"x-robots-tag": "noindex",
		},
	},
	bbcode: { type: mediaTypes.text, write: (taken: Taken) => bbcodeOf(textTable(taken)) },
	"cite.txt": { type: mediaTypes.text, write: (taken: Taken) => citationText(taken, today()) },
	xlsx: { type: mediaTypes.xlsx, write: workbookOf, isFile: true },
	pptx: {
		type: mediaTypes.pptx,
		write: presentationOf,
		isFile: true,
		isChart: true,
	},
	bib: { type: mediaTypes.bibtex, write: (taken: Taken) => citationBibtex(taken, today()) },
};

export const distributionFormats = new Map<string, Format<Distribution>>(
	Object.entries({
		...both,
		csv: { type: mediaTypes.csv, write: ({ shown }: Taken<Distribution>) => distributionCsv(shown) },
		txt: { type: mediaTypes.text, write: plainText },
	}),
);

export const seriesFormats = new Map<string, Format<Series>>(
	Object.entries({
		...both,
		csv: { type: mediaTypes.csv, write: ({ shown }: Taken<Series>) => seriesCsv(shown) },
	}),
);
