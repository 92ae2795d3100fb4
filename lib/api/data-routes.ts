/** Descriptions of the data addresses, derived from the table of formats. */

import { daysPath } from "#lib/address/links";
import { crossingsResponse } from "#lib/feed/crossings";
import { mediaTypes } from "#lib/http/media-types";
import { pageResponse } from "#lib/office/page-presentation";
import {
	comparisonResponse,
	daysResponse,
	distributionResponse,
	indexResponse,
	seriesResponse,
} from "#lib/open-data/answer";
import { type Format, formats, formatsOf } from "#lib/open-data/formats";
import { crossResponse, retireResponse, whyResponse } from "#lib/open-data/questions";
import { daysSchema, distributionSchema, indexSchema, seriesSchema } from "#lib/schemas/answers";
import { comparisonSchema, crossSchema, movesSchema, retirementSchema } from "#lib/schemas/questions";
import { type Answer, badParameter, notModified, notThere, problem, type Route, success, tooBusy } from "./route";
import { type ApiText, apiText } from "./text";

const slug = "cpu-vendor";

function inFormat(
	about: "route.distribution" | "route.series" | "route.compare" | "route.retirePicture",
	extension: string,
	{ name }: Format,
): ApiText {
	return (language) => apiText(about, language, { format: name ? apiText(name, language) : extension.toUpperCase() });
}

function answersOf(about: ApiText, { type, isFile, isPicture }: Format, schema?: Answer["schema"]): Answer[] {
	const busy = isFile || isPicture ? [tooBusy] : [];
	return [success(about, type, schema), notModified, badParameter(), notThere(), ...busy];
}

/** Answers like the address itself. Pictures are fetched by the reader's browser instead. */
function responder({ isPicture, type }: Format, respond: Route["respond"]): Route["respond"] {
	return isPicture ? async () => new Response(null, { headers: { "content-type": type } }) : respond;
}

const inBuckets: ApiText = "answer.distribution";
const inDays: ApiText = "answer.series";

function distributionRoute(extension: string, format: Format): Route {
	return {
		path: `/data/{slug}.${extension}`,
		method: "get",
		group: "data",
		about: inFormat("route.distribution", extension, format),
		answers: answersOf(inBuckets, format, extension === "json" ? distributionSchema : undefined),
		example: `/data/${slug}.${extension}`,
		respond: responder(format, (request) => distributionResponse(request, `${slug}.${extension}`)),
	};
}

function seriesRoute(extension: string, format: Format): Route {
	return {
		path: `/data/{slug}/series.${extension}`,
		method: "get",
		group: "data",
		about: inFormat("route.series", extension, format),
		answers: answersOf(inDays, format, extension === "json" ? seriesSchema : undefined),
		example: `/data/${slug}/series.${extension}?bucket=intel`,
		respond: responder(format, (request) => seriesResponse(request, slug, `series.${extension}`)),
	};
}

function comparisonRoute(extension: string, format: Format): Route {
	const busy = format.isFile || format.isPicture ? [tooBusy] : [];
	return {
		path: `/data/{slug}/compare.${extension}`,
		method: "get",
		group: "data",
		about: inFormat("route.compare", extension, format),
		answers: [
			success("answer.compare", format.type, extension === "json" ? comparisonSchema : undefined),
			notModified,
			badParameter(),
			problem(404, "answer.noQuestion"),
			...busy,
		],
		example: `/data/${slug}/compare.${extension}`,
		respond: responder(format, (request) => comparisonResponse(request, slug, `compare.${extension}`)),
	};
}

const page: Route = {
	path: "/data/pages/{page}.pptx",
	method: "get",
	group: "data",
	about: "route.page",
	answers: answersOf("answer.page", formats.pptx),
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

const days: Route = {
	path: daysPath,
	method: "get",
	group: "data",
	about: "route.days",
	answers: [success("answer.days", mediaTypes.json, daysSchema), notModified],
	example: daysPath,
	respond: daysResponse,
};

/** Questions about the hosts of a statistic. */
const questions = [
	{ name: "why", schema: movesSchema, query: "?bucket=intel", respond: whyResponse },
	{ name: "retire", schema: retirementSchema, query: "?bucket=intel", respond: retireResponse },
	{ name: "cross", schema: crossSchema, query: "?by=country", respond: crossResponse },
] as const;

const questionRoutes = questions.map(
	({ name, schema, query, respond }): Route => ({
		path: `/data/{slug}/${name}.json`,
		method: "get",
		group: "data",
		about: `route.${name}`,
		answers: [
			success(`answer.${name}`, mediaTypes.json, schema),
			notModified,
			badParameter(),
			problem(404, "answer.noQuestion"),
		],
		example: `/data/${slug}/${name}.json${query}`,
		respond: (request) => respond(request, slug),
	}),
);

const retirementPictures = [...formatsOf("comparison")]
	.filter(([, { isPicture }]) => isPicture)
	.map(
		([extension, format]): Route => ({
			path: `/data/{slug}/retire.${extension}`,
			method: "get",
			group: "data",
			about: inFormat("route.retirePicture", extension, format),
			answers: [
				success("answer.retirePicture", format.type),
				notModified,
				badParameter(),
				problem(404, "answer.noQuestion"),
				tooBusy,
			],
			example: `/data/${slug}/retire.${extension}?bucket=intel`,
			respond: async () => new Response(null, { headers: { "content-type": format.type } }),
		}),
	);

const retirementFeed: Route = {
	path: "/data/{slug}/retire.atom",
	method: "get",
	group: "news",
	about: "route.retireFeed",
	answers: [
		success("answer.retireFeed", mediaTypes.atom),
		notModified,
		badParameter(),
		problem(404, "answer.noQuestion"),
	],
	example: `/data/${slug}/retire.atom?bucket=intel`,
	respond: (request) => crossingsResponse(request, slug),
};

export const dataRoutes: readonly Route[] = [
	index,
	days,
	page,
	...[...formatsOf("distribution")].map(([extension, format]) => distributionRoute(extension, format)),
	...[...formatsOf("series")].map(([extension, format]) => seriesRoute(extension, format)),
	...[...formatsOf("comparison")].map(([extension, format]) => comparisonRoute(extension, format)),
	...questionRoutes,
	...retirementPictures,
	retirementFeed,
];
