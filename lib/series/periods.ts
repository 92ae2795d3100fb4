/** Counts of what happened, as those of whole weeks or months: single days differ by weekday, and say little. */
import { type Day, type Every, endOfPeriod, startOfPeriod } from "#lib/day";
import { formatDay, formatDays } from "#lib/format";
import type { Language } from "#lib/language";
import { countsEvents, isObserved, isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { percentOf } from "./amounts";
import type { LineSpec, Period } from "./chart-spec";
import { byTotal, type Distribution } from "./distribution";
import { type Column, type Series, within } from "./series";

interface Counted {
	/** On each day of a period, its number; `null` on the days of a period that is not whole. */
	history: Series;
	/** The same up to the last whole period, of which sentences and labels tell. */
	told: Series;
	every: Every;
	/** The whole periods. */
	periods: Period[];
}

/** Fewer weeks show no course: days do. */
const weeksMin = 3;
/** More weeks than these are too thin to be told apart on a phone. */
const weeksMax = 160;

/** `null` if the statistic counts no events. The numbers of a statistic that is observed weekly or monthly hold already (`heldOver`). */
export function inPeriods(history: Series, statistic: Statistic): Counted | null {
	if (!countsEvents(statistic)) return null;
	const { days } = history;
	const own = isObserved(statistic) ? statistic.every : "day";
	if (own !== "day") return counted(history, own, periodsOf(days, own));
	const weeks = periodsOf(days, "week").filter((period) => isWhole(period, days, "week"));
	if (weeks.length < weeksMin) return counted(history, own, periodsOf(days, own));
	const every = weeks.length > weeksMax ? "month" : "week";
	const isKnown = ({ from, to }: Period) => !history.base.total.slice(from, to + 1).includes(null);
	const periods = (every === "week" ? weeks : periodsOf(days, every)).filter(
		(period) => isWhole(period, days, every) && isKnown(period),
	);
	const summed = (column: Column): Column => {
		const sums: Column = days.map(() => null);
		for (const { from, to } of periods) {
			const sum = column.slice(from, to + 1).reduce<number>((all, value) => all + (value ?? 0), 0);
			sums.fill(sum, from, to + 1);
		}
		return sums;
	};
	const summing = <T extends { hosts: Column; total: Column }>(one: T): T => ({
		...one,
		hosts: summed(one.hosts),
		total: summed(one.total),
	});
	const inSums = { ...history, base: summing(history.base), series: history.series.map(summing) };
	return counted(inSums, every, periods);
}

function counted(history: Series, every: Every, periods: Period[]): Counted {
	const last = history.days[history.base.total.findLastIndex((total) => total !== null)];
	return { history, told: within(history, { from: history.from, to: last ?? history.to }), every, periods };
}

/**
 * Of what happens on single days: the last whole week or month of its chart. `null` where the day tells as much, and where
 * there is none yet. The history has all buckets.
 */
export function lastPeriod(ofDay: Distribution, history: Series, statistic: Statistic): Distribution | null {
	const counts = isOneNumber(statistic) ? null : inPeriods(history, statistic);
	if (!counts || counts.every === "day" || counts.periods.length === 0) return null;
	const { base, series, to } = counts.told;
	const last = (of: { hosts: Column; total: Column }) => ({ hosts: of.hosts.at(-1) ?? 0, total: of.total.at(-1) ?? 0 });
	const whole = last(base);
	return {
		...ofDay,
		date: to,
		every: counts.every,
		base: whole,
		rows: series
			.map((one) => ({ ...last(one), bucket: one.bucket, label: one.label }))
			.filter(({ total }) => total > 0)
			.map((row) => ({ ...row, percent: percentOf(row.total, whole.total) }))
			.sort(byTotal),
	};
}

/** Those that the days are in; the first and the last may be cut off. Weeks begin on Monday. */
function periodsOf(days: readonly Day[], every: Every): Period[] {
	const periods: Period[] = [];
	for (let from = 0; from < days.length; ) {
		const day = days[from] as Day;
		const length = { day: 1, week: 7 - weekdayOf(day), month: Number(endOfPeriod(day, "month").slice(-2)) }[every];
		const to = every === "month" ? from + length - Number(day.slice(-2)) : from + length - 1;
		periods.push({ from, to: Math.min(to, days.length - 1) });
		from = to + 1;
	}
	return periods;
}

/** 0 is Monday. */
const weekdayOf = (day: Day) => (new Date(day).getUTCDay() + 6) % 7;

function isWhole({ from, to }: Period, days: readonly Day[], every: Every): boolean {
	const [first, last] = [days[from], days[to]];
	if (!first || !last) return false;
	return startOfPeriod(first, every) === first && endOfPeriod(first, every) === last;
}

export function periodAt({ periods }: Pick<LineSpec, "periods">, place: number): Period | undefined {
	return periods?.find(({ from, to }) => from <= place && place <= to);
}

/** The day at a place, or the days of its week or month: `16 – 22 November 2026`. */
export function dateTextAt(spec: Pick<LineSpec, "days" | "periods" | "language">, place: number): string {
	const { from, to } = periodAt(spec, place) ?? { from: place, to: place };
	const [first, last] = [spec.days[from], spec.days[to]];
	return first && last ? periodText(first, last, spec.language) : "";
}

export function periodText(first: Day, last: Day, language: Language): string {
	if (first === last) return formatDay(last, language);
	const isMonth = startOfPeriod(first, "month") === first && endOfPeriod(first, "month") === last;
	return isMonth ? formatDay(last, language, "wholeMonth") : formatDays(first, last, language);
}
