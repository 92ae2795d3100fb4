/**
 * What a chart is before anyone draws it: plain JSON with every decision taken. The static SVG and the interactive chart
 * draw the same spec, so they agree to the pixel.
 */
import { scaleLog } from "d3-scale";
import type { ChartView } from "#lib/address/chart-view";
import type { Day, Every } from "#lib/day";
import type { Language } from "#lib/language";
import type { Mark } from "./marks";
import type { Colour } from "./palette";
import { type TextWidth, textWidth } from "./text-width";

export interface Size {
	width: number;
	height: number;
	/** Of all text in the chart, px. */
	fontSize: number;
	/** Maximum width of labels beside the plot, px. */
	labelWidthMax: number;
}

/** A phone, a column beside its table, beside the choice of categories, a whole page, a slide. Drawn at its own width, text is as large as the page's small text. */
export const sizes = {
	narrow: { width: 340, height: 300, fontSize: 12, labelWidthMax: 122 },
	wide: { width: 640, height: 340, fontSize: 12.5, labelWidthMax: 190 },
	large: { width: 820, height: 400, fontSize: 13, labelWidthMax: 220 },
	full: { width: 1080, height: 440, fontSize: 13, labelWidthMax: 260 },
	/** Enlarged to the width of the slide. */
	slide: { width: 740, height: 280, fontSize: 15, labelWidthMax: 250 },
} as const satisfies Record<string, Size>;
export type SizeName = keyof typeof sizes;

/** Any other size, for charts outside pages. */
export interface Frame extends Size {
	/** The size that it resembles most. */
	like: SizeName;
	widthOf: TextWidth;
}

export function frameOf(size: SizeName | Frame): Frame {
	return typeof size === "string" ? { ...sizes[size], like: size, widthOf: textWidth } : size;
}

/** The places of its first and its last day. */
export interface Period {
	from: number;
	to: number;
}

interface Shade extends Period {
	/** Shown when it is pointed at. */
	title: string;
}

interface Tick {
	/** A value, or on a time axis the place of a day. */
	at: number;
	label: string;
}

interface Common {
	slug: string;
	size: SizeName;
	language: Language;
	title: string;
	/** What is measured, in which unit, over which days. */
	subtitle: string;
	/** One sentence that says what the chart shows. */
	sentence: string;
	/** Base, window and date. */
	note: string;
	/** Hosts in the base on the last day: shares have as many digits as these support. */
	baseHosts: number;
	width: number;
	height: number;
	fontSize: number;
	margin: { top: number; right: number; bottom: number; left: number };
}

export interface Line {
	bucket: string;
	label: string;
	colour: Colour;
	/** One for each day: percent or total; `null` is a gap, and on a logarithmic axis so is zero. */
	values: (number | null)[];
	/** Only where values are percent: the totals behind them. */
	totals?: (number | null)[];
	/**
	 * Beside the last point, the name in one line or two; `y` is the text's middle, moved so that labels do not overlap,
	 * `from` where the line ends.
	 */
	end: { above?: string; name: string; value: string; y: number; from: number } | null;
}

export interface LineSpec extends Common {
	/** `stack`: parts of a whole in their natural order. `area`: one number. `columns`: a bar for each week or month. */
	kind: "lines" | "stack" | "area" | "columns";
	measure: "share" | "total";
	axis: ChartView["axis"];
	days: Day[];
	/** Whole weeks or months, of which each day has the number; absent where each day has its own. */
	periods?: Period[];
	every: Every;
	xTicks: Tick[];
	/** Where the axis of values begins: 0 on a linear one, above it on a logarithmic one. */
	yMin: number;
	yMax: number;
	yTicks: Tick[];
	/** From the largest, and in a stack from the bottom. */
	lines: Line[];
	/** What a missing value of a line means, where the others have one: `fewer than 5 hosts`. Absent if no line has such a gap. */
	gap?: string;
	/** Marked days; absent if there are none. */
	marks?: Mark[];
	/** Days on which the lines say little; absent if there are none. */
	shades?: Shade[];
}

interface Bar {
	bucket: string;
	label: string;
	colour: Colour;
	/** Percent. */
	value: number;
	/** In the statistic's unit. */
	total: number;
	text: string;
}

/** What a chart has where nothing else has a band: all that is not drawn by itself. */
export const restBucket = "-rest";

/** Values lie on top of each other. */
export function isStacked({ kind, lines }: Pick<LineSpec, "kind"> & { lines: readonly unknown[] }): boolean {
	return kind === "stack" || (kind === "columns" && lines.length > 1);
}

/** One line, which the title names. */
export function isAlone({ lines }: { lines: readonly Pick<Line, "bucket">[] }): boolean {
	return lines.length === 1 && lines[0]?.bucket === "all";
}

export interface BarSpec extends Common {
	kind: "bars";
	max: number;
	bars: Bar[];
	/** Height of a bar with the space after it, px. */
	step: number;
	/** What all hosts have, of a statistic of which each may have several: named in a line, and all of them. */
	everywhere?: { text: string; labels: string[] };
}

/** The note with what was folded away, for places where nothing opens. */
export function wholeNote(spec: ChartSpec): string {
	return spec.kind === "bars" && spec.everywhere ? `${spec.note} · ${spec.everywhere.text}` : spec.note;
}

/** Of a change beyond chance, and of one within it. */
export const dumbbellColours: Colour[] = ["c0", "rest"];

/** Two sides compared: a ring and a dot for each bucket. All values are percent. */
export interface DumbbellSpec extends Common {
	kind: "dumbbells";
	max: number;
	ticks: Tick[];
	/** What the ring and the dot stand for, in this order; width in px. */
	sides: { text: string; width: number }[];
	rows: {
		bucket: string;
		label: string;
		/** `null`: merged on this side. */
		a: number | null;
		b: number | null;
		/** From and to where B may be, seen from A. */
		range: [low: number, high: number] | null;
		isCertain: boolean;
		text: string;
	}[];
	/** Height of a row, px. */
	step: number;
}

export type ChartSpec = LineSpec | BarSpec | DumbbellSpec;

/** From the place of a day to px. */
export function xOf({ days, margin, width }: Pick<LineSpec, "days" | "margin" | "width">): (place: number) => number {
	// One day alone stands at the end, where its label has room.
	return linear([Math.min(0, days.length - 2), days.length - 1], [margin.left, width - margin.right]);
}

/** From a value to px. */
export function yOf({
	axis,
	yMin,
	yMax,
	margin,
	height,
}: Pick<LineSpec, "axis" | "yMin" | "yMax" | "margin" | "height">): (value: number) => number {
	return (axis === "log" ? scaleLog : linear)([yMin, yMax], [height - margin.bottom, margin.top]);
}

/** As `scaleLinear` of d3, which takes several times as long for the thousand points of a chart. */
function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]) {
	return (value: number): number => {
		const share = (value - from) / (to - from);
		return start * (1 - share) + end * share;
	};
}

/** px within which a line counts as pointed at. */
const reach = 28;

/** The place of the day at `x`, px from the chart's left edge: always one of the chart's days. */
export function placeAt(spec: LineSpec, x: number): number {
	const { margin, width, days } = spec;
	const share = (x - margin.left) / (width - margin.right - margin.left);
	return Math.min(Math.max(Math.round(share * (days.length - 1)), 0), days.length - 1);
}

/** The bucket at `y`, px from the top; `null` where there is none near. */
export function bucketAt(spec: LineSpec, place: number, y: number): string | null {
	const toY = yOf(spec);
	if (isStacked(spec)) {
		let below = 0;
		for (const { bucket, values } of spec.lines) {
			const value = values[place] ?? 0;
			if (y <= toY(below) && y >= toY(below + value)) return bucket;
			below += value;
		}
		return null;
	}
	const near = spec.lines
		.flatMap(({ bucket, values }) => {
			const value = values[place];
			return value === null || value === undefined ? [] : [{ bucket, away: Math.abs(toY(value) - y) }];
		})
		.sort((a, b) => a.away - b.away)[0];
	return near && near.away <= reach ? near.bucket : null;
}
