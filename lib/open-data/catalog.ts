/** `/data/index.json`: the catalog for programs, with the addresses of everything. */
import { defaultLanguage } from "#lib/language";
import { defaultProduct, products, windowDays } from "#lib/product";
import type { IndexOfData } from "#lib/schemas/answers";
import { describe } from "#lib/series/distribution";
import { statistics } from "#lib/statistics/index";
import { aboutOf } from "#lib/statistics/labels";
import { isAcrossProducts } from "#lib/statistics/statistic";
import type { Published } from "#lib/store/daily-rows";

export function indexOfData(published: Published | null): IndexOfData {
	return {
		published: published && { from: published.firstDay, to: published.lastDay },
		products: products.map((product) => ({ product, windowDays: windowDays[product] })),
		statistics: statistics.map((statistic) => {
			const { slug } = statistic;
			return {
				...describe(statistic, defaultProduct, defaultLanguage).statistic,
				about: aboutOf(statistic, defaultLanguage),
				page: statistic.page,
				products: isAcrossProducts(statistic) ? ["all"] : [...statistic.products],
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
				},
			};
		}),
	};
}
