/** A chart that stands alone, in a frame on another site or on a slide: what its address says. */
import { hrefOf, type View } from "./address";
import { said, unless } from "./address-parameters";
import { type ChartView, chartParameters, plainChart } from "./chart-view";
import { isLanguage, type Language, languageOfPath } from "./language";

/** Its course over time, or how things are on one day. */
export const forms = ["history", "day"] as const;
/** `auto` follows the reader's system. */
export const themes = ["auto", "light", "dark"] as const;

export interface LoneChart {
	slug: string;
	/** With a day it never changes; without, it follows the newest. */
	view: View;
	/** How history is looked at. */
	chart: ChartView;
	form: (typeof forms)[number];
	theme: (typeof themes)[number];
}

export const plainLook: Pick<LoneChart, "chart" | "form" | "theme"> = {
	chart: plainChart,
	form: "history",
	theme: "auto",
};

/** The type of the messages in which a frame says how high it wants to be: `{ type, height }`, in px. */
export const embedMessage = "openvz-statistics-embed";

export const embedHrefOf = (lone: LoneChart) => hrefOf(lone.view, `/embed/${lone.slug}`, parametersOf(lone));
export const slideHrefOf = (lone: LoneChart) => hrefOf(lone.view, `/slide/${lone.slug}`, parametersOf(lone));
/** Everything to take away of it. */
export const shareHrefOf = (lone: LoneChart) => hrefOf(lone.view, `/share/${lone.slug}`, parametersOf(lone));

function parametersOf({ chart, form, theme }: LoneChart): [string, string][] {
	return said([
		...chartParameters(chart),
		["form", unless(form, plainLook.form)],
		["theme", unless(theme, plainLook.theme)],
	]);
}

/** Of an address that may be wrong, what can still be told: its language and theme. */
export function lookOf(path: string, parameters: URLSearchParams): { language: Language; theme: LoneChart["theme"] } {
	const theme = themes.find((one) => one === parameters.get("theme")) ?? plainLook.theme;
	const said = parameters.get("lang") ?? "";
	return { language: isLanguage(said) ? said : languageOfPath(path), theme };
}
