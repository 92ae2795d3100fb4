/**
 * A picture: a chart with everything that a reader needs to understand it elsewhere (title, unit, date, base, source). Plain
 * JSON with the position of everything, like a chart's spec.
 */
import type { pictureOptions } from "#lib/address/addresses";
import type { Values } from "#lib/address/query";
import { type backgrounds, pictureBounds, pictureSizes, type pictureThemes, type textSizes } from "#lib/address/values";
import type { ColourName } from "#lib/colours";
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import { Problem } from "#lib/problem";
import type { Product } from "#lib/product";
import type { ChartSpec, Frame } from "#lib/series/chart-spec";

/** How a reader wants the picture to look. */
export interface PictureOptions {
	width: number;
	/** `null`: what the chart needs. */
	height: number | null;
	scale: number;
	text: (typeof textSizes)[number];
	theme: (typeof pictureThemes)[number];
	background: (typeof backgrounds)[number];
	/** Instead of the chart's own. */
	title: string | null;
}

/** Throws a `Problem` if the picture would have too many pixels. */
export function pictureOptionsOf({
	size,
	scale,
	theme,
	background,
	title,
	...own
}: Values<typeof pictureOptions>): PictureOptions {
	const preset = pictureSizes[size ?? "chart"];
	const width = own.width ?? preset.width;
	// Without a chosen size, the picture is as high as its chart.
	const height = own.height ?? (size ? preset.height : null);
	const pixels = width * (height ?? preset.height) * scale ** 2;
	const { pixelsMax } = pictureBounds;
	if (pixels > pixelsMax) {
		const detail = `A picture of ${width} × ${height ?? preset.height} at scale ${scale} has ${pixels} pixels: at most ${pixelsMax} are drawn.`;
		throw new Problem(400, "Picture too large", detail, { parameter: "scale", pixelsMax });
	}
	return { width, height, scale, text: own.text ?? preset.text, theme, background, title };
}

export interface PictureText {
	x: number;
	/** Of the line on which the letters stand. */
	y: number;
	text: string;
	fontSize: number;
	tone: Extract<ColourName, "ink" | "muted" | "warn-ink">;
	bold: boolean;
	/** The width that it must keep in programs that do not have the picture's font, such as LibreOffice. */
	length?: number;
}

export interface Picture extends Pick<PictureOptions, "theme" | "background"> {
	language: Language;
	/** In px. */
	width: number;
	height: number;
	/** The size in the units of everything below: in these, the chart's text is as large as on a page. */
	units: { width: number; height: number };
	texts: PictureText[];
	/** The box behind the words that say that the hosts are simulated. */
	badge: { x: number; y: number; width: number; height: number } | null;
	chart: { spec: ChartSpec; x: number; y: number };
}

/** What a picture says beside its chart. */
export interface PictureCaption {
	/** `null`: said by the chart. */
	product: Product | "all" | null;
	/** Only if the chart has no axis of days. */
	day: Day | null;
	/** A single number, in large type. */
	figure: string | null;
	/** Where the chart is on the site, without the scheme, if the site has a public address. */
	address: string | null;
	simulated: boolean;
}

/** Draws the chart in a frame. Bars fill the height `room`; without it they are as high as they need to be. */
export type Draw = (frame: Frame, room: number | undefined) => ChartSpec;
