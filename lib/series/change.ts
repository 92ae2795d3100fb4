/** How a line of a chart changed over its days: "more" and "less" only where that is more than chance. */
import type { Day, Every } from "#lib/day";
import { decimalsFor, formatNumber, formatPercent } from "#lib/format";
import type { Language } from "#lib/language";
import { windowDays } from "#lib/product";
import { amountsDiffer, type CountedRow, shareOfRow, sharesDiffer } from "#lib/questions/differences";
import { statisticBySlug } from "#lib/statistics/index";
import { countsEvents, isObserved, isOfOneDay } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { fromUnit } from "./amounts";
import type { Line, LineSpec } from "./chart-spec";
import { type Series, sumsKey } from "./series";

export type Drawn = Pick<Line, "bucket" | "label" | "values" | "totals">;

interface Change {
	/** `alike`: the difference is within chance, or too small to be written. */
	direction: "more" | "less" | "times" | "same" | "alike";
	by: string;
	/** What a noun beside `by` agrees with. */
	count: number;
	since: Day;
}

/**
 * From the first day with a full window to the last one. Points for shares; percent for totals, unless they grew manifold.
 * `null` where there is nothing to compare with, or no telling whether the difference is chance.
 */
export function changeOf(
	line: Drawn,
	history: Series,
	measure: LineSpec["measure"],
	every: Every,
	language: Language,
): Change | null {
	const place = firstPlace(line, history, every);
	const last = line.values.length - 1;
	const [from, to, since] = [line.values[place], line.values[last], history.days[place]];
	if (place < 0 || place >= last || !since || typeof from !== "number" || typeof to !== "number") return null;
	if (from === to) return { direction: "same", by: "", count: 0, since };
	const differs = isMoreThanChance(line, history, measure, place, last);
	if (differs === null) return null;
	const alike = { direction: "alike", by: "", count: 0, since } as const;
	if (!differs) return alike;
	const direction = to > from ? "more" : "less";
	const digits = decimalsFor(Math.min(history.base.hosts[place] ?? 0, history.base.hosts[last] ?? 0));
	if (measure === "share") {
		const count = Number(Math.abs(to - from).toFixed(digits));
		const by = translate(language)("sentence.points", { count, text: formatNumber(count, language) });
		return count === 0 ? alike : { direction, by, count, since };
	}
	if (from === 0) return null;
	const ratio = Math.round((to / from) * 10) / 10;
	if (ratio >= 3) return { direction: "times", by: formatNumber(ratio, language), count: ratio, since };
	const count = Number((Math.abs(to / from - 1) * 100).toFixed(Math.min(1, digits)));
	return count === 0 ? alike : { direction, by: formatPercent(count, language), count, since };
}

/**
 * Whether the whole of a statistic differs between two places of its history by more than chance. `null` if the sums are
 * missing that tell it.
 */
export function wholeDiffers(history: Series, place: number, last: number): boolean | null {
	return isMoreThanChance({ bucket: whole }, history, "total", place, last);
}

/** The bucket of the base. */
const whole = "";

/** `null` if the sums are missing that tell it. */
function isMoreThanChance(
	{ bucket }: Pick<Drawn, "bucket">,
	history: Series,
	measure: LineSpec["measure"],
	place: number,
	last: number,
): boolean | null {
	const { slug, unit } = history.statistic;
	// Everything so far is no sample: such a number never falls.
	const statistic = statisticBySlug(slug);
	if (statistic?.over !== "window")
		return !statistic || !countsEvents(statistic) || eventsDiffer(history, bucket, place, last);
	const [a, b] = [countedOn(history, bucket, place), countedOn(history, bucket, last)];
	if (measure === "total") return amountsDiffer(a.row, b.row, unit);
	const [before, after] = [shareOfRow(unit, a.base, a.row), shareOfRow(unit, b.base, b.row)];
	return before && after && sharesDiffer(before, after);
}

function countedOn(history: Series, bucket: string, place: number): { base: CountedRow; row: CountedRow } {
	const { unit } = history.statistic;
	const day = history.days[place] as Day;
	const counted = (own: string, of: Pick<Series["base"], "hosts" | "total"> | undefined): CountedRow => {
		const { squares = null, products = null } = history.sums?.get(sumsKey(day, own)) ?? {};
		return { hosts: of?.hosts[place] ?? 0, total: fromUnit(of?.total[place] ?? 0, unit), squares, products };
	};
	return { base: counted(whole, history.base), row: counted(bucket, columnsOf(history, bucket)) };
}

function columnsOf({ base, series }: Series, bucket: string) {
	return bucket === whole ? base : series.find((one) => one.bucket === bucket);
}

/** Whether two counts of events that happen independently differ by more than chance. */
function eventsDiffer(history: Series, bucket: string, place: number, last: number): boolean {
	const total = columnsOf(history, bucket)?.total;
	const [a, b] = [total?.[place] ?? 0, total?.[last] ?? 0];
	return Math.abs(a - b) > 1.96 * Math.sqrt(a + b);
}

/**
 * The first day with a value and a full window; of weeks, the same week of the year before, or the first. -1 if there is
 * none.
 */
function firstPlace({ values }: Drawn, history: Series, every: Every): number {
	if (isCountOfOneDay(history)) {
		if (every !== "week" || isObservedSlug(history)) return -1;
		const yearBefore = values.length - 1 - 52 * 7;
		if (typeof values[yearBefore] === "number") return yearBefore;
		const first = values.findIndex((value) => value !== null);
		return first < 0 ? -1 : first + 6;
	}
	const start = fullFrom(history);
	return values.findIndex((value, i) => i >= start && value !== null);
}

function isObservedSlug({ statistic: { slug } }: Series): boolean {
	const statistic = statisticBySlug(slug);
	return statistic !== undefined && isObserved(statistic);
}

/** Counts of single days vary by weekday, so two days cannot show a change. */
function isCountOfOneDay({ statistic: { slug } }: Series): boolean {
	const statistic = statisticBySlug(slug);
	return statistic !== undefined && isOfOneDay(statistic);
}

/**
 * When a site begins, its first window fills up, and those days are compared with nothing. The beginning is recognised by
 * the base, which is more than twice as large one window later.
 */
export function fullFrom({ base, windowDays: own }: Series): number {
	const place = Math.min((own ?? Math.max(...Object.values(windowDays))) - 1, base.hosts.length - 1);
	const [first, later] = [base.hosts.find((hosts) => hosts !== null), base.hosts[place]];
	return first !== undefined && (first ?? 0) * 2 < (later ?? 0) ? place : 0;
}
