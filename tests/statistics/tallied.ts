/** Tallies a statistic in a test, as `bucket:amount` words. */
import type { Facts, SectionName } from "#lib/facts/sections";
import type { Product } from "#lib/product";
import { statisticBySlug } from "#lib/statistics/index";
import type { WindowStatistic } from "#lib/statistics/statistic";

export function windowStatistic(slug: string): WindowStatistic {
	const statistic = statisticBySlug(slug);
	if (statistic?.over !== "window") throw new Error(`${slug} is no statistic over the window`);
	return statistic;
}

export function tallied(slug: string, facts: Facts[SectionName], product: Product = "openvz7"): string {
	const counts = windowStatistic(slug).tally(facts, product);
	return counts.map(({ bucket, amount }) => `${bucket}:${amount}`).join(" ");
}

/** The amount of the base, by the rule for those that do not say. */
export function baseOf(slug: string, facts: Facts[SectionName]): number {
	const { unit, baseAmount, tally } = windowStatistic(slug);
	if (baseAmount) return baseAmount(facts);
	return unit === "hosts" ? 1 : tally(facts, "openvz7").reduce((sum, { amount }) => sum + amount, 0);
}
