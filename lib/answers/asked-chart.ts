/** How the chart of one statistic is looked at, checked against what the statistic has and what is published. */
import { type ChartView, plainChart } from "#lib/chart-view";
import { isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { bucketOccurs, type Published } from "#lib/store/daily-rows";
import { askedBuckets, askedChart, askedRange } from "./query";

/** Throws a `Problem` where a parameter is none, a bucket is unknown, or no day of the range is published. */
export async function askedChartOf(
	statistic: Statistic,
	parameters: URLSearchParams,
	published: Published | null,
): Promise<ChartView> {
	// Before anything is looked up: they may be many.
	askedChart(parameters, [...new Set(parameters.getAll("bucket"))].filter(Boolean));
	const buckets = await askedBuckets(parameters, statistic, (bucket) => bucketOccurs(statistic.slug, bucket));
	const chart = askedChart(parameters, buckets);
	if (published) askedRange(parameters, published);
	// One number has no parts.
	return isOneNumber(statistic) ? { ...chart, measure: plainChart.measure, buckets: [] } : chart;
}
