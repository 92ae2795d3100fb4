/** One statistic on one day: every bucket with its counts and its share. The answer of `/data/{slug}.json`. */
import type { Day } from "#lib/day";
import { defaultLanguage, type Language } from "#lib/language";
import type { Product } from "#lib/product";
import { labelOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import type { DailyRow } from "#lib/store/daily-rows";
import { inUnit, percentOf } from "./amounts";
import { byTotal, type Described, describe } from "./described";

export interface DistributionRow {
	bucket: string;
	label: string;
	hosts: number;
	/** In the statistic's unit. */
	total: number;
	/** Of the base's total, two decimals. */
	percent: number;
	/** How many buckets too small to publish are in this one. */
	merged?: number;
}

export interface Distribution extends Described {
	date: Day;
	base: { hosts: number; total: number };
	rows: DistributionRow[];
}

/** `rows` are those of the day, the base (bucket `""`) among them; `labels` the stored names of buckets. */
export function distribution(
	statistic: Statistic,
	product: Product,
	day: Day,
	rows: readonly DailyRow[],
	labels: ReadonlyMap<string, string> | undefined,
	language: Language = defaultLanguage,
): Distribution {
	const ofDay = rows.filter((row) => row.day === day);
	const base = ofDay.find((row) => row.bucket === "") ?? { hosts: 0, total: 0 };
	const { unit } = statistic;
	const { statistic: described, product: publishedProduct, windowDays } = describe(statistic, product, language);
	return {
		statistic: described,
		product: publishedProduct,
		date: day,
		windowDays,
		base: { hosts: base.hosts, total: inUnit(base.total, unit) },
		rows: ofDay
			.filter((row) => row.bucket !== "")
			.sort(byTotal)
			.map((row) => ({
				bucket: row.bucket,
				label: labelOf(statistic, row.bucket, language, labels),
				hosts: row.hosts,
				total: inUnit(row.total, unit),
				percent: percentOf(row.total, base.total),
				...(row.merged ? { merged: row.merged } : {}),
			})),
	};
}

/** In the natural order of sizes, where buckets have one; else as they come. */
export function inNaturalOrder<T extends { bucket: string }>(
	rows: readonly T[],
	order: Statistic["order"],
): readonly T[] {
	if (!order) return rows;
	const place = ({ bucket }: T) => (order.includes(bucket) ? order.indexOf(bucket) : order.length);
	return [...rows].sort((a, b) => place(a) - place(b));
}
