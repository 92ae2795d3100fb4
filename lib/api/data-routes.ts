/** The data addresses, described from the tables of formats by which they answer. */

import { mediaTypes } from "#lib/http/media-types";
import type { Text } from "#lib/language";
import { pageResponse } from "#lib/office/page-answer";
import { distributionResponse, indexResponse, seriesResponse } from "#lib/open-data/answer";
import { distributionFormats, seriesFormats } from "#lib/open-data/formats";
import { pictureFormats } from "#lib/pictures/answer";
import { distributionSchema, indexSchema, seriesSchema } from "#lib/schemas/answers";
import { type Answer, badParameter, notModified, notThere, type Route, success, tooBusy } from "./route";

const slug = "cpu-vendor";

/** What people call a format where that is not its ending in capitals. */
const names: Readonly<Record<string, Text>> = {
	txt: {
		en: "a table for a terminal, at most 100 columns wide, with sparklines of its history",
		ru: "таблица для терминала шириной до 100 знаков, с историей в виде спарклайнов",
	},
	md: { en: "Markdown", ru: "Markdown" },
	html: { en: "a table in HTML", ru: "таблица в HTML" },
	bbcode: { en: "BBCode", ru: "BBCode" },
	"cite.txt": { en: "a citation", ru: "библиографическая ссылка" },
	bib: { en: "a citation for BibTeX", ru: "ссылка для BibTeX" },
	svg: { en: "a picture (SVG)", ru: "картинка (SVG)" },
	png: { en: "a picture (PNG)", ru: "картинка (PNG)" },
	xlsx: { en: "a workbook (XLSX)", ru: "книга XLSX" },
	pptx: { en: "slides (PPTX)", ru: "слайды PPTX" },
};

interface Described {
	type: string;
	isFile?: boolean;
}

function nameOf(extension: string): Text {
	const capitals = extension.toUpperCase();
	return Object.hasOwn(names, extension) ? (names[extension] as Text) : { en: capitals, ru: capitals };
}

function answersOf(about: Text, { type, isFile }: Described, schema?: Answer["schema"]): Answer[] {
	const busy = isFile || type.startsWith("image/") ? [tooBusy] : [];
	return [success(about, type, schema), notModified, badParameter(), notThere(), ...busy];
}

const inBuckets: Text = { en: "Every bucket with its counts.", ru: "Все категории с числами." };
const inDays: Text = { en: "Every day of the range.", ru: "Все дни периода." };

function distributionRoute(extension: string, described: Described): Route {
	const name = nameOf(extension);
	return {
		path: `/data/{slug}.${extension}`,
		method: "get",
		group: "data",
		about: { en: `A statistic on one day: ${name.en}`, ru: `Показатель на один день: ${name.ru}` },
		answers: answersOf(inBuckets, described, extension === "json" ? distributionSchema : undefined),
		example: `/data/${slug}.${extension}`,
		respond: (request) => distributionResponse(request, `${slug}.${extension}`),
	};
}

function seriesRoute(extension: string, described: Described): Route {
	const name = nameOf(extension);
	return {
		path: `/data/{slug}/series.${extension}`,
		method: "get",
		group: "data",
		about: { en: `The history of a statistic: ${name.en}`, ru: `История показателя: ${name.ru}` },
		answers: answersOf(inDays, described, extension === "json" ? seriesSchema : undefined),
		example: `/data/${slug}/series.${extension}?bucket=intel`,
		respond: (request) => seriesResponse(request, slug, `series.${extension}`),
	};
}

const page: Route = {
	path: "/data/pages/{page}.pptx",
	method: "get",
	group: "data",
	about: {
		en: "All statistics of a page: slides with native charts (PPTX)",
		ru: "Все показатели раздела: слайды с редактируемыми диаграммами (PPTX)",
	},
	answers: answersOf(
		{
			en: "A cover, then each statistic as a history and as a day.",
			ru: "Обложка, затем каждый показатель: история и один день.",
		},
		{ type: mediaTypes.pptx, isFile: true },
	),
	example: "/data/pages/cpu.pptx",
	respond: (request) => pageResponse(request, "cpu.pptx"),
};

const index: Route = {
	path: "/data/index.json",
	method: "get",
	group: "data",
	about: { en: "The catalog: every statistic with its addresses", ru: "Каталог: все показатели и их адреса" },
	answers: [
		success(
			{ en: "Published days, products and statistics.", ru: "Опубликованные дни, продукты и показатели." },
			mediaTypes.json,
			indexSchema,
		),
		notModified,
	],
	example: "/data/index.json",
	respond: indexResponse,
};

/** A picture in a description is drawn by its own address. Parameters that both have are said once. */
function drawnLater(route: Route, { type }: Described): Route {
	return {
		...route,
		respond: async () => new Response(null, { headers: { "content-type": type } }),
	};
}

const routesOf = (formats: ReadonlyMap<string, Described>, describe: typeof seriesRoute) =>
	[...formats].map(([extension, format]) => describe(extension, format));

export const dataRoutes: readonly Route[] = [
	index,
	page,
	...routesOf(distributionFormats, distributionRoute),
	...routesOf(seriesFormats, seriesRoute),
	...routesOf(pictureFormats, (extension, format) => drawnLater(distributionRoute(extension, format), format)),
	...routesOf(pictureFormats, (extension, format) => drawnLater(seriesRoute(extension, format), format)),
];
