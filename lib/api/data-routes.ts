/** The data addresses, described from the tables of formats by which they answer. */

import { mediaTypes } from "#lib/http/media-types";
import { pageResponse } from "#lib/office/page-answer";
import { distributionResponse, indexResponse, seriesResponse } from "#lib/open-data/answer";
import { distributionFormats, seriesFormats } from "#lib/open-data/formats";
import { pictureFormats } from "#lib/pictures/answer";
import { distributionSchema, indexSchema, seriesSchema } from "#lib/schemas/answers";
import type { ApiTextKey } from "#lib/text/index";
import { type Answer, badParameter, notModified, notThere, type Route, success, tooBusy } from "./route";
import { type ApiText, apiText } from "./text";

const slug = "cpu-vendor";

interface Described {
	type: string;
	isFile?: boolean;
}

/** What people call a format where that is not its extension in capitals. */
const formatNames: Readonly<Record<string, ApiTextKey>> = {
	txt: "format.txt",
	md: "format.md",
	html: "format.html",
	bbcode: "format.bbcode",
	"cite.txt": "format.cite",
	bib: "format.bib",
	svg: "format.svg",
	png: "format.png",
	xlsx: "format.xlsx",
	pptx: "format.pptx",
};

function inFormat(about: "route.distribution" | "route.series", extension: string): ApiText {
	const name = Object.hasOwn(formatNames, extension) ? formatNames[extension] : undefined;
	return (language) => apiText(about, language, { format: name ? apiText(name, language) : extension.toUpperCase() });
}

function answersOf(about: ApiText, { type, isFile }: Described, schema?: Answer["schema"]): Answer[] {
	const busy = isFile || type.startsWith("image/") ? [tooBusy] : [];
	return [success(about, type, schema), notModified, badParameter(), notThere(), ...busy];
}

const inBuckets: ApiText = "answer.distribution";
const inDays: ApiText = "answer.series";

function distributionRoute(extension: string, described: Described): Route {
	return {
		path: `/data/{slug}.${extension}`,
		method: "get",
		group: "data",
		about: inFormat("route.distribution", extension),
		answers: answersOf(inBuckets, described, extension === "json" ? distributionSchema : undefined),
		example: `/data/${slug}.${extension}`,
		respond: (request) => distributionResponse(request, `${slug}.${extension}`),
	};
}

function seriesRoute(extension: string, described: Described): Route {
	return {
		path: `/data/{slug}/series.${extension}`,
		method: "get",
		group: "data",
		about: inFormat("route.series", extension),
		answers: answersOf(inDays, described, extension === "json" ? seriesSchema : undefined),
		example: `/data/${slug}/series.${extension}?bucket=intel`,
		respond: (request) => seriesResponse(request, slug, `series.${extension}`),
	};
}

const page: Route = {
	path: "/data/pages/{page}.pptx",
	method: "get",
	group: "data",
	about: "route.page",
	answers: answersOf("answer.page", { type: mediaTypes.pptx, isFile: true }),
	example: "/data/pages/cpu.pptx",
	respond: (request) => pageResponse(request, "cpu.pptx"),
};

const index: Route = {
	path: "/data/index.json",
	method: "get",
	group: "data",
	about: "route.index",
	answers: [success("answer.index", mediaTypes.json, indexSchema), notModified],
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
