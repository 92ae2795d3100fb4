/** All links within the site, so that each keeps language, product and date. */
import type { Day } from "#lib/day";
import { type Language, pathIn } from "#lib/language";
import type { Product } from "#lib/product";
import type { Statistic } from "#lib/statistics/statistic";
import { aboutPages, view as parametersOfView, pictureOptions } from "./addresses";
import { type ChartView, chartParameters, plainChart } from "./chart-view";
import { parameters } from "./parameters";
import { type QueryParts, queryOf, type Values, write } from "./query";

/** Language, product and day that a reader looks at. */
export interface View {
	language: Language;
	product: Product;
	/** `null`: the last published day, whichever that is. */
	day: Day | null;
}

/** The pages of questions about the hosts of a statistic. */
export const comparePath = ({ slug }: Pick<Statistic, "slug">) => `/compare/${slug}`;
/** The sides of a comparison, each with its product where that is not the view's. */
export function comparedParameters({ product }: Pick<View, "product">, a: ComparedSide, b: ComparedSide): QueryParts {
	const text = (side: ComparedSide) => (side.product === product ? side.day : `${side.day}:${side.product}`);
	return [
		["a", text(a)],
		["b", text(b)],
	];
}

export interface ComparedSide {
	day: Day;
	product: Product;
}

export const whyPath = ({ slug }: Pick<Statistic, "slug">) => `/why/${slug}`;
export const retirePath = ({ slug }: Pick<Statistic, "slug">, bucket: string) => `/retire/${slug}/${bucket}`;
export const crossPath = ({ slug }: Pick<Statistic, "slug">, other: Pick<Statistic, "slug">) =>
	`/cross/${slug}/${other.slug}`;

export const overviewPath = "/";
export const statisticPath = ({ slug }: Pick<Statistic, "slug">) => `/statistics/${slug}`;
export const methodologyPath = "/methodology";
/** How the statistics of a page are counted. */
export const methodsPath = ({ slug }: { slug: string }) => `${methodologyPath}/${slug}`;
/** How a statistic is counted. */
export const methodPath = ({ slug, page }: Pick<Statistic, "slug" | "page">) =>
	`${methodsPath({ slug: page })}#${slug}`;
export const qualityPath = "/quality";
export const privacyPath = "/privacy";
export const myHostPath = "/my-host";
/** The addresses of its forms. */
export const keptOfHostPath = "/my-host/kept";
export const deletedHostPath = "/my-host/deleted";
/** Problems of which hosts sent crash reports. */
export const crashesPath = "/crashes";
export const crashPath = (bthash: string) => `${crashesPath}/${bthash}`;
/** To which abrt sends: below it are the addresses of FAF, abrt's own server. */
export const crashDoors = {
	reports: "/faf/reports/new",
	attachments: "/faf/reports/attach",
	problems: "/faf/reports/bthash",
};
/** How a host takes part. */
export const joinPath = "/join";
/** The page about the reporter for hosts, its files, and the archive from which its package is built. */
export const reporterPath = "/disp-helper";
export const reporterFilePath = (path: string) => `${reporterPath}/${path}`;
export const reporterArchivePath = "/disp-helper.tar.gz";
/** Finds statistics, categories and pages: `?q=`. */
export const searchPath = "/search";
export const inspectPath = "/inspect";
export const apiPath = "/api";
/** One address for programs, or the fields of all answers. */
export const apiPartPath = (part: string) => `${apiPath}/${part}`;
export const apiAnswersPart = "answers";
/** What changed in each month, and in one like `2026-10`. */
export const monthsPath = "/months";
export const monthPath = (month: string) => `${monthsPath}/${month}`;
export const feedPath = "/feed.atom";
export const daysPath = "/data/days.json";
/** The pages about the numbers and the site. */
export const aboutPaths = aboutPages.map((page) => `/${page}`);
export const pagePath = ({ slug }: { slug: string }) => `/${slug}`;
/** A whole page as a file. */
export const presentationPath = (page: string) => `/data/pages/${page}.pptx`;
/** The path of a statistic's data, without the extension. */
export const dataPathOf = ({ slug }: Pick<Statistic, "slug">, what: "day" | "series" | "compare" | "retire") =>
	what === "day" ? `/data/${slug}` : `/data/${slug}/${what}`;

/** The sides of a comparison for programs. */
export const comparedDataParameters = (a: ComparedSide, b: ComparedSide): QueryParts => [
	["a", a.day],
	["b", b.day],
	["aProduct", a.product],
	["bProduct", b.product],
];

/** The query of a view for pages, which have the language in their path. */
export function viewParameters({ product, day }: Omit<View, "language">): [string, string][] {
	return write(parametersOfView, { product, date: day });
}

/** The query of a view for addresses that take the language as a parameter. */
export function dataViewParameters({ language, product, day }: View): [string, string][] {
	return write({ ...parametersOfView, lang: parameters.lang }, { product, date: day, lang: language });
}

/** A page in a view. `path` is the path of the English page, such as `/cpu`. */
export function hrefOf(view: View, path: string, more: QueryParts = []): string {
	const [page = "", place] = path.split("#");
	return `${pathIn(view.language, page)}${queryOf(viewParameters(view), more)}${place ? `#${place}` : ""}`;
}

/** The data of a statistic in a view. The history always has all days. */
export function dataHrefOf(
	view: View,
	statistic: Pick<Statistic, "slug">,
	what: "day" | "series",
	kind: "json" | "csv",
): string {
	const ofView = dataViewParameters(what === "day" ? view : { ...view, day: null });
	return `${dataPathOf(statistic, what)}.${kind}${queryOf(ofView)}`;
}

/** The picture of a statistic in a view. `shown`: the chart's view, or the sides of a comparison. */
export function pictureHrefOf(
	view: View,
	statistic: Pick<Statistic, "slug">,
	what: "day" | "series" | "compare" | "retire",
	type: "svg" | "png",
	{ shown = [], ...options }: Partial<Values<typeof pictureOptions>> & { shown?: QueryParts } = {},
): string {
	const query = queryOf(dataViewParameters(view), shown, write(pictureOptions, options));
	return `${dataPathOf(statistic, what)}.${type}${query}`;
}

/** The spec from which the interactive chart draws. */
/** Of the chart of `/retire`: a category in hosts, whatever the statistic counts. */
export const retirementChartName = (slug: string) => `retire-${slug}`;

export function chartHrefOf(view: View, chart: string, more: QueryParts = []): string {
	return `/charts/${chart}.json${queryOf(dataViewParameters(view), more)}`;
}

/** The page that shows the same numbers for ever: its address has the date. */
interface Shown {
	statistic: { slug: string };
	product: Product;
	language: Language;
}

export function pinnedAddress({ statistic, product, language }: Shown, day: Day, more: QueryParts = []): string {
	return hrefOf({ language, product, day }, statisticPath(statistic), more);
}

/** Of a history. If it begins with the first published day, the address has no first day. */
export function pinnedHistoryAddress(
	shown: Shown,
	{ from, to }: { from: Day; to: Day },
	{ firstDay, ...chart }: { firstDay: Day } & Pick<ChartView, "measure" | "axis" | "buckets">,
): string {
	const range = from > firstDay ? { from, to: null } : plainChart.range;
	return pinnedAddress(shown, to, chartParameters({ ...plainChart, ...chart, range }));
}
