/** The addresses of the site as the server in front of Next knows them: their canonical form, and whether answers may be kept. */
import { type AddressName, canonicalAddress, targetOf } from "#lib/address/addresses";
import { pathIn, splitLanguage } from "#lib/language";
import { memoize } from "./memoize";

export interface Route {
	/** For monitoring. */
	kind: "report" | "asset" | "service" | "picture" | "data" | "alone" | "page";
	/** The answer is the same for everybody, and changes with a publication only. */
	isShared: boolean;
	/** Rendered by React, for the browser's router too. */
	isPage?: boolean;
	/** Has plain text at the same address. */
	hasText?: boolean;
	/** An image that says what is wrong: who asks for an image gets it with 200. */
	isBadge?: boolean;
	/** Shows live numbers. */
	isLive?: boolean;
	/** The site has no such address. */
	isUnknown?: boolean;
}

const page: Route = { kind: "page", isShared: true, isPage: true };
const overview: Route = { ...page, isLive: true };
const data: Route = { kind: "data", isShared: true };
const picture: Route = { kind: "picture", isShared: true };

const routesByName: Record<AddressName, Route> = {
	page,
	crashes: page,
	crash: page,
	part: page,
	months: page,
	search: page,
	statistic: { ...page, hasText: true },
	comparePage: page,
	whyPage: page,
	retirePage: page,
	crossPage: page,
	standaloneChart: { kind: "alone", isShared: true },
	svg: picture,
	png: picture,
	badge: { ...picture, isBadge: true },
	index: data,
	days: data,
	pageData: data,
	comparePicture: picture,
	compareData: data,
	whyData: data,
	retirePicture: picture,
	retireData: data,
	crossData: data,
	series: data,
	distribution: data,
	fact: data,
	feed: data,
	openApi: data,
	liveChart: data,
	oembed: data,
};

/** What takes no parameters. The first that fits. */
const otherRoutes: readonly [paths: RegExp, route: Route][] = [
	// In development, the browser and the bundler exchange more under `_next`.
	[/^\/(?:__?next|samples\/|disp-helper\/|[\w-]+\.(?:svg|png|ico)$)/, { kind: "asset", isShared: true }],
	[/^\/(?:sitemap\.xml|robots\.txt|disp-helper\.tar\.gz|\.well-known\/security\.txt)$/, data],
	[
		/^\/(?:submit\.php|genuuid\.php|api\/v1\/reports|faf\/reports\/(?:new|attach|bthash\/[^/]+))$/,
		{ kind: "report", isShared: false },
	],
	[/^\/(?:healthz|metrics)$/, { kind: "service", isShared: false }],
];
/** The same behind the prefix of a language, too. */
const translatedRoutes: typeof otherRoutes = [
	[/^\/my-host\//, { kind: "page", isShared: false }],
	// What has no format there says so to programs.
	[/^\/(?:data|fact|charts)\//, data],
];
const unknown: Route = { kind: "page", isShared: true, isUnknown: true };

export interface Destination {
	route: Route;
	/** Two requests with one target and one representation have one answer. */
	target: string;
}

export const destinationOf = memoize(2000, (url): Destination => {
	const [path = ""] = url.split("?");
	const canonical = canonicalAddress(url);
	if (canonical.name === null) {
		const fits =
			(at: string) =>
			([paths]: (typeof otherRoutes)[number]) =>
				paths.test(at);
		const [, route] = otherRoutes.find(fits(path)) ?? translatedRoutes.find(fits(splitLanguage(path).path)) ?? [];
		// All unknown addresses share one answer in each language.
		if (!route) return { route: unknown, target: pathIn(canonical.language, "/404") };
		return { route, target: route.isShared ? path : url };
	}
	const route = canonical.path === "/" ? overview : routesByName[canonical.name];
	// Next redirects addresses with a trailing slash. The route that reads a parameter reports what is wrong with it.
	const isWhole = canonical.problem !== null || (path !== "/" && path.endsWith("/"));
	return { route, target: isWhole ? url : targetOf(canonical) };
});
