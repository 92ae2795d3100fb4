/** Style sheets of standalone documents: the colours, what all documents share, and their own rules. */
import { minified, schemeSheet } from "#lib/colours";
import { type ChartSpec, dumbbellColours } from "#lib/series/chart-spec";
import type { Colour } from "#lib/series/palette";
import type { StandaloneChart } from "#lib/sharing/standalone-chart";
import fonts from "../style/fonts.css?raw";
import base from "./base.css?raw";
import embed from "./embed.css?raw";
import slide from "./slide.css?raw";

type Theme = StandaloneChart["theme"];

/** Without `charts` the sheet has the colours of any chart. */
export function standaloneStyle(theme: Theme, sheets: readonly string[], charts?: readonly ChartSpec[]): string {
	const inUse = charts?.flatMap(coloursIn);
	return [schemeSheet(theme, inUse && new Set(inUse)), ...[fonts, base, ...sheets].map(minified)].join("");
}

function coloursIn(spec: ChartSpec): Colour[] {
	if (spec.kind === "dumbbells") return dumbbellColours;
	return (spec.kind === "bars" ? spec.bars : spec.lines).map(({ colour }) => colour);
}

export function slideStyle(theme: Theme): string {
	return standaloneStyle(theme, [slide]);
}

/** From which width of the frame on each size is shown, px. */
const widthsFrom: Readonly<Record<string, number>> = { wide: 480, full: 860 };

/** `charts` are the same chart in several sizes: the frame shows the one that fits its width. */
export function embedStyle(theme: Theme, charts: readonly ChartSpec[]): string {
	const pictures = charts.map(({ size, width, height }, i) => {
		const next = charts[i + 1];
		const shown = [
			...(i > 0 ? [`(min-width:${widthsFrom[size]}px)`] : []),
			...(next ? [`(max-width:${(widthsFrom[next.size] ?? 0) - 0.02}px)`] : []),
		].join(" and ");
		return `.${size}{aspect-ratio:${width}/${height}}@media ${shown || "all"}{.picture.${size}{display:block}}`;
	});
	return standaloneStyle(theme, [embed, ...pictures], charts);
}
