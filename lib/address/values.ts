/** The words and bounds of parameters: what an address may say of a chart, a picture and a standalone document. */

/** What a chart of history draws: shares of the base, or amounts. */
export const measures = ["share", "total"] as const;
/** In what a statistic of containers, VMs, disks, … is counted. */
export const counts = ["hosts", "units"] as const;
/** Scales of the axis of values. */
export const axes = ["linear", "log"] as const;
/** Named ranges in days; `all` has every published day. */
export const ranges = { "90d": 90, "1y": 365, all: null } as const;
export type RangeName = keyof typeof ranges;
export const rangeNames = Object.keys(ranges) as RangeName[];
/** There are no more colours for lines. */
export const bucketsMax = 8;
/** Characters in the search of a table. */
export const searchMax = 60;

/** By what rows of a table are sorted. Absent: the largest first, or the order that sizes have. */
export const sorts = ["name", "name-down", "hosts", "hosts-up", "units", "units-up", "change", "change-up"] as const;

/** The sizes in which the pages draw their charts. */
export const chartSizes = ["narrow", "wide", "large", "full", "slide"] as const;

/** A standalone chart shows its history, one day as bars, two days or products side by side, or what if a bucket were dropped. */
export const forms = ["history", "day", "compare", "retire"] as const;
/** `auto` follows the reader's system. */
export const themes = ["auto", "light", "dark"] as const;

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

/** Longer labels would not fit on a badge. */
export const labelCharactersMax = 60;

/** The order of problems in the table of crashes. */
export const crashSorts = ["reports", "hosts", "first", "last", "component", "function", "bug"] as const;
export type CrashSort = (typeof crashSorts)[number];
/** Kinds of crashes (`lib/crashes`). */
export const crashTypes = ["core", "kerneloops", "python", "ruby", "java", "javascript"] as const;
