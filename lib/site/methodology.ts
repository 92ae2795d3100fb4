/** The methods of statistics, with examples from one published day. */
import type { Day } from "#lib/day";
import { largestHost } from "#lib/facts/maxima";
import { formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import { readDistributions } from "#lib/query/read";
import { type Method, methodOf } from "#lib/series/method";
import { type Recipe, recipeOf } from "#lib/series/recipe";
import { statisticsWith } from "#lib/statistics/index";
import type { Page } from "#lib/statistics/pages";
import { isSentBy, type Statistic } from "#lib/statistics/statistic";
import type { Published } from "#lib/store/daily-rows";

/** The most that a real host has, for the text that says so. */
export function largestAmounts(language: Language): Readonly<Record<keyof typeof largestHost, string>> {
	const { containers, vms, disks, storageTb, memoryTib } = largestHost;
	const text = (amount: number) => formatNumber(amount, language);
	return {
		containers: text(containers),
		vms: text(vms),
		disks: text(disks),
		storageTb: text(storageTb),
		memoryTib: text(memoryTib),
	};
}

interface StatisticMethod {
	statistic: Statistic;
	/** The wanted product, or if its hosts do not report the statistic, the one whose hosts do. */
	product: Product;
	method: Method;
	recipe: Recipe;
}

/** Of the statistics of a page. */
export async function methodsOn(
	page: Page,
	{ day, published }: { day: Day; published: Published },
	wanted: Product,
	language: Language,
): Promise<StatisticMethod[]> {
	const all = statisticsWith(published.observed)
		.filter((statistic) => statistic.page === page.slug)
		.map((statistic) => ({
			statistic,
			product: isSentBy(statistic, wanted) ? wanted : (statistic.products[0] ?? wanted),
		}));
	const distributions = await readDistributions(all, day, language);
	return distributions.map((shown, i) => {
		const { statistic, product } = all[i] as (typeof all)[number];
		return {
			statistic,
			product,
			method: methodOf(statistic, product, shown, language),
			recipe: recipeOf(statistic, product, shown.date),
		};
	});
}
