/** The months that are published whole, and the largest changes of each beyond chance. */
import { eachMonthOfInterval } from "date-fns/eachMonthOfInterval";
import { endOfMonth } from "date-fns/endOfMonth";
import { subDays } from "date-fns/subDays";
import { type Day, dayOf, later, startOf } from "#lib/day";
import { type Product, products } from "#lib/product";
import { shareOfRow, sharesDiffer } from "#lib/questions/differences";
import { percentOf } from "#lib/series/amounts";
import { shareBaseMin } from "#lib/series/line-chart";
import hostsActive from "#lib/statistics/hosts-active";
import hostsTotal from "#lib/statistics/hosts-total";
import { statistics } from "#lib/statistics/index";
import { hasShares } from "#lib/statistics/questions";
import { isSentBy, publishedProduct, type Statistic } from "#lib/statistics/statistic";
import { type Published, type RowOfStatistic, rowsOfDays } from "#lib/store/daily-rows";

export interface Move {
	statistic: Statistic;
	bucket: string;
	/** Percent of the base on both days. */
	before: number;
	after: number;
	/** Hosts in the smaller of the two bases. */
	baseHosts: number;
}

export interface ProductMonth {
	product: Product;
	active: { before: number; after: number };
	newcomers: number;
	/** The largest change first, at most one of each statistic. */
	moves: Move[];
}

export interface Month {
	/** Its last day. */
	last: Day;
	/** The day it is compared with: the last of the month before, or the first published one. */
	since: Day;
	products: ProductMonth[];
}

/** `2026-10` */
export const monthOf = (day: Day) => day.slice(0, 7);

const monthsMax = 24;
const movesMax = 5;
const pointsMin = 0.5;
/** With this base, one host is at most two percentage points. */
const baseHostsMin = 5 * shareBaseMin;

type Days = Pick<Month, "last" | "since">;

/** The months of which every day is published, latest first. */
export function wholeMonths({ firstDay, lastDay }: Pick<Published, "firstDay" | "lastDay">): Days[] {
	return eachMonthOfInterval({ start: startOf(firstDay), end: startOf(lastDay) })
		.filter((first) => dayOf(first) >= firstDay && dayOf(endOfMonth(first)) <= lastDay)
		.map((first) => ({ last: dayOf(endOfMonth(first)), since: later(dayOf(subDays(first, 1)), firstDay) }))
		.reverse()
		.slice(0, monthsMax);
}

/** The month `2026-10`; `null` if it is not published whole. */
export async function monthNamed(name: string, published: Published): Promise<Month | null> {
	const days = wholeMonths(published).find(({ last }) => monthOf(last) === name);
	const [month = null] = days ? await readMonths([days]) : [];
	return month;
}

export async function monthsOf(published: Published): Promise<Month[]> {
	return readMonths(wholeMonths(published));
}

async function readMonths(months: readonly Days[]): Promise<Month[]> {
	if (months.length === 0) return [];
	const days = [...new Set(months.flatMap(({ last, since }) => [last, since]))];
	const compared = statistics.filter(hasShares);
	const slugs = [hostsActive, hostsTotal, ...compared].map(({ slug }) => slug);
	const rows = new Map<string, RowOfStatistic[]>();
	for (const row of await rowsOfDays(slugs, days)) {
		const key = [row.product, row.statistic, row.day].join(" ");
		const known = rows.get(key);
		if (known) known.push(row);
		else rows.set(key, [row]);
	}
	const on = (statistic: Statistic, product: Product, day: Day): readonly RowOfStatistic[] =>
		rows.get([publishedProduct(statistic, product), statistic.slug, day].join(" ")) ?? [];

	return months.map((month) => ({
		...month,
		products: products.map((product) => {
			const base = (statistic: Statistic, day: Day) => baseOf(on(statistic, product, day)).hosts;
			return {
				product,
				active: { before: base(hostsActive, month.since), after: base(hostsActive, month.last) },
				newcomers: base(hostsTotal, month.last) - base(hostsTotal, month.since),
				moves: compared
					.filter((statistic) => isSentBy(statistic, product))
					.flatMap(
						(statistic) =>
							largestMove(statistic, on(statistic, product, month.since), on(statistic, product, month.last)) ?? [],
					)
					.sort((a, b) => sizeOf(b) - sizeOf(a) || (a.statistic.slug < b.statistic.slug ? -1 : 1))
					.slice(0, movesMax),
			};
		}),
	}));
}

/** What of a row of a statistic decides whether it moved. */
type Counted = Pick<RowOfStatistic, "bucket" | "hosts" | "total" | "squares" | "products">;

const nothing = { hosts: 0, total: 0, squares: 0, products: 0 };

function rowIn(rows: readonly Counted[], bucket: string): Omit<Counted, "bucket"> {
	return rows.find((one) => one.bucket === bucket) ?? nothing;
}

const baseOf = (rows: readonly Counted[]) => rowIn(rows, "");

/** Points, rounded as shares are. */
const rise = ({ before, after }: Move) => Math.round((after - before) * 100) / 100;
const sizeOf = (move: Move) => Math.abs(rise(move));
const unspecific = ["", "other", "unknown", "no"];

/** Of the changes beyond chance. If small counts are merged, a bucket that is missing on one of the days is ignored. */
export function largestMove(
	statistic: Statistic,
	before: readonly Counted[],
	after: readonly Counted[],
): Move | undefined {
	const baseHosts = Math.min(baseOf(before).hosts, baseOf(after).hosts);
	if (baseHosts < baseHostsMin) return undefined;
	const share = (rows: readonly Counted[], bucket: string) => {
		if (statistic.threshold > 1 && !rows.some((one) => one.bucket === bucket)) return null;
		return percentOf(rowIn(rows, bucket).total, baseOf(rows).total);
	};
	const isCertain = (bucket: string) => {
		const [a, b] = [before, after].map((rows) => shareOfRow(statistic.unit, baseOf(rows), rowIn(rows, bucket)));
		return Boolean(a && b && sharesDiffer(a, b));
	};
	const buckets = new Set([...before, ...after].map(({ bucket }) => bucket));
	const moves = [...buckets]
		.filter((bucket) => !unspecific.includes(bucket))
		.flatMap((bucket): Move[] => {
			const [from, to] = [share(before, bucket), share(after, bucket)];
			const isEnough = Math.max(rowIn(before, bucket).hosts, rowIn(after, bucket).hosts) >= shareBaseMin;
			return from === null || to === null || !isEnough
				? []
				: [{ statistic, bucket, before: from, after: to, baseHosts }];
		})
		// Of two buckets that mirror each other, the growing one is reported.
		.sort((a, b) => sizeOf(b) - sizeOf(a) || rise(b) - rise(a) || (a.bucket < b.bucket ? -1 : 1));
	return moves.find((move) => sizeOf(move) >= pointsMin && isCertain(move.bucket));
}
