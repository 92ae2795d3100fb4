/**
 * What a statistic of containers, VMs, disks, … looks like counted in hosts: the same rows, with the hosts that have any of
 * them as the amount. Data files always have both numbers; this is for charts, tables and sentences.
 */
import type { ChartView } from "#lib/address/chart-view";
import { hasHostsBeside, isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { percentOf } from "./amounts";
import { byTotal, type Distribution } from "./distribution";
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
		rows: rows.map((row) => ({ ...row, total: row.hosts, percent: percentOf(row.hosts, base.hosts) })).sort(byTotal),
	};
}

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
