/** Every address of the site with the parameters that it takes, and the one form in which each address is a key. */
import { defaultLanguage, isLanguage, type Language, pathIn, splitLanguage } from "#lib/language";
import { Problem } from "#lib/problem";
import { pages } from "#lib/statistics/pages";
import { type Parameter, parameters } from "./parameters";
import { canonicalParts, type ParameterSet, type QueryParts, queryOf, read } from "./query";

const { product, date, lang, show, count, axis, range, from, to, bucket, oneBucket, events, q, sort, form, theme } =
	parameters;
const { size, width, height, text, pictureTheme, background, title, scale } = parameters;

/** The view: every page takes these. The language of pages is in the path. */
export const view = { product, date };
/** How a chart of history is drawn. */
export const chart = { show, count, axis, range, from, to, bucket, events };
/** The state of a statistic's page. */
export const pageState = { ...chart, q, sort };
/** Of a comparison, `a` and `b` are its sides. */
const sides = { a: parameters.sideA, b: parameters.sideB };
export const standaloneChart = { ...view, lang, ...chart, form, ...sides, theme };
export const distribution = { ...view, lang };
export const series = { ...view, lang, show, axis, range: parameters.dataRange, from, to, bucket };
/** How a picture looks. `scale` is checked for an SVG, too, so that one address with another extension stays right or wrong. */
export const pictureOptions = { size, width, height, text, theme: pictureTheme, background, title, scale };
const fact = { ...view, lang, bucket: oneBucket };
const badge = { ...fact, label: parameters.label };
const liveChart = { ...view, lang, ...chart, size: parameters.chartSize };
export const oembed = {
	url: parameters.url,
	format: parameters.format,
	maxwidth: parameters.maxwidth,
	maxheight: parameters.maxheight,
};
const { a, b, aProduct, bProduct, since, until, by, bucketOfHosts, requiredBucket } = parameters;
/** Questions about the hosts of a statistic. */
export const questions = {
	compare: { ...view, lang, a, b, aProduct, bProduct },
	why: { ...view, lang, from: since, to: until, bucket: bucketOfHosts },
	retire: { ...view, lang, bucket: requiredBucket },
	cross: { ...view, lang, by },
};
/** The table of problems of which hosts sent crash reports. */
export const crashList = {
	type: parameters.crashType,
	component: parameters.crashComponent,
	release: parameters.crashRelease,
	sort: parameters.crashSort,
};
const onlyLanguage = { lang };
const nothing = {};

interface Address {
	/** Of the path without the prefix of a language. */
	pattern: RegExp;
	parameters: ParameterSet;
	/** The same path behind the prefix of a language, such as `/ru`, answers in that language. */
	isTranslated: boolean;
}

const pageSlugs = pages.map(({ slug }) => slug).join("|");
/** The pages about the numbers and the site, in the order of the navigation. */
export const aboutPages = ["methodology", "quality", "privacy", "my-host", "join", "inspect", "api"] as const;
/** The keys of their titles in texts. */
export const aboutTitles = {
	methodology: "site.methodology",
	quality: "site.quality",
	privacy: "site.privacy",
	"my-host": "myHost.short",
	join: "join.short",
	inspect: "inspect.title",
	api: "programs.api.title",
} as const satisfies Record<(typeof aboutPages)[number], string>;

/** The first one that matches counts. */
export const addresses = {
	crashes: { pattern: /^\/crashes$/, parameters: { ...view, ...crashList }, isTranslated: true },
	crash: { pattern: /^\/crashes\/[0-9a-f]{40}$/, parameters: view, isTranslated: true },
	page: {
		pattern: new RegExp(`^/(?:${pageSlugs}|${aboutPages.join("|")}|disp-helper|statistics)?$`),
		parameters: view,
		isTranslated: true,
	},
	/** A part of a page that has an index and a page for each part. */
	part: { pattern: /^\/(?:api|methodology)\/[a-z0-9-]+$/, parameters: view, isTranslated: true },
	months: { pattern: /^\/months(?:\/[0-9-]+)?$/, parameters: view, isTranslated: true },
	search: { pattern: /^\/search$/, parameters: { ...view, q }, isTranslated: true },
	statistic: { pattern: /^\/statistics\/[a-z0-9-]+$/, parameters: { ...view, ...pageState }, isTranslated: true },
	comparePage: {
		pattern: /^\/compare\/[a-z0-9-]+$/,
		parameters: { ...view, ...sides, aProduct, bProduct },
		isTranslated: true,
	},
	whyPage: {
		pattern: /^\/why\/[a-z0-9-]+$/,
		parameters: { ...view, from: since, to: until, bucket: bucketOfHosts },
		isTranslated: true,
	},
	retirePage: { pattern: /^\/retire\/[a-z0-9-]+\/[a-z0-9.-]+$/, parameters: view, isTranslated: true },
	crossPage: { pattern: /^\/cross\/[a-z0-9-]+\/[a-z0-9-]+$/, parameters: view, isTranslated: true },
	standaloneChart: { pattern: /^\/(?:embed|slide|share)\/[^/]+$/, parameters: standaloneChart, isTranslated: true },
	index: { pattern: /^\/data\/index\.json$/, parameters: nothing, isTranslated: true },
	days: { pattern: /^\/data\/days\.json$/, parameters: nothing, isTranslated: true },
	pageData: { pattern: /^\/data\/pages\/[^/]+$/, parameters: distribution, isTranslated: true },
	svg: {
		pattern: /^\/data\/[^/]+(?:\/series)?\.svg$/,
		parameters: { ...view, lang, ...chart, ...pictureOptions },
		isTranslated: true,
	},
	png: {
		pattern: /^\/data\/[^/]+(?:\/series)?\.png$/,
		parameters: { ...view, lang, ...chart, ...pictureOptions },
		isTranslated: true,
	},
	comparePicture: {
		pattern: /^\/data\/[^/]+\/compare\.(?:svg|png)$/,
		parameters: { ...questions.compare, ...pictureOptions },
		isTranslated: true,
	},
	compareData: { pattern: /^\/data\/[^/]+\/compare\.[^/]+$/, parameters: questions.compare, isTranslated: true },
	whyData: { pattern: /^\/data\/[^/]+\/why\.json$/, parameters: questions.why, isTranslated: true },
	retirePicture: {
		pattern: /^\/data\/[^/]+\/retire\.(?:svg|png)$/,
		parameters: { ...questions.retire, ...pictureOptions },
		isTranslated: true,
	},
	retireData: { pattern: /^\/data\/[^/]+\/retire\.(?:json|atom)$/, parameters: questions.retire, isTranslated: true },
	crossData: { pattern: /^\/data\/[^/]+\/cross\.json$/, parameters: questions.cross, isTranslated: true },
	series: { pattern: /^\/data\/[^/]+\/series\.[^/]+$/, parameters: series, isTranslated: true },
	distribution: { pattern: /^\/data\/[^/.]+\.[^/]+$/, parameters: distribution, isTranslated: true },
	badge: { pattern: /^\/fact\/[^/]+\.svg$/, parameters: badge, isTranslated: true },
	fact: { pattern: /^\/fact\/[^/]+$/, parameters: fact, isTranslated: true },
	feed: { pattern: /^\/feed\.atom$/, parameters: onlyLanguage, isTranslated: true },
	openApi: { pattern: /^\/api\/openapi\.json$/, parameters: onlyLanguage, isTranslated: true },
	liveChart: { pattern: /^\/charts\/[^/]+\.json$/, parameters: liveChart, isTranslated: false },
	oembed: { pattern: /^\/oembed$/, parameters: oembed, isTranslated: false },
} as const satisfies Record<string, Address>;
export type AddressName = keyof typeof addresses;

const known = (Object.entries(addresses) as [AddressName, Address][]).map(([name, address]) => {
	const inOrder = Object.values<Parameter>(address.parameters);
	const sorted = inOrder.toSorted((a, b) => (a.name < b.name ? -1 : 1));
	return {
		name,
		...address,
		inOrder,
		sorted: sorted.filter((one) => one !== lang),
		takesLanguage: inOrder.includes(lang),
		needsQuery: inOrder.some(({ isRequired }) => isRequired),
	};
});

/** The parameters that the query of a path may have, in the order of links. */
export function parametersAt(target: string): readonly Parameter[] {
	const [path] = split(target);
	return known.find(({ pattern }) => pattern.test(path))?.inOrder ?? [];
}

interface CanonicalAddress {
	/** `null`: no address of the table. It has no parameters, and its path is not changed. */
	name: AddressName | null;
	/** Without the prefix of the language, such as `/cpu`. */
	path: string;
	language: Language;
	/** Sorted by name; without unknown names, empty values and defaults. Values of one name keep their order. */
	parameters: QueryParts;
	/** Set if a parameter is wrong: then there is no canonical form, `parameters` is empty, and the answer is not cached. */
	problem: Problem | null;
}

/** The canonical form of the target of a request, such as `/ru/cpu?utm_source=x`. Two targets of one form have one answer. */
export function canonicalAddress(target: string): CanonicalAddress {
	const [wholePath = "", query = ""] = split(target);
	const whole = normalPath(wholePath);
	const { language: ofPath, path: bare } = splitLanguage(whole);
	const address = known.find(({ pattern, isTranslated }) => pattern.test(isTranslated ? bare : whole));
	if (!address) return { name: null, path: whole, language: ofPath, parameters: [], problem: null };
	const { name, isTranslated, sorted, takesLanguage, needsQuery } = address;
	const path = isTranslated ? bare : whole;
	if (query === "" && !needsQuery) return { name, path, language: ofPath, parameters: [], problem: null };
	const given = new URLSearchParams(query);
	const form = { name, path, language: takesLanguage ? languageIn(given, ofPath) : ofPath };
	try {
		if (takesLanguage) read(given, lang);
		return { ...form, parameters: canonicalParts(given, sorted), problem: null };
	} catch (problem) {
		if (problem instanceof Problem) return { ...form, parameters: [], problem };
		throw problem;
	}
}

/** A request target for a canonical address: its canonical form is the same again. */
export function targetOf({ name, path, language, parameters: parts }: CanonicalAddress): string {
	if (name === null || language === defaultLanguage) return path + queryOf(parts);
	if (!addresses[name].isTranslated) return path + queryOf([["lang", language], ...parts]);
	return pathIn(language, path) + queryOf(parts);
}

/** The language of a request: `lang` takes precedence over the prefix of the path. Wrong values are ignored here. */
export function languageIn(given: URLSearchParams, ofPath: Language): Language {
	return given.getAll("lang").find(isLanguage) ?? ofPath;
}

function split(target: string): [path: string, query?: string] {
	const [address = ""] = target.split("#", 1);
	const mark = address.indexOf("?");
	return mark < 0 ? [address] : [address.slice(0, mark), address.slice(mark + 1)];
}

/** Without `..` and slashes at the end, and with characters that need no escape as they are. */
function normalPath(path: string): string {
	if (/^[\w/-]*(?:\.\w+)*$/.test(path)) return withoutLastSlashes(path);
	const base = `http://localhost${path}`;
	if (!URL.canParse(base)) return path;
	const escaped = new URL(base).pathname.replace(/%(?![0-9a-f]{2})/gi, "%25");
	const unescaped = escaped.replace(/%[0-9a-f]{2}/gi, (octet) => {
		const char = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
		return /[\w.~-]/.test(char) ? char : octet.toUpperCase();
	});
	return withoutLastSlashes(unescaped);
}

function withoutLastSlashes(path: string): string {
	let end = path.length;
	while (end > 1 && path[end - 1] === "/") end -= 1;
	return path.slice(0, end);
}
