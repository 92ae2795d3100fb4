/** `/data/index.json`: the catalog for programs, with the addresses of everything. */
import type { Day } from "#lib/day";
import { defaultLanguage } from "#lib/language";
import { defaultProduct, products, windowDays } from "#lib/product";
import type { IndexOfData } from "#lib/schemas/answers";
import { describe } from "#lib/series/distribution";
import { statisticsWith } from "#lib/statistics/index";
import { aboutOf } from "#lib/statistics/labels";
import { canCompare, hasShares } from "#lib/statistics/questions";
import { isAcrossProducts, isObserved, type Statistic } from "#lib/statistics/statistic";
import type { Published } from "#lib/store/daily-rows";

/** `observed` may have numbers before anything is published of the hosts. */
export function indexOfData(published: Published | null, observed: Published["observed"]): IndexOfData {
	return {
		published: published && { from: published.firstDay, to: published.lastDay },
		products: products.map((product) => ({ product, windowDays: windowDays[product] })),
		statistics: statisticsWith(observed).map((statistic) => {
			const { slug } = statistic;
			return {
				...describe(statistic, defaultProduct, defaultLanguage).statistic,
				about: aboutOf(statistic, defaultLanguage),
				page: statistic.page,
				// Nothing observed is part of the digests of days, which are made of the rows of products.
				products: isAcrossProducts(statistic) && !isObserved(statistic) ? ["all"] : [...statistic.products],
				...rangeOf(observed.get(slug)),
				/** Buckets with fewer hosts are merged into `other`. */
				hostsMin: statistic.threshold,
				links: {
					page: `/statistics/${slug}`,
					json: `/data/${slug}.json`,
					csv: `/data/${slug}.csv`,
					xlsx: `/data/${slug}.xlsx`,
					seriesJson: `/data/${slug}/series.json`,
					seriesCsv: `/data/${slug}/series.csv`,
					seriesXlsx: `/data/${slug}/series.xlsx`,
					...questionLinks(statistic),
				},
			};
		}),
	};
}

const rangeOf = (range: { firstDay: Day; lastDay: Day } | undefined) =>
	range ? { observed: { from: range.firstDay, to: range.lastDay } } : {};

/** Of the questions that it can answer. */
function questionLinks(statistic: Statistic): Record<string, string> {
	const { slug } = statistic;
	const names = [
		...(statistic.over === "window" ? ["why"] : []),
		...(canCompare(statistic) ? ["compare"] : []),
		...(hasShares(statistic) ? ["retire", "cross"] : []),
	];
	return Object.fromEntries(names.map((name) => [name, `/data/${slug}/${name}.json`]));
}
