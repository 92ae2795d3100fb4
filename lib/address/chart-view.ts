/** How a reader views a chart of history and the page of a statistic, apart from language, product and date. */
import { type Day, earlier, later, plusDays } from "#lib/day";
import { pageState, chart as parametersOfChart } from "./addresses";
import { badParameter, badValue, type Values, write } from "./query";
import { type axes, bucketsMax, type counts, type measures, type RangeName, ranges, type sorts } from "./values";

export interface ChartView {
	/** `null`: what suits the statistic. */
	measure: (typeof measures)[number] | null;
	/** What a statistic of units counts; `null`: what suits it. */
	count: (typeof counts)[number] | null;
	axis: (typeof axes)[number];
	/** A name counts back from the viewed day; `null` is an open end. */
	range: RangeName | { from: Day | null; to: Day | null };
	/** The chosen buckets; empty: the largest. */
	buckets: readonly string[];
	/** Whether events are drawn. */
	events: boolean;
}

export const plainChart = {
	measure: null,
	count: null,
	axis: "linear",
	range: "all",
	buckets: [],
	events: false,
} as const satisfies ChartView;

/** Throws a `Problem` if the days are reversed, or more buckets are chosen than there are colours. */
export function chartViewOf({
	show,
	count,
	axis,
	range,
	from,
	to,
	bucket,
	events,
}: Values<typeof parametersOfChart>): ChartView {
	assertDrawable(bucket);
	if (from && to && from > to) throw badValue("from", from, `is after to (${to})`);
	return {
		measure: show,
		count,
		axis,
		range: from || to ? { from, to } : range,
		buckets: bucket,
		events: events === "on",
	};
}

/** Refuses more buckets than a chart has colours for. */
export function assertDrawable(buckets: readonly string[]): void {
	if (buckets.length <= bucketsMax) return;
	const detail = `The parameter bucket is given ${buckets.length} times: a chart has room for ${bucketsMax}.`;
	throw badParameter("bucket", detail);
}

function valuesOf({
	measure,
	count,
	axis,
	range,
	buckets,
	events,
}: ChartView): Partial<Values<typeof parametersOfChart>> {
	const days = typeof range === "string" ? { range } : range;
	return { show: measure, count, axis, ...days, bucket: buckets, events: events ? "on" : "off" };
}

/** The parameters of a chart's view, without those that are as in `plainChart`. */
export function chartParameters(chart: ChartView): [string, string][] {
	return write(parametersOfChart, valuesOf(chart));
}

/** The days of a range on `day`, within those that are published: at least one. */
export function daysOf(range: ChartView["range"], day: Day, firstDay: Day): { from: Day; to: Day } {
	if (typeof range === "string") {
		const days = ranges[range];
		return { from: days === null ? firstDay : later(firstDay, plusDays(day, 1 - days)), to: day };
	}
	const to = later(earlier(range.to ?? day, day), firstDay);
	return { from: earlier(later(range.from ?? firstDay, firstDay), to), to };
}

export interface PageState {
	chart: ChartView;
	/** What rows of the table must contain; empty: all are shown. */
	search: string;
	/** By what rows of the table are sorted; `null`: as they come. */
	sort: (typeof sorts)[number] | null;
}

export const plainState: PageState = { chart: plainChart, search: "", sort: null };

/** The state as parameters, without those that are as in `plainState`. */
export function stateParameters({ chart, search, sort }: PageState): [string, string][] {
	return write(pageState, { ...valuesOf(chart), q: search, sort });
}
