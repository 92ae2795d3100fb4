/** Which chart a statistic gets, and what of it is drawn. */
import { type ChartView, plainChart } from "#lib/address/chart-view";
import { isOneNumber, type Statistic } from "#lib/statistics/statistic";
import type { LineSpec } from "./chart-spec";
import type { BucketSeries, Series } from "./series";

export type ChartKind = LineSpec["kind"];

/** More lines than this cannot be told apart; the table has the rest. */
export const linesMax = 6;

/**
 * One number: its total as an area. Parts in a natural order (sizes, counts): their shares stacked, so that the shape of
 * the whole is seen. Else: the largest as lines, since only lines that begin at zero can be compared.
 */
export function chartKind(statistic: Statistic): ChartKind {
	if (isOneNumber(statistic)) return "area";
	return statistic.order ? "stack" : "lines";
}

/** How a view shows a statistic. Amounts, chosen parts and powers of ten lie side by side: no stack can show them. */
export function kindIn(
	own: ChartKind,
	{ measure, axis, buckets }: Pick<ChartView, "measure" | "axis" | "buckets">,
): ChartKind {
	const isWhole = measure !== "total" && axis === "linear" && buckets.length === 0;
	return own === "stack" && !isWhole ? "lines" : own;
}

/**
 * Lines in the order in which they are listed: by size, in a stack as they lie, from the bottom. Of a history of chosen
 * buckets, all.
 */
export function linesOf(
	history: Series,
	statistic: Statistic,
	kind: ChartKind,
	chosen: readonly string[] = [],
): readonly BucketSeries[] {
	if (kind === "area" || chosen.length > 0) return history.series;
	if (kind === "stack") {
		const place = ({ bucket }: BucketSeries) => {
			const inOrder = statistic.order?.indexOf(bucket) ?? -1;
			return inOrder < 0 ? Number.POSITIVE_INFINITY : inOrder;
		};
		return [...history.series].sort((a, b) => place(a) - place(b) || (a.bucket < b.bucket ? -1 : 1));
	}
	const shown = usualBuckets(history.series.map(({ bucket }) => bucket));
	return history.series.filter(({ bucket }) => shown.includes(bucket));
}

/** The buckets whose history a chart needs, given those of its last day from the largest; `undefined`: all. */
export function bucketsToDraw(
	statistic: Statistic,
	buckets: readonly string[],
	{ buckets: chosen }: Pick<ChartView, "buckets"> = plainChart,
): readonly string[] | undefined {
	const kind = chartKind(statistic);
	if (kind !== "area" && chosen.length > 0) return chosen;
	return kind === "lines" ? usualBuckets(buckets) : undefined;
}

/** What a chart shows in which nobody chose, given the buckets of its last day from the largest. */
export function usualBuckets(buckets: readonly string[]): readonly string[] {
	return withoutMirror(buckets).slice(0, linesMax);
}

/** Of "yes" and "no" the one is what the other is not: a second line would be its mirror. */
function withoutMirror(buckets: readonly string[]): readonly string[] {
	const isYesNo = buckets.length > 1 && buckets.every((bucket) => bucket === "yes" || bucket === "no");
	return isYesNo ? ["yes"] : buckets;
}
