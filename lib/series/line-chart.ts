/** History as a chart: which lines, on which axes, with which labels. */
import { formatNumber, formatPercent, formatTick } from "#lib/format";
import type { Language } from "#lib/language";
import type { WorldEvent } from "#lib/statistics/events";
import { notesOf } from "#lib/statistics/labels";
import type { Statistic, Unit } from "#lib/statistics/statistic";
import { fromUnit, percentOf } from "./amounts";
import { noteOf, subtitleOf } from "./captions";
import { type ChartKind, chartKind, kindIn, linesOf } from "./chart-kind";
import { type Frame, frameOf, type Line, type LineSpec, type SizeName, xOf } from "./chart-spec";
import { endsOf, endTexts, endWidth } from "./end-labels";
import { eventMarks, noteMarks } from "./marks";
import { coloursOf } from "./palette";
import { sentenceOf } from "./sentence";
import type { BucketSeries, Column, Series } from "./series";
import { dayTicks, logAxis, valueAxis } from "./ticks";

export interface LineOptions {
	size: SizeName | Frame;
	language: Language;
	/** What the lines show. Default: what suits the statistic. */
	measure?: LineSpec["measure"];
	/** Of values. Default: linear. */
	axis?: LineSpec["axis"];
	/** The chosen buckets in their order: the history has no others. */
	chosen?: readonly string[];
	/** The buckets of the default chart: these keep their colours. */
	usual?: readonly string[];
	/** Default: what suits the statistic. */
	kind?: LineSpec["kind"];
	/** Default: the statistic's title. */
	title?: string;
	/** Drawn as far as the chart reaches. */
	events?: readonly WorldEvent[];
}

export function lineChart(history: Series, statistic: Statistic, options: LineOptions): LineSpec {
	const { language, axis = "linear", chosen = [] } = options;
	const { width, height, fontSize, labelWidthMax, like, widthOf } = frameOf(options.size);
	const kind = kindIn(options.kind ?? chartKind(statistic), {
		measure: options.measure ?? null,
		axis,
		buckets: chosen,
	});
	// One number is its own base.
	const measure = kind === "area" ? "total" : (options.measure ?? "share");
	const drawn = linesOf(history, statistic, kind, chosen).map((one) => withoutSmall(one, statistic));
	const buckets = drawn.map(({ bucket }) => bucket);
	const colours = coloursOf(statistic, inOrderOf(chosen, buckets), options.usual);
	const isSteady = steadyDays(history.base.hosts);
	const counted = drawn.map(({ bucket, label, total }) => ({
		bucket,
		label,
		colour: kind === "area" ? ("c0" as const) : (colours.get(bucket) ?? ("rest" as const)),
		...(measure === "share"
			? { values: shares(total, history.base.total, isSteady, statistic.unit), totals: total }
			: { values: total }),
	}));

	// A low chart has room for fewer.
	const ticksMax = Math.min(like === "narrow" ? 4 : 5, Math.max(2, Math.floor(height / fontSize / 2 - 1.5)));
	const bare = axis === "log" ? counted.map(withoutZero) : counted;
	const { yMin, yMax, values: ticks } = yAxis(bare, { kind, measure, axis, unit: statistic.unit, ticksMax });
	const yTicks = ticks.map((at) => ({
		at,
		label: measure === "share" ? formatPercent(at, language) : formatTick(at, language),
	}));

	const value = measure === "share" ? formatPercent : formatNumber;
	const lastTexts = bare.map(({ values }) => {
		const last = values.at(-1);
		return last === null || last === undefined ? "" : value(last, language);
	});
	const texts = endTexts(
		lastTexts.map((text, i) => (text ? { name: kind === "area" ? "" : (bare[i]?.label ?? ""), value: text } : null)),
		{ fontSize, widthMax: labelWidthMax, widthOf, linesMax: Math.floor(height / (fontSize * 1.25) - 2) },
	);
	const labelWidth = Math.max(0, ...texts.map((text) => (text ? endWidth(text, fontSize, widthOf) : 0)));
	const margin = {
		// Labels of events stand above the plot.
		top: options.events?.length ? fontSize * 2 : fontSize,
		right: Math.min(labelWidth, labelWidthMax) + 14,
		bottom: fontSize * 2,
		left: Math.max(...yTicks.map(({ label }) => widthOf(label, fontSize))) + 8,
	};
	const plotWidth = width - margin.left - margin.right;

	const { days } = history;
	const frame = { days, x: xOf({ days, margin, width }), right: width - margin.right, fontSize, widthOf, language };
	const marks = [...eventMarks(options.events ?? [], frame), ...noteMarks(notesOf(statistic, frame.language), frame)];

	const ends = endsOf(bare, texts, { kind, axis, yMin, yMax, margin, height, fontSize });
	const title = options.title ?? history.statistic.title;
	return {
		slug: statistic.slug,
		kind,
		measure,
		axis,
		size: like,
		language,
		title,
		subtitle: subtitleOf(statistic, measure, language),
		sentence: sentenceOf(title, history, counted, { measure, isChosen: chosen.length > 0 }, language),
		note: noteOf(statistic, history, history.to, language, {
			baseMin: measure === "share" && isSteady.includes(false) ? shareBaseMin : null,
		}),
		width,
		height,
		fontSize,
		margin,
		days: history.days,
		xTicks: dayTicks(history.days, Math.floor(plotWidth / (fontSize * 5)), language),
		yMin,
		yMax,
		yTicks,
		lines: bare.map((line, i) => ({ ...line, end: ends[i] ?? null })),
		...(marks.length ? { marks } : {}),
	};
}

/** The chosen buckets first, in the order of the choice. */
function inOrderOf(chosen: readonly string[], buckets: readonly string[]): string[] {
	return [
		...chosen.filter((bucket) => buckets.includes(bucket)),
		...buckets.filter((bucket) => !chosen.includes(bucket)),
	];
}

/** A logarithmic axis has no zero. */
function withoutZero<T extends Pick<Line, "values">>(line: T): T {
	return { ...line, values: line.values.map((value) => (value !== null && value > 0 ? value : null)) };
}

function yAxis(
	lines: readonly Pick<Line, "values">[],
	{
		kind,
		measure,
		axis,
		unit,
		ticksMax,
	}: Pick<LineSpec, "kind" | "measure" | "axis"> & { unit: Unit; ticksMax: number },
): { yMin: number; yMax: number; values: readonly number[] } {
	const most = highest(lines, kind) || (measure === "share" ? 100 : 1);
	if (axis === "log") {
		const known = lines.flatMap(({ values }) => values.filter((value) => value !== null));
		const { min, max, values } = logAxis(least(known) ?? most, most, ticksMax + 3);
		return { yMin: min, yMax: max, values };
	}
	const isWhole = measure === "total" && !["GiB", "TB"].includes(unit);
	const { max, values } = valueAxis(most, ticksMax, isWhole);
	const yMax = measure === "share" ? Math.min(max, 100) : max;
	return { yMin: 0, yMax, values: values.filter((at) => at <= yMax) };
}

function least(values: readonly number[]): number | undefined {
	return values.length === 0 ? undefined : values.reduce((a, b) => Math.min(a, b));
}

/** If small counts are merged into "other", a missing bucket may be small or zero: it becomes a gap. */
function withoutSmall(one: BucketSeries, { threshold }: Statistic): BucketSeries {
	if (threshold === 1 || one.bucket === "other") return one;
	return { ...one, total: one.total.map((total, i) => (one.hosts[i] === 0 ? null : total)) };
}

/** A share of fewer hosts than this jumps with each of them. */
export const shareBaseMin = 10;

/** The days on which the base is large enough for a share to be drawn: all days, if it never was. */
function steadyDays(base: Column): boolean[] {
	const everLarge = base.some((hosts) => (hosts ?? 0) >= shareBaseMin);
	return base.map((hosts) => !everLarge || hosts === null || hosts >= shareBaseMin);
}

function shares(total: Column, base: Column, isSteady: readonly boolean[], unit: Unit): Column {
	return total.map((value, i) => {
		const whole = base[i];
		if (value === null || whole === null || whole === undefined || !isSteady[i]) return null;
		// There is no share of an empty base.
		return whole === 0 ? null : percentOf(fromUnit(value, unit), fromUnit(whole, unit));
	});
}

function highest(lines: readonly Pick<Line, "values">[], kind: ChartKind): number {
	const days = lines[0]?.values.length ?? 0;
	let most = 0;
	for (let i = 0; i < days; i++) {
		const values = lines.map((line) => line.values[i] ?? 0);
		most = Math.max(most, kind === "stack" ? values.reduce((a, b) => a + b, 0) : Math.max(0, ...values));
	}
	return most;
}
