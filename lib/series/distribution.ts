/** One statistic on one day: every bucket with its counts and its share. The answer of `/data/{slug}.json`. */
import type { Day, Every } from "#lib/day";
import { defaultLanguage, type Language } from "#lib/language";
import { type Product, type PublishedProduct, windowDays } from "#lib/product";
import { labelOf, titleOf } from "#lib/statistics/labels";
import { isOfHosts, publishedProduct, type Statistic, type Unit } from "#lib/statistics/statistic";
import type { DailyRow } from "#lib/store/daily-rows";
import { inUnit, percentOf } from "./amounts";
import type { RestatedDays } from "./restated";

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
	/** In data files: 95 % of the percentage. `null` where the sums are missing from which it is computed. */
	interval?: [low: number, high: number] | null;
}

export interface Distribution extends Described {
	date: Day;
	base: { hosts: number; total: number };
	/** Of units, how many hosts of the base have any; data files do not have it. Absent where nobody can tell. */
	holders?: number;
	rows: DistributionRow[];
	/** Of a whole week or month that ends on the date; absent if of the day. */
	every?: Every;
	/** When and why these numbers were published again, in order; absent if they never were. */
	restated?: Pick<RestatedDays, "at" | "reasons">[];
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
	const described = describe(statistic, product, language);
	return {
		statistic: described.statistic,
		product: described.product,
		date: day,
		windowDays: described.windowDays,
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

/** Percent from which a bucket tells nothing: as good as every host has it. */
const everywhereMin = 99.5;

/** Whether all hosts have it, of a statistic of which each may have several. Charts fold it away. */
export function isEverywhere(
	{ bucket, percent }: Pick<DistributionRow, "bucket" | "percent">,
	{ hasSeveral, unit }: Pick<Statistic, "hasSeveral" | "unit">,
): boolean {
	return hasSeveral === true && unit === "hosts" && bucket !== "other" && percent >= everywhereMin;
}

/** Without those that all hosts have, unless there is nothing else. */
export function telling<T extends Pick<DistributionRow, "bucket" | "percent">>(
	rows: readonly T[],
	statistic: Pick<Statistic, "hasSeveral" | "unit">,
): readonly T[] {
	const some = rows.filter((row) => !isEverywhere(row, statistic));
	return some.some(({ bucket }) => bucket !== "other") ? some : rows;
}

/** How many a share is of: hosts, or what was observed where there are none. It decides how many digits a share has. */
export function supportOf({ hosts, total }: { hosts: number; total: number }, unit: Unit): number {
	return isOfHosts(unit) ? hosts : total;
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

export interface Described {
	statistic: { slug: string; title: string; unit: Unit; section: string | null };
	product: PublishedProduct;
	/** `null` if there is no single window: statistics over all reports, or over both products. */
	windowDays: number | null;
}

export function describe(statistic: Statistic, product: Product, language: Language): Described {
	const section = statistic.over === "window" && statistic.section !== "activity" ? statistic.section : null;
	const hasOneWindow = statistic.over === "window" && !statistic.acrossProducts;
	return {
		statistic: { slug: statistic.slug, title: titleOf(statistic, language), unit: statistic.unit, section },
		product: publishedProduct(statistic, product),
		windowDays: hasOneWindow ? windowDays[product] : null,
	};
}

/** Larger first, then by bucket; what was merged is last whatever its size. */
export function byTotal(a: { bucket: string; total: number }, b: { bucket: string; total: number }): number {
	if (a.bucket === "other" || b.bucket === "other") return Number(a.bucket === "other") - Number(b.bucket === "other");
	return b.total - a.total || (a.bucket < b.bucket ? -1 : 1);
}
