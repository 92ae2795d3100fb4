/**
 * The catalog as the fold needs it: which statistics read a section, and what a host's facts count for in each. The base
 * amount of a statistic that does not count hosts is kept as bucket "".
 */
import type { Facts, SectionName } from "#lib/facts/sections";
import type { Product } from "#lib/product";
import type { Counted, EverStatistic, Statistic, WindowStatistic } from "#lib/statistics/statistic";

export interface Catalog {
	statistics: readonly Statistic[];
	windowStatistics(section: SectionName, product: Product): readonly WindowStatistic[];
	everStatistics: readonly EverStatistic[];
}

export function catalogOf(statistics: readonly Statistic[]): Catalog {
	const overWindow = statistics.filter((statistic) => statistic.over === "window");
	// The fold asks for every section of every report.
	const bySection = new Map<string, WindowStatistic[]>();
	for (const statistic of overWindow) {
		for (const product of statistic.products) {
			const key = `${product} ${statistic.section}`;
			bySection.set(key, [...(bySection.get(key) ?? []), statistic]);
		}
	}
	return {
		statistics,
		windowStatistics: (section, product) => bySection.get(`${product} ${section}`) ?? [],
		everStatistics: statistics.filter((statistic) => statistic.over === "ever"),
	};
}

/** Buckets and amounts of one host in one statistic, base amount included. */
export function tallyOf(
	statistic: WindowStatistic,
	facts: Facts[SectionName],
	product: Product,
): ReadonlyMap<string, Counted> {
	const counted = new Map(statistic.tally(facts, product).map((one) => [one.bucket, one]));
	if (statistic.unit === "hosts") return counted;
	const base = statistic.baseAmount?.(facts) ?? [...counted.values()].reduce((sum, one) => sum + one.amount, 0);
	if (base > 0) counted.set("", { bucket: "", amount: base });
	return counted;
}

/** Whether a report makes an "ever" statistic true. */
export function holds(statistic: EverStatistic, sections: Partial<Facts>): boolean {
	return (Object.keys(statistic.holds) as SectionName[]).some((section) => {
		const facts = sections[section];
		// Each predicate is stored under the section whose facts it takes.
		const test = statistic.holds[section] as ((facts: Facts[SectionName]) => boolean) | undefined;
		return facts !== undefined && test?.(facts) === true;
	});
}
