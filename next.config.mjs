/**
 * Public addresses to the folders inside: `/ru/cpu?product=legacy&date=2026-11-01` is `/site/ru/legacy/2026-11-01/cpu`,
 * what is absent being `en`, `openvz7` and `latest`. Every view is then a path of its own, so it is rendered once and
 * kept, and nothing runs before it.
 */

const century = "(?:[02468][048]|[13579][26])";
const leapYear = `(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|${century}00)`;
const monthAndDay =
	"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))";

/** A real calendar day: an address that no page could answer must be told from one that has no data. */
export const realDay = `(?:\\d{4}-${monthAndDay}|${leapYear}-02-29)`;
const realProduct = "(?:openvz7|legacy)";

const has = (key, value) => ({ type: "query", key, value });
const hasOtherThan = (key, value) => has(key, `(?!${value}$)[\\s\\S]+`);

/** What else an address asks for, as bin/server/page-states.ts hands it on. */
const hasState = { type: "header", key: "x-page-state", value: "(?<state>[\\w-]+)" };

/** Of a parameter that is given twice, `has` sees the last value alone: bin/server/page-states.ts looks at all. */
const isRepeated = { type: "header", key: "x-page-repeated", value: "1" };

const languages = [
	{ prefix: "/ru", language: "ru" },
	{ prefix: "", language: "en" },
];
/** Documents that read their parameters, and the language of their path, for themselves. */
const alone = [
	...["/embed/:slug", "/slide/:slug", "/share/:slug"],
	...["/data/:path*", "/fact/:path*", "/feed.atom", "/api/openapi.json"],
	"/my-host/:answer",
];
const pages = ["", "/:page([a-z-]+)"];
/** Their charts can be looked at in many ways. */
const pagesWithStates = ["/statistics/:slug([a-z0-9-]+)"];

function viewsOf({ prefix, language }, page) {
	const source = prefix + page || "/";
	const inside = page.replace(/\(.*\)/, "");
	const product = has("product", `(?<product>${realProduct})`);
	const date = has("date", `(?<date>${realDay})`);
	const views = (conditions, end) => [
		{ source, has: [product, date, ...conditions], destination: `/site/${language}/:product/:date${inside}${end}` },
		{ source, has: [product, ...conditions], destination: `/site/${language}/:product/latest${inside}${end}` },
		{ source, has: [date, ...conditions], destination: `/site/${language}/openvz7/:date${inside}${end}` },
		{
			source,
			...(conditions.length ? { has: conditions } : {}),
			destination: `/site/${language}/openvz7/latest${inside}${end}`,
		},
	];
	return [
		{ source, has: [isRepeated], destination: "/bad-address" },
		{ source, has: [hasOtherThan("product", realProduct)], destination: "/bad-address" },
		{ source, has: [hasOtherThan("date", realDay)], destination: "/bad-address" },
		...(pagesWithStates.includes(page) ? views([hasState], "/:state") : []),
		...views([], ""),
	];
}

/** Asks for text, and not for HTML: `curl -H 'Accept: text/plain'`. Any browser names HTML, a plain curl accepts anything. */
const wantsText = { type: "header", key: "accept", value: "(?![\\s\\S]*text/html)[\\s\\S]*text/plain[\\s\\S]*" };

const asText = languages.map(({ prefix }) => ({
	source: `${prefix}/statistics/:slug([a-z0-9-]+)`,
	has: [wantsText],
	destination: "/plain-text/:slug",
}));

/** The paths inside are nobody's addresses: whoever finds one is sent to the public one. */
function publicAddresses({ prefix, language }) {
	const inside = `/site/${language}/:product(${realProduct.slice(3)}`;
	return [
		{ source: `${inside}/latest/:rest*`, destination: `${prefix}/:rest*?product=:product` },
		{
			source: `${inside}/:date(\\d{4}-\\d{2}-\\d{2})/:rest*`,
			destination: `${prefix}/:rest*?product=:product&date=:date`,
		},
	].map((rule) => ({ ...rule, permanent: true }));
}

/** Who cuts a statistic's address finds the subjects of all of them. */
function listOfStatistics({ prefix }) {
	return { source: `${prefix}/statistics`, destination: `${prefix || "/"}#explore`, permanent: true };
}

/** @type {import("next").NextConfig} */
export default {
	poweredByHeader: false,
	// How long a proxy may hold what it cannot renew; the default is a year.
	expireTime: 3600,
	// Room for every page of the last day, in both languages and products.
	cacheMaxMemorySize: 128 * 1024 * 1024,
	// No page has images for Next to shrink, and its address for that would draw and keep on the disk whatever is asked for.
	images: { unoptimized: true },
	// `tsc --noEmit` is a test of its own, and looks at more than the site.
	typescript: { ignoreBuildErrors: true },
	// They bring machine code and WebAssembly, which they find beside themselves; and one is used by the server around, too.
	turbopack: { rules: { "*.css": { condition: { query: "?raw" }, type: "text" } } },
	serverExternalPackages: ["@resvg/resvg-js", "subset-font", "harfbuzzjs", "prom-client"],
	experimental: {
		// Anyone can ask for any day of any page: what is rendered stays in memory, which is bounded, and not on the disk.
		isrFlushToDisk: false,
	},
	rewrites: async () => ({
		beforeFiles: alone.map((path) => ({ source: `/ru${path}`, destination: path })),
		afterFiles: asText.concat(
			languages.flatMap((language) => [...pages, ...pagesWithStates].flatMap((page) => viewsOf(language, page))),
		),
		fallback: languages.map(({ prefix, language }) => ({
			source: `${prefix}/:path*`,
			destination: `/site/${language}/openvz7/latest/nothing-here`,
		})),
	}),
	redirects: async () => languages.flatMap(publicAddresses).concat(languages.map(listOfStatistics)),
};
