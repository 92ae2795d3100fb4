import type { Colour } from "#lib/series/palette";

/** Everything a chart is painted with. */
export type Paint = (token: Colour | "ink" | "muted" | "grid" | "axis" | "paper") => string;

/** On a page, whose style sheet knows the tokens in both schemes. */
export const byVariable: Paint = (token) => `var(--${token})`;
