/** Which chart a statistic gets, which buckets are in it, and how a reader chooses others. */
import { type ChartView, plainChart } from "#lib/address/chart-view";
import { bucketsMax } from "#lib/address/values";
import { countsEvents, isObserved, isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { percentIn } from "./amounts";
import type { LineSpec } from "./chart-spec";
import { countsHosts } from "./counted";
import { byTotal, telling } from "./distribution";
import type { BucketSeries, Series } from "./series";

export type ChartKind = LineSpec["kind"];

/** More lines than this cannot be told apart; the table has the rest. */
export const linesMax = 6;

/**
 * What happened in each week: bars, parts on top of each other. One number: its total as an area. Parts in a natural order (sizes, counts): their shares stacked, so that the shape of
 * the whole is seen. Else: the largest as lines, since only lines that begin at zero can be compared.
 */
export function chartKind(statistic: Statistic, chart: Pick<ChartView, "count"> = plainChart): ChartKind {
	if (countsEvents(statistic)) return "columns";
	if (isOneNumber(statistic)) return "area";
	// A host may have units in several buckets: then shares of hosts do not add up.
	const overlaps = countsHosts(statistic, chart) && !statistic.isPerHost;
	return statistic.order && !overlaps ? "stack" : "lines";
}

/** What the lines of the default chart show. What was observed has no whole of which a share would tell more. */
export function usualMeasure(statistic: Statistic): LineSpec["measure"] {
	return isObserved(statistic) ? "total" : "share";
}

/**
 * The kind of chart in a view. A stack cannot show amounts, chosen buckets or a logarithmic axis: these are lines. Bars can
 * show neither shares, chosen buckets nor a logarithmic axis.
 */
export function kindIn(
	own: ChartKind,
	{ measure, axis, buckets }: Pick<ChartView, "measure" | "axis" | "buckets">,
): ChartKind {
	const isWhole = axis === "linear" && buckets.length === 0;
	if (own === "columns") return isWhole && measure !== "share" ? own : "lines";
	return own === "stack" && (!isWhole || measure === "total") ? "lines" : own;
}

/** Lines in the order of the legend: by size, and in a stack from the bottom. If buckets were chosen, all of them. */
export function linesOf(
	history: Series,
	statistic: Statistic,
	kind: ChartKind,
	chosen: readonly string[] = [],
): readonly BucketSeries[] {
	if (isOneNumber(statistic) || chosen.length > 0) return history.series;
	if (kind === "stack") {
		const place = ({ bucket }: BucketSeries) => {
			const inOrder = statistic.order?.indexOf(bucket) ?? -1;
			return inOrder < 0 ? Number.POSITIVE_INFINITY : inOrder;
		};
		return [...history.series].sort((a, b) => place(a) - place(b) || (a.bucket < b.bucket ? -1 : 1));
	}
	const own =
		chartKind(statistic) === "columns"
			? byWholeTotal(history.series)
			: telling(history.series.map(withLastShare(history)), statistic).map(({ one }) => one);
	const shown = usualBuckets(own.map(({ bucket }) => bucket));
	return own.filter(({ bucket }) => shown.includes(bucket));
}

const withLastShare =
	({ base, statistic }: Series) =>
	(one: BucketSeries) => ({
		one,
		bucket: one.bucket,
		percent: percentIn(one.total.at(-1) ?? 0, base.total.at(-1) ?? 0, statistic.unit),
	});

/** The largest of all days first, where the last day says little; what was merged is last. */
function byWholeTotal(some: readonly BucketSeries[]): BucketSeries[] {
	return some
		.map((one) => ({ one, bucket: one.bucket, total: one.total.reduce<number>((sum, value) => sum + (value ?? 0), 0) }))
		.sort(byTotal)
		.map(({ one }) => one);
}

/** The buckets whose history a chart needs, given those of its last day from the largest; `undefined`: all. */
export function bucketsToDraw(
	statistic: Statistic,
	buckets: readonly string[],
	chart: Pick<ChartView, "buckets" | "count"> = plainChart,
): readonly string[] | undefined {
	const { buckets: chosen } = chart;
	const isOne = isOneNumber(statistic);
	if (!isOne && chosen.length > 0) return chosen;
	// Of what happened, the last day may have little: the largest are those of all days.
	return isOne || chartKind(statistic, chart) !== "lines" ? undefined : usualBuckets(buckets);
}

/** The buckets of the default chart, given those of its last day from the largest. */
export function usualBuckets(buckets: readonly string[]): readonly string[] {
	return withoutMirror(buckets).slice(0, linesMax);
}

/** A line for "no" would mirror the line for "yes". */
function withoutMirror(buckets: readonly string[]): readonly string[] {
	const isYesNo = buckets.length > 1 && buckets.every((bucket) => bucket === "yes" || bucket === "no");
	return isYesNo ? ["yes"] : buckets;
}

interface Choice {
	/** Of the default chart. */
	kind: ChartKind;
	/** The buckets of the default chart. */
	usual: readonly string[];
	/** The buckets that the reader chose; empty: the default. */
	chosen: readonly string[];
	/** The buckets in the chart now. */
	drawn: readonly string[];
}

/** The buckets that the table marks as chosen: those of a chart of lines. A stack always contains all buckets. */
export function picked({ kind, chosen, drawn }: Choice): readonly string[] {
	if (chosen.length > 0) return chosen;
	return kind === "stack" ? [] : drawn;
}

/** The choice with a bucket added or removed; `null` if the chart is full, empty if the choice is the default. */
export function toggled(choice: Choice, bucket: string): readonly string[] | null {
	const now = picked(choice);
	if (!now.includes(bucket) && now.length >= bucketsMax) return null;
	const next = now.includes(bucket) ? now.filter((one) => one !== bucket) : [...now, bucket];
	const { kind, usual } = choice;
	const isUsual = kind !== "stack" && next.length === usual.length && next.every((one) => usual.includes(one));
	return isUsual ? [] : next;
}
