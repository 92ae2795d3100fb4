/** What charts are drawn on and written with, in both schemes: the values of the pages' style sheet (a test compares). */
import { type Colour, coloursIn, type Scheme } from "./palette";

export const surfaces = {
	light: {
		paper: "#ffffff",
		ink: "#14181d",
		muted: "#56606b",
		grid: "#e3e8e6",
		axis: "#8b9592",
		"warn-ground": "#fdf1d4",
		"warn-ink": "#5c4300",
	},
	dark: {
		paper: "#15181d",
		ink: "#e8eaed",
		muted: "#a3acb7",
		grid: "#2b323a",
		axis: "#707a85",
		"warn-ground": "#3a2f12",
		"warn-ink": "#f3dc9c",
	},
} as const satisfies Record<Scheme, Record<string, string>>;

export type Surface = keyof (typeof surfaces)["light"];

/** Every token of a chart with its value. */
export function tokensIn(scheme: Scheme): Record<Colour | Surface, string> {
	return { ...coloursIn(scheme), ...surfaces[scheme] };
}
