/** In which buckets of which statistics a host counts by one section. */
import type { Facts, SectionName } from "#lib/facts/sections";
import { catalogOf, holds, tallyOf } from "#lib/host-history/tally";
import type { Product } from "#lib/product";
import { statistics } from "#lib/statistics/index";
import type { Counted, Statistic } from "#lib/statistics/statistic";

export interface Count extends Counted {
	statistic: Statistic;
}

const catalog = catalogOf(statistics);

export function countsOf(section: SectionName, facts: Facts[SectionName], product: Product): Count[] {
	const overWindow = catalog.windowStatistics(section, product).flatMap((statistic) =>
		[...tallyOf(statistic, facts, product).values()]
			// The base is no bucket.
			.filter(({ bucket }) => bucket !== "")
			.map((counted) => ({ statistic, ...counted })),
	);
	const ever = catalog.everStatistics
		.filter((statistic) => statistic.products.includes(product) && holds(statistic, { [section]: facts }))
		.map((statistic) => ({ statistic, bucket: "all", amount: 1 }));
	return [...overWindow, ...ever];
}
