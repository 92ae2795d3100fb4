/** A standalone chart (in a frame, on a slide, on the share page) as its address describes it. */
import { languageIn, standaloneChart } from "#lib/address/addresses";
import { type ChartView, chartParameters, plainChart } from "#lib/address/chart-view";
import { hrefOf, type View } from "#lib/address/links";
import { write } from "#lib/address/query";
import { type forms, themes } from "#lib/address/values";
import { type Language, languageOfPath } from "#lib/language";

export interface StandaloneChart {
	slug: string;
	/** With a day the chart never changes; without one it follows the newest day. */
	view: View;
	/** How the history is drawn. */
	chart: ChartView;
	form: (typeof forms)[number];
	/** The sides of a comparison as in its address; `null`: the newest day, and a year before it. */
	sides: { a: string | null; b: string | null };
	theme: (typeof themes)[number];
}

export const defaultLook: Pick<StandaloneChart, "chart" | "form" | "sides" | "theme"> = {
	chart: plainChart,
	form: "history",
	sides: { a: null, b: null },
	theme: "auto",
};

/** The type of the messages in which a frame says how high it wants to be: `{ type, height }`, in px. */
export const embedMessage = "openvz-statistics-embed";

export const embedHrefOf = (standalone: StandaloneChart) =>
	hrefOf(standalone.view, `/embed/${standalone.slug}`, parametersOf(standalone));
export const slideHrefOf = (standalone: StandaloneChart) =>
	hrefOf(standalone.view, `/slide/${standalone.slug}`, parametersOf(standalone));
/** The share page of the chart. */
export const shareHrefOf = (standalone: StandaloneChart) =>
	hrefOf(standalone.view, `/share/${standalone.slug}`, parametersOf(standalone));

/** Only a comparison has sides, and only a history a view of days. */
function parametersOf({ chart, form, sides, theme }: StandaloneChart): [string, string][] {
	return [...chartParameters(chart), ...write(standaloneChart, { form, ...(form === "compare" ? sides : {}), theme })];
}

/** Language and theme of an address whose other parameters may be wrong. */
export function lookOf(
	path: string,
	parameters: URLSearchParams,
): { language: Language; theme: StandaloneChart["theme"] } {
	const theme = themes.find((one) => one === parameters.get("theme")) ?? defaultLook.theme;
	return { language: languageIn(parameters, languageOfPath(path)), theme };
}
