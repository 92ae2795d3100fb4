/** The HTML to paste into a page of another site: a frame with a chart, and three lines that give it its height. */

import { escaped } from "#lib/export/markup";
import { comparisonTitle } from "#lib/series/comparison";
import { titleOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { embedHrefOf, embedMessage, type StandaloneChart } from "./standalone-chart";

interface EmbedOptions {
	/** Of this site, as visitors see it: `https://stats.example.org`. */
	site: string;
	statistic: Statistic;
	standalone: StandaloneChart;
	/** Maximum, px; default: as wide as there is room. */
	width?: number;
	/** px; default: `embedHeight`. */
	height?: number;
	/** The frame keeps its height, whatever its chart needs. */
	fixed?: boolean;
}

/**
 * A height, px, at which nothing is cut off in frames at least 280 px wide. A frame on a page without the resize script
 * fits its chart into this height.
 */
export function embedHeight({ order }: Pick<Statistic, "order">, form: StandaloneChart["form"]): number {
	if (form === "history" || form === "retire") return 460;
	if (form === "compare") return 190 + 26 * Math.min(Math.max(order?.length ?? 14, 3), 14);
	return 130 + 26 * Math.min(Math.max(order?.length ?? 13, 3), 20);
}

export function embedTitle(
	statistic: Statistic,
	{ view: { language }, form }: Pick<StandaloneChart, "view" | "form">,
): string {
	const title = form === "compare" ? comparisonTitle(statistic, language) : titleOf(statistic, language);
	return `${title} · ${translate(language)("site.name")}`;
}

export function embedSnippet({ site, statistic, standalone, width, height, fixed = false }: EmbedOptions): string {
	const attributes = [
		["src", site + embedHrefOf(standalone)],
		["title", embedTitle(statistic, standalone)],
		["width", width === undefined ? "100%" : `${width}`],
		["height", `${height ?? embedHeight(statistic, standalone.form)}`],
		["loading", "lazy"],
		// Editors such as WordPress drop the style.
		["frameborder", "0"],
		["style", `border:0${width === undefined ? "" : ";max-width:100%"}`],
	].map(([name, value = ""]) => `${name}="${escaped(value)}"`);
	const frame = `<iframe ${attributes.join(" ")}></iframe>`;
	return fixed ? frame : `${frame}\n${resizeScript}`;
}

/**
 * Sets the height of the frame that sent the message. Its origin does not matter, and is "null" in a sandbox: a frame can
 * change its own height alone. Pasting the script twice is harmless.
 */
const resizeScript = `<script>addEventListener("message",function(e){if(e.data&&e.data.type==="${embedMessage}")
document.querySelectorAll("iframe").forEach(function(f){if(f.contentWindow===e.source)f.height=+e.data.height||f.height})
})</script>`;
