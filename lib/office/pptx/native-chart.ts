/** From the spec of a chart to what an office program draws by itself: series, axes, and labels beside the lines. */
import { type Day, daysBetween } from "#lib/day";
import { thinDays } from "#lib/export/thin-days";
import { decimalsFor, formatShareOf, percentSign } from "#lib/format";
import { type Language, settingsOf } from "#lib/language";
import {
	type BarSpec,
	type DumbbellSpec,
	isAlone,
	isStacked,
	type Line,
	type LineSpec,
	type Period,
	yOf,
} from "#lib/series/chart-spec";
import { spread } from "#lib/series/end-labels";
import { shortened, textWidth } from "#lib/series/text-width";
import { frame, inches, palette, size } from "./layout";

export interface NativeSeries {
	name: string;
	colour: string;
	/** Shares of 1, or totals. */
	values: (number | null)[];
	/** How far the label is below the last point, as a share of the chart's height; `null`: no label. */
	labelShift: number | null;
}

export interface NativeLines {
	kind: LineSpec["kind"];
	days: Day[];
	series: NativeSeries[];
	/** As shares of the chart's frame. */
	plot: { x: number; y: number; width: number; height: number };
	values: { min: number; max: number; step: number; isLog: boolean; format: string; labelFormat: string };
	dates: { step: number; unit: "days" | "months" | "years"; format: string };
	/** Labels beside a stack, whose bands cannot carry their own; `y` is the middle, as a share of the chart's height. */
	bandLabels: { text: string; colour: string; y: number }[];
}

export interface NativeBars {
	kind: "bars";
	/** What is measured. */
	name: string;
	bars: { name: string; colour: string; value: number; total: number }[];
	max: number;
	labelFormat: string;
}

/** Two bars for each category. */
export interface NativePairs {
	kind: "pairs";
	names: readonly string[];
	sides: { name: string; colour: string; values: (number | null)[] }[];
	max: number;
	labelFormat: string;
}

export type NativeChart = NativeLines | NativeBars | NativePairs;

/** Five years of weeks: more points than this nobody edits by hand. */
const pointsMax = 270;
/** Inches, with the space between two. */
const dateWidth = 1.4;
const nameWidthMax = 330;
const barNameWidthMax = 330;

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
const cellValue = (value: number | null | undefined, measure: LineSpec["measure"]) =>
	value === null || value === undefined ? null : measure === "share" ? rounded(value / 100) : value;

/** `isDaily`: counts of single days are not thinned, since no day represents its neighbours. */
export function nativeLines(shown: LineSpec, { isDaily = false }: { isDaily?: boolean } = {}): NativeLines {
	const spec = shown.axis === "log" ? { ...shown, ...powersAround(shown) } : shown;
	const { kind, measure, language } = spec;
	const isKnown = ({ to }: Period) => spec.lines.some(({ values }) => typeof values[to] === "number");
	const places =
		spec.periods?.filter(isKnown).map(({ to }) => to) ??
		(isDaily ? [...spec.days.keys()] : thinDays(spec.days, pointsMax));
	const days = places.flatMap((place) => spec.days[place] ?? []);
	const texts = spec.lines.map((line) => labelOf(line, spec));
	const labelWidth = Math.max(0, ...texts.map((text) => (text === null ? 0 : textWidth(text, size.label))));
	const axisWidth = Math.max(...spec.yTicks.map(({ label }) => textWidth(label, size.axis)));
	const x = inches(axisWidth + 14) / frame.width;
	const y = 0.2 / frame.height;
	const plot = {
		x: rounded(x),
		y: rounded(y),
		width: rounded(1 - x - inches(labelWidth + 22) / frame.width),
		height: rounded(1 - y - 0.5 / frame.height),
	};
	const ends = endsOf(spec, plot);
	const labelled = texts.map((text, i) => (text === null || ends[i] === null ? null : i)).filter((i) => i !== null);
	const line = inches(size.label * 1.25) / frame.height;
	const moved = spread(
		labelled.map((i) => ends[i] ?? 0),
		labelled.map(() => line),
		plot.y - line / 2,
		plot.y + plot.height - inches(size.label * 0.65) / frame.height + line / 2,
	);
	const placeOf = (i: number) => moved[labelled.indexOf(i)] ?? null;
	const step = (spec.yTicks[1]?.at ?? spec.yMax) - (spec.yTicks[0]?.at ?? 0);
	const isStack = isStacked(spec);
	return {
		kind,
		days,
		series: spec.lines.map((line, i) => ({
			name: nameOf(line),
			colour: palette[line.colour],
			values: places.map((place) => cellValue(line.values[place], measure)),
			labelShift: isStack || !labelled.includes(i) ? null : rounded((placeOf(i) ?? 0) - (ends[i] ?? 0)),
		})),
		plot,
		values: {
			min: cellValue(spec.yMin, measure) ?? 0,
			isLog: spec.axis === "log",
			max: cellValue(spec.yMax, measure) ?? 1,
			step: cellValue(step, measure) ?? 1,
			format: formatOf(measure, language, step < 1 ? 1 : 0),
			labelFormat: formatOf(measure, language, measure === "share" ? decimalsFor(legibleBase(spec)) : 0),
		},
		dates: datesOf(days, plot.width * frame.width, language),
		bandLabels: isStack
			? labelled.map((i) => {
					const line = spec.lines[i] as Line;
					return { text: texts[i] ?? "", colour: palette[line.colour], y: rounded(placeOf(i) ?? 0) };
				})
			: [],
	};
}

/** Office programs label powers of ten alone. */
function powersAround({ yMin, yMax }: LineSpec): Pick<LineSpec, "yMin" | "yMax"> {
	return { yMin: 10 ** Math.floor(Math.log10(yMin)), yMax: 10 ** Math.ceil(Math.log10(yMax)) };
}

function formatOf(measure: LineSpec["measure"], language: Language, decimals: number): string {
	const number = decimals ? "0.0" : "0";
	return measure === "share" ? number + percentSign(language).replace(/\s/, "\\ ") : `#,##${number}`;
}

const nameOf = ({ label }: Line) => shortened(label, size.label, nameWidthMax);

/** A second decimal cannot be read from afar. */
const legibleBase = ({ baseHosts }: Pick<LineSpec, "baseHosts">) => Math.min(baseHosts, 9999);

/** Of the last whole week, where weeks are counted. */
const lastOf = (values: Line["values"], { periods }: LineSpec) =>
	values[periods?.findLast(({ to }) => typeof values[to] === "number")?.to ?? values.length - 1];

function labelOf(line: Line, spec: LineSpec): string | null {
	const { measure, language, baseHosts } = spec;
	if (!line.end) return null;
	const last = lastOf(line.values, spec) ?? 0;
	const endValue = measure === "share" ? formatShareOf(last, legibleBase({ baseHosts }), language) : line.end.value;
	return isAlone(spec) ? line.end.value : `${nameOf(line)} ${endValue}`;
}

/** The end of each line or the middle of its band, as a share of the chart's height. */
function endsOf(spec: LineSpec, plot: NativeLines["plot"]): (number | null)[] {
	const { lines, margin, height } = spec;
	const y = yOf(spec);
	let below = 0;
	return lines.map(({ values }) => {
		const last = lastOf(values, spec);
		if (last === null || last === undefined) return null;
		const at = isStacked(spec) ? below + last / 2 : last;
		below += last;
		return plot.y + (plot.height * (y(at) - margin.top)) / (height - margin.top - margin.bottom);
	});
}

/** As many dates below the chart as fit. The language is the chart's, not that of the program that shows it. */
function datesOf(days: readonly Day[], width: number, language: Language): NativeLines["dates"] {
	const most = Math.floor(width / dateWidth);
	const locale = `[$-${settingsOf(language).windowsLocale}]`;
	const length = days.length < 2 ? 0 : daysBetween(days[0] as Day, days.at(-1) as Day);
	if (length <= 75) return { step: Math.max(1, Math.ceil(length / most)), unit: "days", format: `${locale}d\\ mmm` };
	const months = length / 30.4;
	const step = [1, 2, 3, 6].find((one) => months / one <= most);
	if (step) return { step, unit: "months", format: `${locale}mmm\\ yyyy` };
	return { step: Math.ceil(months / 12 / most), unit: "years", format: "yyyy" };
}

/** More pairs of bars cannot be read from afar. */
const pairsMax = 7;

/** Shares on both sides of a comparison. */
export function nativePairs({ rows, max, language }: DumbbellSpec, names: { a: string; b: string }): NativePairs {
	const drawn = rows.slice(0, pairsMax);
	const side = (name: "a" | "b", colour: string) => ({
		name: `${name.toUpperCase()}: ${names[name]}`,
		colour,
		values: drawn.map((row) => cellValue(row[name], "share")),
	});
	return {
		kind: "pairs",
		names: drawn.map(({ label }) => shortened(label, size.axis, barNameWidthMax)),
		sides: [side("a", palette.rest), side("b", palette.c0)],
		// Room for the label of the longest.
		max: rounded((max / 100) * 1.12),
		labelFormat: formatOf("share", language, 1),
	};
}

/** Bars of shares, or of totals for a single number. */
export function nativeBars({ bars, subtitle, language, baseHosts }: BarSpec, measure: LineSpec["measure"]): NativeBars {
	const isShare = measure === "share";
	const drawn = bars.map(({ label, colour, value, total }) => ({
		name: shortened(label, size.axis, barNameWidthMax),
		colour: palette[colour],
		value: isShare ? rounded(value / 100) : total,
		total,
	}));
	return {
		kind: "bars",
		name: subtitle,
		bars: drawn,
		// Room for the label of the longest.
		max: rounded((Math.max(...drawn.map(({ value }) => value), 0) || 1) * 1.12),
		labelFormat: formatOf(measure, language, isShare ? decimalsFor(legibleBase({ baseHosts })) : 0),
	};
}
