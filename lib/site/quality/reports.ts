/** Whether reports arrive as usual: the reports of a day compared with earlier days, and days without reports. */
import { type Day, plusDays } from "#lib/day";
import { defaultLanguage } from "#lib/language";
import { type Product, windowDays } from "#lib/product";
import { readBase, readSeries } from "#lib/query/read";
import hostsActive from "#lib/statistics/hosts-active";
import reports from "#lib/statistics/reports";
import type { Published } from "#lib/store/daily-rows";

/** Whole weeks, because hosts report on fixed weekdays. */
const usualDays = 28;

/** Consecutive days. */
interface Stretch {
	/** The last day. */
	to: Day;
	days: number;
}

export interface ReportsOfProduct {
	product: Product;
	/** Published days before it do not count. `null` if there was none yet. */
	firstReport: Day | null;
	onDay: number;
	hostsOnDay: number;
	/** The median of the days before; `null` if there are none. */
	usual: { reports: number; days: number } | null;
	active: number;
	inWindow: number;
	/** In the window before this one; `null` if it is not published completely. */
	inWindowBefore: number | null;
	/** In the window, per active host; `null` if there is none. */
	perHost: number | null;
	/** Days without a report since the first one, and the longest gap; of equal gaps, the latest. */
	without: { days: number; longest: Stretch | null };
}

export async function reportsOn(day: Day, product: Product, { firstDay }: Published): Promise<ReportsOfProduct> {
	const [history, active] = await Promise.all([
		readSeries(reports, product, { from: firstDay, to: day }, defaultLanguage, []),
		readBase(hostsActive, product, { from: day, to: day }),
	]);
	const { hosts, total } = history.base;
	const rows = history.days.map((day, i) => ({ day, hosts: hosts[i] ?? 0, total: total[i] ?? 0 }));
	const activeHosts = active.hosts[0] ?? 0;
	const first = rows.find(({ total }) => total > 0);
	const since = first ? rows.filter((row) => row.day >= first.day) : [];
	const onDay = rows.find((row) => row.day === day);
	const before = since.filter((row) => row.day < day && row.day >= plusDays(day, -usualDays));
	const windowStart = plusDays(day, 1 - windowDays[product]);
	const startBefore = plusDays(windowStart, -windowDays[product]);
	const inWindow = sumOf(rows.filter((row) => row.day >= windowStart));
	const inWindowBefore = sumOf(rows.filter((row) => row.day >= startBefore && row.day < windowStart));
	const without = since.filter(({ total }) => total === 0).map((row) => row.day);
	return {
		product,
		firstReport: first?.day ?? null,
		onDay: onDay?.total ?? 0,
		hostsOnDay: onDay?.hosts ?? 0,
		usual: before.length > 0 ? { reports: medianOf(before.map(({ total }) => total)), days: before.length } : null,
		active: activeHosts,
		inWindow,
		inWindowBefore: startBefore >= firstDay ? inWindowBefore : null,
		perHost: activeHosts ? inWindow / activeHosts : null,
		without: { days: without.length, longest: longestOf(without) },
	};
}

/** 0 of nothing. */
export function medianOf(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function sumOf(rows: readonly { total: number }[]): number {
	return rows.reduce((sum, { total }) => sum + total, 0);
}

/** The most consecutive days. */
function longestOf(days: readonly Day[]): Stretch | null {
	const stretches: Stretch[] = [];
	for (const day of days) {
		const last = stretches.at(-1);
		if (last && plusDays(last.to, 1) === day) Object.assign(last, { to: day, days: last.days + 1 });
		else stretches.push({ to: day, days: 1 });
	}
	return stretches.reduce<Stretch | null>((most, one) => (one.days >= (most?.days ?? 0) ? one : most), null);
}
