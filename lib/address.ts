/** Addresses of the site, made in one place, so that language, product and date stay in every link. */
import { type AddressParameters, said, unless } from "./address-parameters";
import { type ChartView, chartParameters, plainChart } from "./chart-view";
import type { Day } from "./day";
import type { Language } from "./language";
import { type PictureAddress, pictureAddress } from "./picture-options";
import type { Product } from "./product";
import type { Statistic } from "./statistics/statistic";

/** From where somebody looks. */
export interface View {
	language: Language;
	product: Product;
	/** `null`: the last published day, whichever that is. */
	day: Day | null;
}

export const overviewPath = "/";
export const statisticPath = ({ slug }: Pick<Statistic, "slug">) => `/statistics/${slug}`;
/** Of all statistics, or the place of one. */
export const methodologyPath = (statistic?: Pick<Statistic, "slug">) =>
	`/methodology${statistic ? `#${statistic.slug}` : ""}`;
export const qualityPath = "/quality";
export const privacyPath = "/privacy";
export const myHostPath = "/my-host";
/** Where its forms are sent: the answer, and the deletion. */
export const keptOfHostPath = "/my-host/kept";
export const deletedHostPath = "/my-host/deleted";
export const inspectPath = "/inspect";
export const apiPath = "/api";
export const feedPath = "/feed.atom";
export const pagePath = ({ slug }: { slug: string }) => `/${slug}`;

/** A whole page as a file. */
export const presentationPath = (page: string) => `/data/pages/${page}.pptx`;

/** What a view says beside its language, which pages have in their path. */
export function viewParameters({ product, day }: Omit<View, "language">): [string, string][] {
	return said([
		["product", unless(product, "openvz7")],
		["date", day],
	]);
}

function languageParameters({ language }: Pick<View, "language">): [string, string][] {
	return said([["lang", unless(language, "en")]]);
}

function queryOf(...parameters: AddressParameters[]): string {
	const text = new URLSearchParams(parameters.flat().map(([name, value]) => [name, value])).toString();
	return text && `?${text}`;
}

/** A page as seen from a view. `path` is that of the English page, such as `/cpu`. */
export function hrefOf(view: View, path: string, more: AddressParameters = []): string {
	const [page = "", place] = path.split("#");
	const address = view.language === "en" ? page : `/${view.language}${page === "/" ? "" : page}`;
	return `${address}${queryOf(viewParameters(view), more)}${place ? `#${place}` : ""}`;
}

/** A statistic's data as seen from a view. The history is that of all days, whichever is looked at. */
export function dataHrefOf(
	view: View,
	statistic: Pick<Statistic, "slug">,
	what: "day" | "series",
	kind: "json" | "csv",
): string {
	const ofView = viewParameters(what === "day" ? view : { ...view, day: null });
	return `${dataPathOf(statistic, what)}.${kind}${queryOf(ofView, languageParameters(view))}`;
}

/** Where a statistic's data are, without the ending that names their format. */
export const dataPathOf = ({ slug }: Pick<Statistic, "slug">, what: "day" | "series") =>
	what === "day" ? `/data/${slug}` : `/data/${slug}/series`;

/** A statistic's picture as seen from a view: of its day, or of its history as somebody looks at it. */
export function pictureHrefOf(
	view: View,
	statistic: Pick<Statistic, "slug">,
	what: "day" | "series",
	type: "svg" | "png",
	{ chart = plainChart, ...options }: PictureAddress & { chart?: ChartView } = {},
): string {
	const ofPicture = [...chartParameters(chart), ...pictureAddress(options)];
	return `${dataPathOf(statistic, what)}.${type}${queryOf(viewParameters(view), languageParameters(view), ofPicture)}`;
}

/** Where the interactive chart finds what the static one was drawn from. */
export function chartHrefOf(view: View, chart: string, more: AddressParameters = []): string {
	return `/charts/${chart}.json${queryOf(viewParameters(view), languageParameters(view), more)}`;
}
