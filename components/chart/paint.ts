import type { ColourName } from "#lib/colours";

/** What a chart is painted with: a custom property on a page, a value where there is no style sheet. */
export type Paint = (colour: ColourName) => string;

/** On a page, whose style sheet has the colours of both schemes. */
export const byVariable: Paint = (colour) => `var(--${colour})`;
