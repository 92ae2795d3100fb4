/** A chart that stands alone, in a frame on another site or on a slide: what its address says. */
import { languageIn, standaloneChart } from "#lib/address/addresses";
import { type ChartView, chartParameters, plainChart } from "#lib/address/chart-view";
import { hrefOf, type View } from "#lib/address/links";
import { write } from "#lib/address/query";
import { type forms, themes } from "#lib/address/values";
import { type Language, languageOfPath } from "#lib/language";

export interface StandaloneChart {
	slug: string;
	/** With a day it never changes; without, it follows the newest. */
	view: View;
	/** How history is looked at. */
	chart: ChartView;
	form: (typeof forms)[number];
	theme: (typeof themes)[number];
}

export const plainLook: Pick<StandaloneChart, "chart" | "form" | "theme"> = {
	chart: plainChart,
	form: "history",
	theme: "auto",
};

/** The type of the messages in which a frame says how high it wants to be: `{ type, height }`, in px. */
export const embedMessage = "openvz-statistics-embed";

export const embedHrefOf = (lone: StandaloneChart) => hrefOf(lone.view, `/embed/${lone.slug}`, parametersOf(lone));
export const slideHrefOf = (lone: StandaloneChart) => hrefOf(lone.view, `/slide/${lone.slug}`, parametersOf(lone));
/** Everything to take away of it. */
export const shareHrefOf = (lone: StandaloneChart) => hrefOf(lone.view, `/share/${lone.slug}`, parametersOf(lone));

function parametersOf({ chart, form, theme }: StandaloneChart): [string, string][] {
	return [...chartParameters(chart), ...write(standaloneChart, { form, theme })];
}

/** Of an address that may be wrong, what can still be told: its language and theme. */
export function lookOf(
	path: string,
	parameters: URLSearchParams,
): { language: Language; theme: StandaloneChart["theme"] } {
	const theme = themes.find((one) => one === parameters.get("theme")) ?? plainLook.theme;
	return { language: languageIn(parameters, languageOfPath(path)), theme };
}
