/** How somebody wants a picture of a chart to look, within which bounds, and how an address says it. */
import { said, unless } from "./address-parameters";

export const pictureBounds = {
	/** px, before `scale`. */
	width: { min: 320, max: 2560 },
	height: { min: 320, max: 2560 },
	/** Pixels of a PNG for each px. */
	scale: { min: 1, max: 4 },
	/** Of a whole PNG. The worst chart of this size takes one core about two seconds, and 80 MB while it is drawn. */
	pixelsMax: 19_000_000,
	titleCharactersMax: 120,
} as const;

/** `large`: as large as on a page some 640 px wide, whatever the size; for what is seen from afar or shown small. */
export const textSizes = ["normal", "large"] as const;
export const pictureThemes = ["light", "dark"] as const;
export const backgrounds = ["opaque", "transparent"] as const;

export const pictureSizes = {
	chart: { width: 800, height: 450, text: "normal" },
	slide: { width: 1280, height: 720, text: "large" },
	preview: { width: 1200, height: 630, text: "large" },
	square: { width: 1080, height: 1080, text: "large" },
	phone: { width: 390, height: 480, text: "normal" },
} as const satisfies Record<string, { width: number; height: number; text: (typeof textSizes)[number] }>;
export type PictureSize = keyof typeof pictureSizes;

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

export type PictureAddress = Partial<PictureOptions> & { size?: PictureSize };

/** The parameters of a picture in an address, without those that are as by default. */
export function pictureAddress({ size = "chart", ...given }: PictureAddress): [string, string][] {
	const like: Partial<PictureOptions> = { ...plainPicture, ...(size === "chart" ? {} : pictureSizes[size]) };
	return said([
		["size", unless(size, "chart")],
		...(["width", "height", "scale", "text", "theme", "background", "title"] as const).map((name) => {
			const value = unless(given[name] ?? null, like[name]);
			return [name, value === null ? null : String(value)] as const;
		}),
	]);
}
