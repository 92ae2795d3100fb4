/** Positions and sizes on a 16:9 slide, readable from the last row. Inches and points. */
import { type ColourName, colours } from "#lib/colours";
import { textWidth } from "#lib/series/text-width";

export const slide = { width: 13.333, height: 7.5, edge: 0.6 };
export const lineWidth = slide.width - 2 * slide.edge;
export const frame = { x: 0.45, y: 1.8, width: 12.43, height: 4.7 };
/** Below a figure, the chart is a strip. */
export const strip = { ...frame, y: 5.1, height: 1.2 };
export const size = { cover: 54, title: 36, subtitle: 20, axis: 18, label: 20, figure: 96, footer: 14 };

/** Colours of the light page, without a number sign, as office formats have them. */
export const palette = Object.fromEntries(
	Object.entries(colours.light).map(([name, hex]) => [name, hex.replace("#", "").toUpperCase()]),
) as Record<ColourName, string>;

export const inches = (points: number) => points / 72;

const smallest = 11;

/** The font size at which a text fits on a line, at most `wanted`. A text too long even for the smallest size is wrapped. */
export function fittingSize(text: string, wanted: number, width = lineWidth): number {
	const fitting = Math.floor((wanted * width) / inches(textWidth(text, wanted)));
	return Math.min(wanted, Math.max(smallest, fitting));
}
