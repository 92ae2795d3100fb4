/**
 * What a statistic of containers, VMs, disks, … looks like counted in hosts: the same rows, with the hosts that have any of
 * them as the amount. Data files always have both numbers; this is for charts, tables and sentences.
 */
import type { ChartView } from "#lib/address/chart-view";
import { inPercent, wilson } from "#lib/questions/intervals";
import { hasHostsBeside, isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { percentOf } from "./amounts";
import { byTotal, type Distribution, type DistributionRow } from "./distribution";
import type { BucketSeries, Series } from "./series";

/** Whether there is a choice: a statistic that counts hosts, or one number, has none. */
export function hasUnits(statistic: Statistic): boolean {
	return hasHostsBeside(statistic.unit) && !isOneNumber(statistic);
}

/** A statistic of units is counted in hosts if the reader wants it, or by default if it tells how much each host has. */
export function countsHosts(statistic: Statistic, { count }: Pick<ChartView, "count">): boolean {
	return hasUnits(statistic) && (count ?? (statistic.isPerHost ? "hosts" : "units")) === "hosts";
}

/** The statistic with the unit in which it is counted. */
export function countedStatistic(statistic: Statistic, chart: Pick<ChartView, "count">): Statistic {
	return countsHosts(statistic, chart) ? { ...statistic, unit: "hosts" } : statistic;
}

export function distributionInHosts(shown: Distribution): Distribution {
	const { statistic, base, rows, holders: _, ...rest } = shown;
	return {
		...rest,
		statistic: { ...statistic, unit: "hosts" },
		base: { hosts: base.hosts, total: base.hosts },
		rows: rows
			.map(({ interval, ...row }) => ({
				...row,
				total: row.hosts,
				percent: percentOf(row.hosts, base.hosts),
				...(interval === undefined ? {} : { interval: intervalOfHosts(row.hosts, base.hosts) }),
			}))
			.sort(byTotal),
	};
}

const intervalOfHosts = (hosts: number, base: number) =>
	inPercent(wilson({ share: base > 0 ? hosts / base : 0, size: base }));

export function seriesInHosts(history: Series): Series {
	const { statistic, base, series, sums: _, holders: __, ...rest } = history;
	const last = ({ bucket, hosts }: BucketSeries) => ({ bucket, total: hosts.at(-1) ?? 0 });
	return {
		...rest,
		statistic: { ...statistic, unit: "hosts" },
		base: { hosts: base.hosts, total: base.hosts },
		series: series.map((one) => ({ ...one, total: one.hosts })).sort((a, b) => byTotal(last(a), last(b))),
	};
}

/** Beside hosts the units, beside units the hosts; `null` where only hosts are counted. */
export function otherNumberOf(distribution: Distribution, counted: Distribution) {
	const { unit } = distribution.statistic;
	if (!hasHostsBeside(unit)) return null;
	const { base, rows } = distribution;
	if (counted.statistic.unit !== "hosts")
		return { unit: "hosts", of: ({ hosts }: DistributionRow) => hosts, all: base.hosts } as const;
	const totals = new Map(rows.map(({ bucket, total }) => [bucket, total]));
	return { unit, of: ({ bucket }: DistributionRow) => totals.get(bucket) ?? 0, all: base.total } as const;
}
