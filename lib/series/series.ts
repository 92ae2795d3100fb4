/** One statistic over days: every bucket as columns beside the days. The answer of `/data/{slug}/series.json`. */
import { type Day, daysBetween, daysThrough } from "#lib/day";
import { defaultLanguage, type Language } from "#lib/language";
import type { Product } from "#lib/product";
import { labelOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import type { DailyRow } from "#lib/store/daily-rows";
import { inUnit } from "./amounts";
import { byTotal, type Described, describe } from "./described";

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
}

/**
 * `rows` are those from `from` through `to`, the base (bucket `""`) among them: a day without a base was never published.
 * With `buckets`, exactly these are in the answer, be anything in them or not.
 */
export function series(
	statistic: Statistic,
	product: Product,
	{ from, to }: { from: Day; to: Day },
	rows: readonly DailyRow[],
	labels: ReadonlyMap<string, string>,
	{ language = defaultLanguage, buckets }: { language?: Language; buckets?: readonly string[] } = {},
): Series {
	const days = daysThrough(from, to);
	const place = new Map(days.map((day, i) => [day, i]));
	const byBucket = new Map<string, (DailyRow | undefined)[]>(
		(buckets ?? []).map((bucket) => [bucket, new Array(days.length)]),
	);
	for (const row of rows) {
		const i = place.get(row.day);
		if (i === undefined || (buckets && row.bucket !== "" && !buckets.includes(row.bucket))) continue;
		const column = byBucket.get(row.bucket) ?? new Array<DailyRow | undefined>(days.length);
		column[i] = row;
		byBucket.set(row.bucket, column);
	}
	const base = byBucket.get("") ?? new Array<DailyRow | undefined>(days.length);
	byBucket.delete("");

	const column = (ofBucket: (DailyRow | undefined)[], read: (row: DailyRow) => number): Column =>
		days.map((_, i) => {
			const row = ofBucket[i];
			return row ? read(row) : base[i] ? 0 : null;
		});
	const hosts = (ofBucket: (DailyRow | undefined)[]) => column(ofBucket, (row) => row.hosts);
	const total = (ofBucket: (DailyRow | undefined)[]) => column(ofBucket, (row) => inUnit(row.total, statistic.unit));

	return {
		...describe(statistic, product, language),
		from,
		to,
		days,
		base: { hosts: hosts(base), total: total(base) },
		series: [...byBucket]
			.sort(([a, left], [b, right]) =>
				byTotal({ bucket: a, total: left.at(-1)?.total ?? 0 }, { bucket: b, total: right.at(-1)?.total ?? 0 }),
			)
			.map(([bucket, ofBucket]) => ({
				bucket,
				label: labelOf(statistic, bucket, language, labels),
				hosts: hosts(ofBucket),
				total: total(ofBucket),
			})),
	};
}

/** The same over fewer days. */
export function within(history: Series, { from, to }: { from: Day; to: Day }): Series {
	if (from === history.from && to === history.to) return history;
	const [first, end] = [daysBetween(history.from, from), daysBetween(history.from, to) + 1];
	const cut = ({ hosts, total }: { hosts: Column; total: Column }) => ({
		hosts: hosts.slice(first, end),
		total: total.slice(first, end),
	});
	const last = ({ bucket, total }: BucketSeries) => ({ bucket, total: total.at(-1) ?? 0 });
	return {
		...history,
		from,
		to,
		days: history.days.slice(first, end),
		base: cut(history.base),
		series: history.series.map((one) => ({ ...one, ...cut(one) })).sort((a, b) => byTotal(last(a), last(b))),
	};
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
