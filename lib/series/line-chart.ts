/** History as a chart: which lines, on which axes, with which labels. */
import { formatNumber, formatPercent, formatShareOf, formatTick } from "#lib/format";
import type { Language } from "#lib/language";
import type { WorldEvent } from "#lib/statistics/events";
import { labelOf, notesOf } from "#lib/statistics/labels";
import { isObserved, isOneNumber, type Statistic, type Unit } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { percentIn } from "./amounts";
import { noteOf, subtitleOf } from "./captions";
import { type ChartKind, chartKind, kindIn, linesOf, usualMeasure } from "./chart-kind";
import { type Frame, frameOf, isStacked, type Line, type LineSpec, restBucket, type SizeName, xOf } from "./chart-spec";
import { supportOf } from "./distribution";
import { endsOf, endTexts, endWidth } from "./end-labels";
import { shadesOf } from "./gaps";
import { eventMarks, noteMarks } from "./marks";
import { coloursOf } from "./palette";
import { inPeriods } from "./periods";
import { restatementNotes } from "./restated";
import { sentenceOf } from "./sentence";
import type { BucketSeries, Column, Series } from "./series";
import { dayTicks, logAxis, valueAxis } from "./ticks";

export interface LineLook {
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

export interface LineOptions extends LineLook {
	size: SizeName | Frame;
}

export function lineChart(history: Series, statistic: Statistic, { size, ...look }: LineOptions): LineSpec {
	return lineCharts(history, statistic, look)(size);
}

/** One chart in several sizes: what no size changes is computed once. */
export function lineCharts(
	days: Series,
	statistic: Statistic,
	{ language, axis = "linear", chosen = [], events = [], ...look }: LineLook,
): (size: SizeName | Frame) => LineSpec {
	const own = look.kind ?? chartKind(statistic);
	const isOne = isOneNumber(statistic) && own !== "lines";
	const drawnKind = kindIn(own, { measure: isOne ? null : (look.measure ?? null), axis, buckets: chosen });
	const kind = isOne && drawnKind === "lines" ? "area" : drawnKind;
	// One number is its own base.
	const measure = isOne ? "total" : (look.measure ?? usualMeasure(statistic));
	const counts = inPeriods(days, statistic);
	const { history, told, every } = counts ?? { history: days, told: days, every: "day" as const };
	const drawn = linesOf(history, statistic, kind, chosen).map((one) => withoutSmall(one, statistic));
	const hasGaps = !isOne && drawn.some((one) => isHidden(one, history.base.hosts));
	const buckets = drawn.map(({ bucket }) => bucket);
	const colours = coloursOf(statistic, inOrderOf(chosen, buckets), look.usual);
	const isSteady = steadyDays(history.base.hosts);
	const lines = kind === "columns" && !isOne ? withRest(drawn, history, statistic, language) : drawn;
	const counted = lines.map(({ bucket, label, total }) => ({
		bucket,
		label,
		colour: isOne ? ("c0" as const) : (colours.get(bucket) ?? ("rest" as const)),
		...(measure === "share"
			? { values: shares(total, history.base.total, isSteady, statistic.unit), totals: total }
			: { values: total }),
	}));
	const bare = axis === "log" ? counted.map(withoutZero) : counted;
	const most = highest(bare, kind) || (measure === "share" ? 100 : 1);
	// The last week is left out while it is not whole.
	const end = told.days.length;
	const ended = bare.map((line) => ({ ...line, ...upTo(line, end) }));
	const baseHosts = supportOf(
		{ hosts: told.base.hosts.at(-1) ?? 0, total: told.base.total.at(-1) ?? 0 },
		statistic.unit,
	);
	const lastTexts = ended.map(({ label, values }) => {
		const last = values.at(-1);
		return last === null || last === undefined
			? null
			: {
					name: isOne ? "" : label,
					value: measure === "share" ? formatShareOf(last, baseHosts, language) : formatNumber(last, language),
				};
	});
	const notes = [...notesOf(statistic, language), ...restatementNotes(history.restated, language)];
	const gaps = shadesOf(days, statistic, language);
	const title = look.title ?? history.statistic.title;
	const described = {
		slug: statistic.slug,
		kind,
		measure,
		axis,
		language,
		title,
		subtitle: subtitleOf(statistic, measure, language, every),
		sentence: sentenceOf(
			title,
			told,
			counted.filter(({ bucket }) => bucket !== restBucket).map((line) => ({ ...line, ...upTo(line, end) })),
			{ measure, isChosen: chosen.length > 0, every },
			language,
		),
		note: [
			noteOf(statistic, told, told.to, language, {
				baseMin: measure === "share" && isSteady.includes(false) ? shareBaseMin : null,
				hasGaps,
				zeroDays: axis === "log" ? zeroDaysOf(counted, history.days.length) : 0,
				every,
			}),
			...gaps.notes,
		].join(" · "),
		baseHosts,
		days: history.days,
		every,
		...(counts && every !== "day" ? { periods: counts.periods } : {}),
	};
	const gap = translate(language)("chart.fewer", { hosts: `${statistic.threshold}` });
	return (size) => {
		const { width, height, fontSize, labelWidthMax, like, widthOf } = frameOf(size);
		// A low chart has room for fewer.
		const ticksMax = Math.min(like === "narrow" ? 4 : 5, Math.max(2, Math.floor(height / fontSize / 2 - 1.5)));
		const { yMin, yMax, values: ticks } = yAxis(bare, most, { measure, axis, unit: statistic.unit, ticksMax });
		const yTicks = ticks.map((at) => ({
			at,
			label: measure === "share" ? formatPercent(at, language) : formatTick(at, language),
		}));
		const texts = endTexts(lastTexts, {
			fontSize,
			widthMax: labelWidthMax,
			widthOf,
			linesMax: Math.floor(height / (fontSize * 1.25) - 2),
		});
		const labelWidth = Math.max(0, ...texts.map((text) => (text ? endWidth(text, fontSize, widthOf) : 0)));
		const margin = {
			// Labels of events stand above the plot.
			top: events.length > 0 ? fontSize * 2 : fontSize,
			right: Math.min(labelWidth, labelWidthMax) + 14,
			bottom: fontSize * 2,
			left: Math.max(...yTicks.map(({ label }) => widthOf(label, fontSize))) + 8,
		};
		const plotWidth = width - margin.left - margin.right;
		const frame = {
			days: history.days,
			x: xOf({ days: history.days, margin, width }),
			right: width - margin.right,
			fontSize,
			widthOf,
			language,
		};
		const marks = [...eventMarks(events, frame), ...noteMarks(notes, frame)];
		const ends = endsOf(ended, texts, { kind, axis, yMin, yMax, margin, height, fontSize });
		return {
			...described,
			size: like,
			width,
			height,
			fontSize,
			margin,
			xTicks: dayTicks(history.days, Math.floor(plotWidth / (fontSize * 5)), language),
			yMin,
			yMax,
			yTicks,
			lines: bare.map((line, i) => ({ ...line, end: ends[i] ?? null })),
			...(hasGaps ? { gap } : {}),
			...(marks.length ? { marks } : {}),
			...(gaps.shades.length ? { shades: gaps.shades } : {}),
		};
	};
}

/** The chosen buckets first, in the order of the choice. */
function inOrderOf(chosen: readonly string[], buckets: readonly string[]): string[] {
	return [
		...chosen.filter((bucket) => buckets.includes(bucket)),
		...buckets.filter((bucket) => !chosen.includes(bucket)),
	];
}

/** With what is not drawn by itself, so that the height is the whole. */
function withRest(drawn: readonly BucketSeries[], history: Series, statistic: Statistic, language: Language) {
	const { hosts, total } = history.base;
	const rest = total.map((whole, place) =>
		whole === null
			? null
			: Math.max(
					0,
					drawn.reduce((left, one) => left - (one.total[place] ?? 0), whole),
				),
	);
	if (!rest.some((one) => one !== null && one > 0)) return drawn;
	return [...drawn, { bucket: restBucket, label: labelOf(statistic, "other", language), hosts, total: rest }];
}

const upTo = ({ values, totals }: Pick<Line, "values" | "totals">, end: number) => ({
	values: values.slice(0, end),
	...(totals ? { totals: totals.slice(0, end) } : {}),
});

/** A logarithmic axis has no zero. */
function withoutZero<T extends Pick<Line, "values">>(line: T): T {
	return { ...line, values: line.values.map((value) => (value !== null && value > 0 ? value : null)) };
}

/** On how many days a line would be at zero. */
function zeroDaysOf(lines: readonly Pick<Line, "values">[], days: number): number {
	return Array.from({ length: days }, (_, place) => lines.some(({ values }) => values[place] === 0)).filter(Boolean)
		.length;
}

function yAxis(
	lines: readonly Pick<Line, "values">[],
	most: number,
	{ measure, axis, unit, ticksMax }: Pick<LineSpec, "measure" | "axis"> & { unit: Unit; ticksMax: number },
): { yMin: number; yMax: number; values: readonly number[] } {
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
function withoutSmall(one: BucketSeries, statistic: Statistic): BucketSeries {
	if (statistic.threshold === 1 || one.bucket === "other") return one;
	const counted = isObserved(statistic) ? one.total : one.hosts;
	return { ...one, total: one.total.map((total, i) => (counted[i] === 0 ? null : total)) };
}

/** Whether a line has a gap on a day that was published. */
function isHidden({ total }: BucketSeries, base: Column): boolean {
	return total.some((value, i) => value === null && typeof base[i] === "number");
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
		return whole === 0 ? null : percentIn(value, whole, unit);
	});
}

/** The highest value of a line, or of all lines together. Never below zero. */
function highest(lines: readonly Pick<Line, "values">[], kind: ChartKind): number {
	let most = 0;
	const count = lines[0]?.values.length ?? 0;
	for (let place = 0; place < count; place++) {
		let sum = 0;
		for (const { values } of lines) {
			const value = values[place] ?? 0;
			sum = isStacked({ kind, lines }) ? sum + value : Math.max(sum, value);
		}
		most = Math.max(most, sum);
	}
	return most;
}
