/** The HTML to paste into a page of another site: a frame with a chart, and three lines that give it its height. */

import { escaped } from "#lib/export/markup";
import { titleOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { embedHrefOf, embedMessage, type StandaloneChart } from "./standalone-chart";

export interface EmbedOptions {
	/** Of this site, as visitors see it: `https://stats.example.org`. */
	site: string;
	statistic: Statistic;
	lone: StandaloneChart;
	/** At most, px; default: as wide as there is room. */
	width?: number;
	/** px; default: `embedHeight`. */
	height?: number;
	/** The frame keeps the height, also where its chart would like another. */
	fixed?: boolean;
}

/**
 * A height at which nothing is cut from 280 px of width on: a frame that is not told the right one by its page fits its
 * chart into what it has.
 */
export function embedHeight({ order }: Pick<Statistic, "order">, form: StandaloneChart["form"]): number {
	if (form === "history") return 460;
	return 130 + 26 * Math.min(Math.max(order?.length ?? 13, 3), 20);
}

export function embedTitle(
	statistic: Pick<Statistic, "slug">,
	{ view: { language } }: Pick<StandaloneChart, "view">,
): string {
	return `${titleOf(statistic, language)} · ${translate(language)("site.name")}`;
}

export function embedSnippet({ site, statistic, lone, width, height, fixed = false }: EmbedOptions): string {
	const attributes = [
		["src", site + embedHrefOf(lone)],
		["title", embedTitle(statistic, lone)],
		["width", width === undefined ? "100%" : `${width}`],
		["height", `${height ?? embedHeight(statistic, lone.form)}`],
		["loading", "lazy"],
		["style", `border:0${width === undefined ? "" : ";max-width:100%"}`],
	].map(([name, value = ""]) => `${name}="${escaped(value)}"`);
	const frame = `<iframe ${attributes.join(" ")}></iframe>`;
	return fixed ? frame : `${frame}\n${resizeScript(site)}`;
}

/** Only the frame that speaks, and only where it is of this site, gets its height. Pasted twice, it does no more. */
function resizeScript(site: string): string {
	return `<script>addEventListener("message",function(e){if(e.origin==="${new URL(site).origin}"&&e.data&&e.data.type==="${embedMessage}")
document.querySelectorAll("iframe").forEach(function(f){if(f.contentWindow===e.source)f.height=e.data.height})
})</script>`;
}
