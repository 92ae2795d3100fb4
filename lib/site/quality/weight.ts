/** How much of each total one host has: a host that is much larger than the others moves a total by itself. */
import type { Day } from "#lib/day";
import type { Product } from "#lib/product";
import { inUnit, percentOf } from "#lib/series/amounts";
import { statistics } from "#lib/statistics/index";
import { isSentBy, type Unit, type WindowStatistic } from "#lib/statistics/statistic";
import { largestHosts } from "#lib/store/largest-hosts";

export interface Weight {
	/** The first of those that are shares of this total. */
	statistic: WindowStatistic;
	/** Of the total, on the host that has most. */
	percent: number;
	hosts: number;
	total: { amount: number; unit: Unit };
}

/** Each total that statistics are shares of, once; the one of which a host has most first. */
export async function weightsOn(day: Day, product: Product): Promise<Weight[]> {
	const rows = await largestHosts(product, day);
	const byTotal = new Map<string, Weight>();
	for (const statistic of countingOthers(product)) {
		const row = rows.find((one) => one.statistic === statistic.slug);
		if (!row) continue;
		const { hosts, largest, total } = row;
		const { section, unit } = statistic;
		// States, sizes and layouts of containers are shares of one and the same total.
		const key = [section, unit, hosts, largest, total].join(" ");
		if (byTotal.has(key)) continue;
		byTotal.set(key, {
			statistic,
			percent: percentOf(largest, total),
			hosts,
			total: { amount: inUnit(total, unit), unit },
		});
	}
	return [...byTotal.values()].sort((a, b) => b.percent - a.percent || (a.statistic.slug < b.statistic.slug ? -1 : 1));
}

/** The statistics that count something else than hosts. */
function countingOthers(product: Product): WindowStatistic[] {
	return statistics.filter(
		(one) => one.over === "window" && one.unit !== "hosts" && isSentBy(one, product),
	) as WindowStatistic[];
}
