/** The method of every statistic, with examples from one published day. */
import { readDistribution } from "../answers/read";
import type { Day } from "../day";
import type { Language } from "../language";
import type { Product } from "../product";
import { isSentBy } from "../series/described";
import { type Method, methodOf } from "../series/method";
import { type Recipe, recipeOf } from "../series/recipe";
import { statistics } from "../statistics";
import type { Statistic } from "../statistics/statistic";
import type { Published } from "../store/daily-rows";
import { remembered } from "./remembered";

export interface StatisticMethod {
	statistic: Statistic;
	/** The one looked at, or where it does not have the statistic, the one that has. */
	product: Product;
	method: Method;
	recipe: Recipe;
}

export async function methodsOn(
	day: Day,
	wanted: Product,
	language: Language,
	{ revision }: Published,
): Promise<StatisticMethod[]> {
	return remembered(revision, ["methods", wanted, day, language].join(" "), () =>
		Promise.all(
			statistics.map(async (statistic) => {
				const product = isSentBy(statistic, wanted) ? wanted : (statistic.products[0] ?? wanted);
				const shown = await readDistribution(statistic, product, day, language);
				return {
					statistic,
					product,
					method: methodOf(statistic, product, shown, language),
					recipe: recipeOf(statistic, product, day),
				};
			}),
		),
	);
}
