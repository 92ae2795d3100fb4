/** What part of each statistic has no name: what no rule knows, what hosts call unknown, and names of their own. */
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import { inUnit, percentOf } from "#lib/series/amounts";
import { isSentBy, publishedProduct } from "#lib/series/described";
import { statistics } from "#lib/statistics/index";
import { labelOf } from "#lib/statistics/labels";
import { isOneNumber, type Statistic, type Unit } from "#lib/statistics/statistic";
import { type DailyRow, rowsOfDays } from "#lib/store/daily-rows";

/** Buckets that stand for values without a name. */
export const nameless = ["other", "unknown", "custom", "not-set"];

export interface Recognition {
	statistic: Statistic;
	/** Of what the percentages are. */
	base: { amount: number; unit: Unit };
	/** Without a name, of the base. */
	percent: number;
	/** The buckets of which that is the sum, the largest first. */
	parts: readonly { bucket: string; label: string; percent: number }[];
	/** Values too rare to be published, which are in "other". */
	merged: number;
	/** A host may be in several rows, which together make more than the whole: so hosts are counted, each once. */
	overlaps: boolean;
}

/** Of the statistics in which something is counted, that with the largest part first. */
export async function recognitionOn(day: Day, product: Product, language: Language): Promise<Recognition[]> {
	const compared = statistics.filter((one) => isSentBy(one, product) && !isOneNumber(one));
	const rows = await rowsOfDays(
		compared.map(({ slug }) => slug),
		[day],
	);
	return compared
		.flatMap((statistic) => {
			const published = publishedProduct(statistic, product);
			const own = rows.filter((row) => row.product === published && row.statistic === statistic.slug);
			return recognitionOf(statistic, own, language) ?? [];
		})
		.sort((a, b) => b.percent - a.percent);
}

function recognitionOf(statistic: Statistic, rows: readonly DailyRow[], language: Language): Recognition | null {
	const base = rows.find(({ bucket }) => bucket === "");
	if (!base?.total) return null;
	const counted = rows.filter(({ bucket }) => bucket !== "");
	const overlaps = sumOf(counted, "total") > base.total;
	const measure = overlaps ? "hosts" : "total";
	const unnamed = counted.filter((row) => nameless.includes(row.bucket) && row[measure] > 0);
	return {
		statistic,
		base: overlaps
			? { unit: "hosts", amount: base.hosts }
			: { unit: statistic.unit, amount: inUnit(base.total, statistic.unit) },
		percent: percentOf(sumOf(unnamed, measure), base[measure]),
		parts: unnamed
			.toSorted((a, b) => b[measure] - a[measure])
			.map((row) => ({
				bucket: row.bucket,
				label: labelOf(statistic, row.bucket, language),
				percent: percentOf(row[measure], base[measure]),
			})),
		merged: counted.find(({ bucket }) => bucket === "other")?.merged ?? 0,
		overlaps,
	};
}

function sumOf(rows: readonly DailyRow[], measure: "hosts" | "total"): number {
	return rows.reduce((sum, row) => sum + row[measure], 0);
}
