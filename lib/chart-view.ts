/** How somebody looks at a chart of history: what its address says beside language, product and date. */
import { said, unless } from "./address-parameters";
import { type Day, earlier, later, plusDays } from "./day";

export const measures = ["share", "total"] as const;
/** Of the values. */
export const axes = ["linear", "log"] as const;
/** Days of the ranges that have a name; `all` has every published day. */
export const ranges = { "90d": 90, "1y": 365, all: null } as const;
export type RangeName = keyof typeof ranges;
/** More lines than this have no colours of their own. */
export const bucketsMax = 8;

export interface ChartView {
	/** `null`: what suits the statistic. */
	measure: (typeof measures)[number] | null;
	axis: (typeof axes)[number];
	/** A name counts back from the date looked at; an own range has days, and `null` where it is open. */
	range: RangeName | { from: Day | null; to: Day | null };
	/** Chosen by somebody; empty: the largest. */
	buckets: readonly string[];
	/** Events of the world are drawn. */
	events: boolean;
}

export const plainChart = {
	measure: null,
	axis: "linear",
	range: "all",
	buckets: [],
	events: false,
} as const satisfies ChartView;

/** The parameters of a chart's view, without those that are as in `plainChart`. */
export function chartParameters({ measure, axis, range, buckets, events }: ChartView): [string, string][] {
	const { name, from, to } =
		typeof range === "string" ? { name: range, from: null, to: null } : { name: null, ...range };
	return said([
		["show", measure],
		["axis", unless(axis, plainChart.axis)],
		["range", unless(name, plainChart.range)],
		["from", from],
		["to", to],
		...buckets.map((bucket) => ["bucket", bucket] as const),
		["events", events ? "on" : null],
	]);
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
