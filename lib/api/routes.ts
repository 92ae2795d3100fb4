/** Every address for programs, described. */
import { apiAnswersPart, crashDoors, deletedHostPath, keptOfHostPath } from "#lib/address/links";
import { factFormats, factResponse } from "#lib/badge/answer";
import { feedResponse } from "#lib/feed/feed";
import { mediaTypes } from "#lib/http/media-types";
import { deletedHostSchema, keptHostsSchema } from "#lib/my-host/schemas";
import { robotsResponse } from "#lib/robots/robots";
import { sitemapResponse } from "#lib/robots/sitemap";
import { acceptanceSchema, crashAcceptanceSchema } from "#lib/schemas/answers";
import { oembedResponse } from "#lib/sharing/oembed";
import type { Acceptance } from "#lib/store/accept";
import { dataRoutes } from "./data-routes";
import { type Answer, badParameter, notModified, notThere, partOf, problem, type Route, success } from "./route";

const factRoutes = [...factFormats].map(([extension, format]): Route => {
	// The problem with an image is an image, too.
	const problemType = extension === "svg" ? format.type : undefined;
	return {
		path: `/fact/{slug}.${extension}`,
		method: "get",
		group: "facts",
		about: format.about,
		answers: [
			success("answer.fact", format.type, format.schema),
			notModified,
			badParameter(problemType),
			notThere(problemType),
		],
		example: `/fact/cpu-vendor.${extension}?bucket=intel`,
		respond: (request) => factResponse(request, `cpu-vendor.${extension}`),
	};
});

const embedRoutes: readonly Route[] = [
	{
		path: "/oembed",
		method: "get",
		group: "facts",
		about: "route.oembed",
		answers: [
			success("answer.oembed", mediaTypes.json),
			notModified,
			badParameter(),
			problem(404, "answer.noChart"),
			problem(501, "answer.noFormat"),
		],
		example: "/oembed?url=/statistics/cpu-vendor",
		respond: oembedResponse,
	},
];

const newsRoutes: readonly Route[] = [
	{
		path: "/feed.atom",
		method: "get",
		group: "news",
		about: "route.feed",
		answers: [success("answer.feed", mediaTypes.atom), notModified, badParameter()],
		example: "/feed.atom",
		respond: feedResponse,
	},
	{
		path: "/sitemap.xml",
		method: "get",
		group: "news",
		about: "route.sitemap",
		answers: [success("answer.sitemap", mediaTypes.xml), notModified],
		example: "/sitemap.xml",
		respond: (request) => sitemapResponse(request, apiParts),
	},
	{
		path: "/robots.txt",
		method: "get",
		group: "news",
		about: "route.robots",
		answers: [success("answer.robots", mediaTypes.text), notModified],
		example: "/robots.txt",
		respond: robotsResponse,
	},
];

const notStored = (type?: string): Answer[] => [
	problem(400, "answer.notReport", type),
	problem(408, "answer.lateBody", type),
	problem(413, "answer.largeReport", type),
	problem(429, "answer.tooManyReports", type),
	problem(503, "answer.notStored", type),
];

const reportRoutes: readonly Route[] = [
	{
		path: "/api/v1/reports",
		method: "post",
		group: "reports",
		about: "route.reports",
		body: {
			"application/gzip": { file: "report.tar.gz" },
			"multipart/form-data": { fields: {}, file: "file" },
		},
		answers: [
			success("answer.stored", mediaTypes.json, acceptanceSchema, 201),
			success("answer.duplicate", mediaTypes.json, acceptanceSchema),
			...notStored(),
		],
	},
	{
		path: "/submit.php",
		method: "post",
		group: "reports",
		about: "route.submit",
		body: { "multipart/form-data": { fields: { uuid: "body.reportUuid" }, file: "file" } },
		answers: [success("answer.submitted", mediaTypes.text), ...notStored(mediaTypes.text)],
	},
	{
		path: "/genuuid.php",
		method: "post",
		group: "reports",
		about: "route.genuuid",
		body: { "multipart/form-data": { fields: { magic_word: "body.magicWord" } } },
		answers: [
			success("answer.uuid", mediaTypes.text),
			problem(403, "answer.noMagicWord", mediaTypes.text),
			problem(408, "answer.lateBody", mediaTypes.text),
			problem(429, "answer.tooManyRequests", mediaTypes.text),
			problem(503, "answer.notStored", mediaTypes.text),
		],
	},
];

const crashRoutes: readonly Route[] = [
	{
		path: crashDoors.reports,
		method: "post",
		group: "reports",
		about: "route.crash",
		body: { "multipart/form-data": { fields: {}, file: "file" }, "application/json": { file: "ureport.json" } },
		answers: [
			success("answer.crash", mediaTypes.json, crashAcceptanceSchema, 202),
			problem(400, "answer.notUreport", mediaTypes.json),
			problem(413, "answer.largeUreport", mediaTypes.json),
			problem(503, "answer.crashLater", mediaTypes.json),
		],
	},
];

/** The compiler refuses this if reports are answered with another status than the schema describes. */
true satisfies Acceptance extends typeof acceptanceSchema._zod.output.status ? true : false;

const refusedForms: readonly Answer[] = [
	problem(400, "answer.badField"),
	problem(403, "answer.otherSite"),
	problem(408, "answer.lateBody"),
	problem(413, "answer.largeForm"),
	problem(415, "answer.notForm"),
	problem(429, "answer.tooManyRequests"),
];

const hostRoutes: readonly Route[] = [
	{
		path: keptOfHostPath,
		method: "post",
		group: "hosts",
		about: "route.keptHost",
		body: { "application/x-www-form-urlencoded": { fields: { uuid: "body.uuid", as: "body.as" } } },
		answers: [
			success("answer.keptHost", mediaTypes.json, keptHostsSchema),
			problem(404, "answer.unknownHost"),
			...refusedForms,
		],
	},
	{
		path: deletedHostPath,
		method: "post",
		group: "hosts",
		about: "route.deleteHost",
		body: {
			"application/x-www-form-urlencoded": {
				fields: { uuid: "body.uuid", confirm: "body.confirm", as: "body.as" },
			},
		},
		answers: [success("answer.deleted", mediaTypes.json, deletedHostSchema), ...refusedForms],
	},
];

const serviceRoutes: readonly Route[] = [
	{
		path: "/healthz",
		method: "get",
		group: "service",
		about: "route.healthz",
		answers: [success("answer.healthy", mediaTypes.text), problem(503, "answer.noDatabase", mediaTypes.text)],
		example: "/healthz",
	},
	{
		path: "/metrics",
		method: "get",
		group: "service",
		about: "route.metrics",
		answers: [success("answer.metrics", mediaTypes.prometheus)],
		example: "/metrics",
	},
	{
		path: "/api/openapi.json",
		method: "get",
		group: "service",
		about: "route.openapi",
		answers: [success("answer.openapi", mediaTypes.json), notModified, badParameter()],
		example: "/api/openapi.json",
	},
];

export const routes: readonly Route[] = [
	...dataRoutes,
	...factRoutes,
	...embedRoutes,
	...newsRoutes,
	...reportRoutes,
	...crashRoutes,
	...hostRoutes,
	...serviceRoutes,
];

/** The last parts of the addresses of the pages about them. */
export const apiParts: readonly string[] = [...routes.map(partOf), apiAnswersPart];
