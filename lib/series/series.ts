/** One statistic over days: every bucket as columns beside the days. The answer of `/data/{slug}/series.json`. */
import { type Day, daysBetween, daysThrough, endOfPeriod } from "#lib/day";
import { defaultLanguage, type Language } from "#lib/language";
import type { Product } from "#lib/product";
import { labelOf } from "#lib/statistics/labels";
import { isObserved, type Statistic } from "#lib/statistics/statistic";
import type { DailyRow } from "#lib/store/daily-rows";
import type { BucketColumns } from "#lib/store/monthly-columns";
import { inUnit } from "./amounts";
import { byTotal, type Described, describe } from "./distribution";
import { type RestatedDays, restatedWithin } from "./restated";

/** One value a day: `null` where the day was never published, 0 where nothing was counted. */
export type Column = (number | null)[];

export interface BucketSeries {
	bucket: string;
	label: string;
	hosts: Column;
	/** In the statistic's unit. */
	total: Column;
}

export interface Series extends Described {
	from: Day;
	to: Day;
	days: Day[];
	base: { hosts: Column; total: Column };
	/** Sorted as on the last day. */
	series: BucketSeries[];
	/** Days that were published again, and why; absent if none were. */
	restated?: RestatedDays[];
	/** Of units, on the days that the sentence of a chart compares; data files have none. */
	sums?: SumsOfDays;
	/** When hardly any reports came; data files do not have it. */
	quiet?: readonly QuietTime[];
	/** Of units, how many hosts of the base have any on the last day; data files do not have it. Absent where nobody can tell. */
	holders?: number;
}

export interface QuietTime {
	from: Day;
	to: Day;
	/** The name of the one product of several whose reports stayed away. */
	only?: string;
}

/** What intervals of units are computed from, by day and bucket: see `sumsKey`. */
export type SumsOfDays = ReadonlyMap<string, { squares: number; products: number }>;
export const sumsKey = (day: Day, bucket: string) => `${day} ${bucket}`;

/**
 * `columns` are those from `from` through `to`, the base (bucket `""`) among them: a day without a base was never
 * published. With `buckets`, exactly these are in the answer, even if empty. `labels` are the stored names of buckets; `days`
 * are those of the range, where they are known.
 */
export function series(
	statistic: Statistic,
	product: Product,
	{ from, to }: { from: Day; to: Day },
	columns: readonly BucketColumns[],
	labels: ReadonlyMap<string, string> | undefined,
	{
		language = defaultLanguage,
		buckets,
		days = daysThrough(from, to),
	}: { language?: Language; buckets?: readonly string[] | undefined; days?: Day[] } = {},
): Series {
	const byBucket = new Map(columns.map((one) => [one.bucket, one]));
	const base = byBucket.get("") ?? noColumns;
	const empty: Column = days.map(() => null);
	for (const place of base.places) empty[place] = 0;
	const filled = ({ places }: BucketColumns, values: readonly number[], read = (value: number) => value): Column => {
		const column = empty.slice();
		for (let i = 0; i < places.length; i++) column[places[i] ?? 0] = read(values[i] ?? 0);
		return column;
	};
	const columnsOf = (one: BucketColumns) => ({
		hosts: filled(one, one.hosts),
		total: filled(one, one.totals, (amount) => inUnit(amount, statistic.unit)),
	});
	const lastOf = ({ total }: BucketSeries) => total.at(-1) ?? 0;
	return {
		...describe(statistic, product, language),
		from,
		to,
		days,
		base: columnsOf(base),
		series: [...new Set(buckets ?? byBucket.keys())]
			.filter((bucket) => bucket !== "")
			.map((bucket) => ({
				bucket,
				label: labelOf(statistic, bucket, language, labels),
				...columnsOf(byBucket.get(bucket) ?? noColumns),
			}))
			.sort((a, b) => byTotal({ bucket: a.bucket, total: lastOf(a) }, { bucket: b.bucket, total: lastOf(b) })),
	};
}

const noColumns: BucketColumns = { bucket: "", places: [], hosts: [], totals: [] };

/** The same over fewer days. */
export function within(history: Series, { from, to }: { from: Day; to: Day }): Series {
	if (from === history.from && to === history.to) return history;
	const [first, end] = [daysBetween(history.from, from), daysBetween(history.from, to) + 1];
	const cut = ({ hosts, total }: { hosts: Column; total: Column }) => ({
		hosts: hosts.slice(first, end),
		total: total.slice(first, end),
	});
	const last = ({ bucket, total }: BucketSeries) => ({ bucket, total: total.at(-1) ?? 0 });
	const { restated, holders, ...rest } = history;
	return {
		...rest,
		...restatedWithin(restated, { from, to }),
		...(holders !== undefined && to === history.to ? { holders } : {}),
		from,
		to,
		days: history.days.slice(first, end),
		base: cut(history.base),
		series: history.series.map((one) => ({ ...one, ...cut(one) })).sort((a, b) => byTotal(last(a), last(b))),
	};
}

/** For charts: the number of a week or a month holds on each of its days. */
export function heldOver(history: Series, statistic: Statistic): Series {
	if (!isObserved(statistic) || statistic.every === "day") return history;
	const ends = history.days.map((day) => endOfPeriod(day, statistic.every));
	const placeOf = new Map(history.days.map((day, place) => [day, place]));
	const held = (column: Column): Column => ends.map((end) => column[placeOf.get(end) ?? -1] ?? null);
	const holding = <T extends { hosts: Column; total: Column }>(one: T): T => ({
		...one,
		hosts: held(one.hosts),
		total: held(one.total),
	});
	return { ...history, base: holding(history.base), series: history.series.map(holding) };
}

/** How each bucket went, in a few points: the small lines in a table. */
export interface Courses {
	days: readonly Day[];
	/** One for each day, from 0 to the bucket's highest, which is 1; `null` where the day was not published. */
	byBucket: ReadonlyMap<string, readonly (number | null)[]>;
}

/** `rows` are those of the days, the base (bucket `""`) among them. */
export function coursesOf(days: readonly Day[], rows: readonly DailyRow[], measure: "share" | "total"): Courses {
	const base = new Map(rows.filter(({ bucket }) => bucket === "").map(({ day, total }) => [day, total]));
	const totals = new Map<string, Map<Day, number>>();
	for (const { bucket, day, total } of rows) {
		if (bucket === "") continue;
		const known = totals.get(bucket) ?? new Map<Day, number>();
		totals.set(bucket, known.set(day, total));
	}
	const courseOf = (ofBucket: ReadonlyMap<Day, number>) => {
		const values = days.map((day) => {
			const whole = base.get(day);
			if (whole === undefined) return null;
			const total = ofBucket.get(day) ?? 0;
			return measure === "total" ? total : whole > 0 ? total / whole : null;
		});
		const most = Math.max(...values.map((value) => value ?? 0));
		return values.map((value) => (value === null || most === 0 ? value : value / most));
	};
	return { days, byBucket: new Map([...totals].map(([bucket, ofBucket]) => [bucket, courseOf(ofBucket)])) };
}
