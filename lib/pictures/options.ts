/** How somebody wants a picture of a chart to look. */

import type { pictureOptions } from "#lib/address/addresses";
import type { Values } from "#lib/address/query";
import { type backgrounds, pictureBounds, pictureSizes, type pictureThemes, type textSizes } from "#lib/address/values";
import { Problem } from "#lib/problem";

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

export const plainPicture: PictureOptions = {
	...pictureSizes.chart,
	height: null,
	scale: 1,
	theme: "light",
	background: "opaque",
	title: null,
};

/** Throws a `Problem` where the picture would have too many pixels. */
export function pictureOptionsOf({ size, scale, theme, background, title, ...own }: Values<typeof pictureOptions>) {
	const like = pictureSizes[size ?? "chart"];
	const width = own.width ?? like.width;
	// A chart of any height is as high as it needs to be, unless a size was chosen.
	const height = own.height ?? (size ? like.height : null);
	const pixels = width * (height ?? like.height) * scale ** 2;
	const { pixelsMax } = pictureBounds;
	if (pixels > pixelsMax) {
		const detail = `A picture of ${width} × ${height ?? like.height} at scale ${scale} has ${pixels} pixels: at most ${pixelsMax} are drawn.`;
		throw new Problem(400, "Picture too large", detail, { parameter: "scale", pixelsMax });
	}
	return { width, height, scale, text: own.text ?? like.text, theme, background, title } satisfies PictureOptions;
}
