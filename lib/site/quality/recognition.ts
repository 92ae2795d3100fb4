/** How much of each statistic has no name: what no rule recognises, what hosts call unknown, and custom names. */
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import { inUnit, percentOf } from "#lib/series/amounts";
import { statistics } from "#lib/statistics/index";
import { labelOf } from "#lib/statistics/labels";
import {
	isObserved,
	isOneNumber,
	isSentBy,
	publishedProduct,
	type Statistic,
	type Unit,
} from "#lib/statistics/statistic";
import { bucketsOn } from "#lib/store/daily-rows";

/** Buckets of values without a name. */
const nameless = ["other", "unknown", "custom", "not-set"];

export interface Recognition {
	statistic: Statistic;
	/** What the percentages are shares of. */
	base: { hosts: number; amount: number; unit: Unit };
	/** The share without a name. */
	percent: number;
	/** The buckets that add up to it, largest first. */
	parts: readonly { bucket: string; label: string; percent: number }[];
	/** How many values in "other" are too rare to be published. */
	merged: number;
	/** A host may be in several rows, so the rows add up to more than the base: hosts are counted instead, each once. */
	overlaps: boolean;
}

/** Of statistics in which something is counted, largest share first. */
export async function recognitionOn(day: Day, product: Product, language: Language): Promise<Recognition[]> {
	const compared = statistics.filter((one) => isSentBy(one, product) && !isOneNumber(one) && !isObserved(one));
	const wanted = compared.map((one) => ({ product: publishedProduct(one, product), statistic: one.slug }));
	const rows = await bucketsOn(wanted, day, ["", ...nameless]);
	return compared
		.flatMap(
			(statistic) =>
				recognitionOf(
					statistic,
					rows.filter((row) => row.statistic === statistic.slug),
					language,
				) ?? [],
		)
		.sort((a, b) => b.percent - a.percent);
}

type Row = Awaited<ReturnType<typeof bucketsOn>>[number];

function recognitionOf(statistic: Statistic, rows: readonly Row[], language: Language): Recognition | null {
	const base = rows.find(({ bucket }) => bucket === "");
	if (!base?.total) return null;
	const overlaps = base.counted > base.total;
	const measure = overlaps ? "hosts" : "total";
	const unnamed = rows.filter((row) => row.bucket !== "" && row[measure] > 0);
	return {
		statistic,
		base: {
			hosts: base.hosts,
			...(overlaps
				? { unit: "hosts", amount: base.hosts }
				: { unit: statistic.unit, amount: inUnit(base.total, statistic.unit) }),
		},
		percent: percentOf(
			unnamed.reduce((sum, row) => sum + row[measure], 0),
			base[measure],
		),
		parts: unnamed
			.toSorted((a, b) => b[measure] - a[measure])
			.map((row) => ({
				bucket: row.bucket,
				label: labelOf(statistic, row.bucket, language),
				percent: percentOf(row[measure], base[measure]),
			})),
		merged: rows.find(({ bucket }) => bucket === "other")?.merged ?? 0,
		overlaps,
	};
}
