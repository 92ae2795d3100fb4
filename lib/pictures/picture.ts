/**
 * A chart with everything that must go with it where it stands alone: title, unit, date, base, source. Plain JSON in which
 * everything has its place, as in a chart's spec.
 */

import type { ColourName } from "#lib/colours";
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import type { ChartSpec, Frame } from "#lib/series/chart-spec";
import type { PictureOptions } from "./options";

export interface PictureText {
	x: number;
	/** Of the line on which the letters stand. */
	y: number;
	text: string;
	fontSize: number;
	tone: Extract<ColourName, "ink" | "muted" | "warn-ink">;
	bold: boolean;
}

export interface Picture extends Pick<PictureOptions, "theme" | "background"> {
	language: Language;
	/** In px. */
	width: number;
	height: number;
	/** Of the units in which everything else is: in these, the chart's text is as large as on a page. */
	units: { width: number; height: number };
	texts: PictureText[];
	/** Behind the words that say that the numbers are made up. */
	badge: { x: number; y: number; width: number; height: number } | null;
	chart: { spec: ChartSpec; x: number; y: number };
}

/** What a picture tells beside its chart. */
export interface PictureCaption {
	product: Product | "all";
	/** Where the chart has no axis of days. */
	day: Day | null;
	/** A single number, in large type. */
	figure: string | null;
	/** The site's host, where it has a public one. */
	host: string | null;
	simulated: boolean;
}

/** Draws the chart in a frame; bars into a height, or as high as they need. */
export type Draw = (frame: Frame, room: number | undefined) => ChartSpec;
