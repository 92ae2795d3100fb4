/** Maps public addresses to the folders of `app`. Pages read their query the ordinary way of Next. */
import { readdirSync } from "node:fs";

/** The languages beside English: each has a folder of texts and a prefix of that name. */
const translations = readdirSync(new URL("lib/text", import.meta.url), { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && entry.name !== "en")
	.map(({ name }) => name);

/** The files of the reporter for hosts, as patterns: they are there to be read. */
const reporterFiles = readdirSync(new URL("public/disp-helper", import.meta.url), { recursive: true }).map((name) =>
	String(name).replaceAll(".", "\\."),
);
const plainText = "text/plain; charset=utf-8";

/** Documents that read their parameters, and the language of their path, for themselves. */
const documents = [
	...["/embed/:slug", "/slide/:slug", "/share/:slug"],
	...["/data/:path*", "/fact/:path*", "/feed.atom", "/api/openapi.json"],
	"/my-host/:answer",
];

/** English pages have no prefix; in `app` they stand beside the others. */
const english = [
	{ source: "/", destination: "/en" },
	{ source: `/:page((?!(?:${translations.join("|")})$)[a-z-]+)`, destination: "/en/:page" },
	{ source: "/:page(statistics|api|methodology|crashes|months)/:part([a-z0-9-]+)", destination: "/en/:page/:part" },
	{ source: "/:question(compare|why)/:slug([a-z0-9-]+)", destination: "/en/:question/:slug" },
	{
		source: "/:question(retire|cross)/:slug([a-z0-9-]+)/:other([a-z0-9.-]+)",
		destination: "/en/:question/:slug/:other",
	},
];

/** Asks for text and not for HTML: `curl -H 'Accept: text/plain'`. Any browser names HTML, a plain curl accepts anything. */
const wantsText = { type: "header", key: "accept", value: "(?![\\s\\S]*text/html)[\\s\\S]*text/plain[\\s\\S]*" };

const prefixes = ["", ...translations.map((language) => `/${language}`)];

/** @type {import("next").NextConfig} */
export default {
	poweredByHeader: false,
	// The cache in front of Next compresses each answer once.
	compress: false,
	// Next must finish the head before the body for every client: the cache hides the User-Agent from it.
	htmlLimitedBots: /./,
	// No page has images for Next to shrink, and its address for that would write to the disk whatever a client asks for.
	images: { unoptimized: true },
	// `npm test` runs tsc over the whole tree.
	typescript: { ignoreBuildErrors: true },
	experimental: {
		// A build after a change takes as long with its 100 MB as without.
		turbopackFileSystemCacheForBuild: false,
		// An upgrade builds the site while a server still runs, which must have loaded all pages by then. A server of a test is
		// asked for few pages: to load all of them takes a second of CPU.
		preloadEntriesOnStart: !process.env.TEST_PROCESS,
	},
	// `import css from "./x.css?raw"` gives the text: standalone documents carry their style.
	turbopack: { rules: { "*.css": { condition: { query: "?raw" }, type: "text" } } },
	// These packages load machine code or WebAssembly from their own folder; prom-client is shared with `bin/server`.
	serverExternalPackages: ["@resvg/resvg-js", "subset-font", "harfbuzzjs", "prom-client"],
	rewrites: async () => ({
		beforeFiles: translations.flatMap((language) =>
			documents.map((path) => ({ source: `/${language}${path}`, destination: path })),
		),
		afterFiles: [
			...prefixes.map((prefix) => ({
				source: `${prefix}/statistics/:slug([a-z0-9-]+)`,
				has: [wantsText],
				destination: "/plain-text/:slug",
			})),
			...english,
		],
	}),
	headers: async () => [
		{ source: `/disp-helper/:path(${reporterFiles.join("|")})`, headers: [{ key: "Content-Type", value: plainText }] },
	],
	// `/statistics` redirects to the overview.
	redirects: async () =>
		prefixes.map((prefix) => ({
			source: `${prefix}/statistics`,
			destination: `${prefix || "/"}#explore`,
			permanent: true,
		})),
};
