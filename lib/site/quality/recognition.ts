/** What part of each statistic has no name: what no rule knows, what hosts call unknown, and names of their own. */
import type { Day } from "../../day";
import type { Language } from "../../language";
import type { Product } from "../../product";
import { inUnit, percentOf } from "../../series/amounts";
import { isSentBy, publishedProduct } from "../../series/described";
import { statistics } from "../../statistics";
import { labelOf } from "../../statistics/labels";
import { isOneNumber, type Statistic } from "../../statistics/statistic";
import { type DailyRow, rowsOfDays } from "../../store/daily-rows";

/** Buckets that stand for values without a name. */
export const nameless = ["other", "unknown", "custom", "not-set"];

export interface Recognition {
	statistic: Statistic;
	/** Of the base, in the statistic's unit. */
	total: number;
	/** Without a name, of the base. */
	percent: number;
	/** The buckets of which that is the sum, the largest first. */
	parts: readonly { bucket: string; label: string; percent: number }[];
	/** Values too rare to be published, which are in "other". */
	merged: number;
	/** One host may be in several rows, so that the shares of all rows make more than the whole. */
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
	const base = rows.find(({ bucket }) => bucket === "")?.total ?? 0;
	if (base === 0) return null;
	const counted = rows.filter(({ bucket }) => bucket !== "");
	const unnamed = counted.filter(({ bucket, total }) => nameless.includes(bucket) && total > 0);
	const sum = (some: readonly DailyRow[]) => some.reduce((total, row) => total + row.total, 0);
	return {
		statistic,
		total: inUnit(base, statistic.unit),
		percent: percentOf(sum(unnamed), base),
		parts: unnamed
			.toSorted((a, b) => b.total - a.total)
			.map(({ bucket, total }) => ({
				bucket,
				label: labelOf(statistic, bucket, language),
				percent: percentOf(total, base),
			})),
		merged: counted.find(({ bucket }) => bucket === "other")?.merged ?? 0,
		overlaps: sum(counted) > base,
	};
}
