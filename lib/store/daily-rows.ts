/**
 * Reads the published result through Prisma: everything that the site shows comes from here, but the live counters of the
 * overview, and histories (`monthly-columns.ts`).
 */
import { z } from "zod";
import { type Day, dayOf, later, startOf } from "#lib/day";
import { type Product, type PublishedProduct, publishedProducts } from "#lib/product";
import { statistics } from "#lib/statistics/index";
import { isObserved, type Statistic } from "#lib/statistics/statistic";
import { store } from "./client";
import { count, day, rowsOf, safeInteger } from "./sql";

const dailyRow = z.object({
	day,
	/** "" is the base. */
	bucket: z.string(),
	hosts: count,
	/** In the database's integer amounts: see `amountsPerUnit`. */
	total: count,
	/** In `other`: how many buckets were merged into it. */
	merged: z.int().nullable(),
});
export type DailyRow = z.infer<typeof dailyRow>;

const columns = { day: true, bucket: true, hosts: true, total: true, merged: true } as const;

export interface Published {
	firstDay: Day;
	lastDay: Day;
	revision: number;
	/** The observed statistics that have numbers, by slug: their own first and last day. */
	observed: ReadonlyMap<string, { firstDay: Day; lastDay: Day }>;
	/** Observed statistics have no numbers after `lastDay`; on a later day, as of which the site can be shown, the last ones hold. */
	shownUntil?: Day;
	/** Beside the days of observed statistics: those of the hosts, for the rest of the site. */
	ofHosts?: { firstDay: Day; lastDay: Day } | null;
}

/** What is published of the hosts, or `null` when nothing is yet. */
export async function published(): Promise<Published | null> {
	const [row, observed] = await Promise.all([
		store().prisma.publication.findFirst({ select: { firstDay: true, lastDay: true, revision: true } }),
		observedRanges(),
	]);
	if (!row?.firstDay || !row.lastDay) return null;
	return { firstDay: dayOf(row.firstDay), lastDay: dayOf(row.lastDay), revision: row.revision, observed };
}

/** What is published of some statistics: of those that are observed their own days, if no other is among them. */
export async function publishedOf(wanted: readonly Statistic[]): Promise<Published | null> {
	if (wanted.length === 0 || !wanted.every(isObserved)) return published();
	const ofHosts = await published();
	const ranges = ofHosts?.observed ?? (await observedRanges());
	const own = wanted.flatMap(({ slug }) => ranges.get(slug) ?? []);
	const firstDay = own.map((range) => range.firstDay).sort()[0];
	const lastDay = own
		.map((range) => range.lastDay)
		.sort()
		.at(-1);
	if (!firstDay || !lastDay) return null;
	const shownUntil = later(ofHosts?.lastDay ?? lastDay, lastDay);
	return { firstDay, lastDay, revision: ofHosts?.revision ?? 0, observed: ranges, shownUntil, ofHosts };
}

const observedSlugs = () => statistics.filter(isObserved).map(({ slug }) => slug);
const observedRange = z.object({ statistic: z.string(), firstDay: day, lastDay: day });

/** The days of the observed statistics that have numbers, by slug. */
export async function observedRanges(): Promise<Published["observed"]> {
	const rows = await rowsOf(
		store().pool,
		observedRange,
		`select statistic, earliest.day as "firstDay", latest.day as "lastDay" from unnest($1::text[]) one(statistic)
		  cross join lateral (select day from daily_row d where d.product = 'all' and d.statistic = one.statistic
		                       order by day limit 1) earliest
		  cross join lateral (select day from daily_row d where d.product = 'all' and d.statistic = one.statistic
		                       order by day desc limit 1) latest`,
		[observedSlugs()],
	);
	return new Map(rows.map(({ statistic, ...range }) => [statistic, range]));
}

/** A statistic of a product: the rows of one chart or table. */
export interface Wanted {
	product: PublishedProduct;
	statistic: string;
}

/** The rows of some statistics on one day, for each in the order of `wanted`. */
export async function rowsOn(wanted: readonly Wanted[], day: Day): Promise<DailyRow[][]> {
	const rows = await store().prisma.dailyRow.findMany({
		select: { ...columns, product: true, statistic: true },
		where: {
			day: startOf(day),
			OR: publishedProducts.map((product) => ({ product, statistic: { in: slugsOf(wanted, product) } })),
		},
		orderBy: { bucket: "asc" },
	});
	const found = new Map(wanted.map(({ product, statistic }) => [`${product} ${statistic}`, [] as DailyRow[]]));
	for (const { product, statistic, bucket, hosts, total, merged } of rows)
		found
			.get(`${product} ${statistic}`)
			?.push({ day, bucket, merged, hosts: safeInteger(hosts), total: safeInteger(total) });
	return wanted.map(({ product, statistic }) => found.get(`${product} ${statistic}`) ?? []);
}

const rowOfObserved = dailyRow.extend({ statistic: z.string() });

/** The rows of observed statistics on the last observed day up to `day`, for each in the order of `slugs`. */
export async function observedRowsOn(slugs: readonly string[], day: Day): Promise<DailyRow[][]> {
	if (slugs.length === 0) return [];
	const rows = await rowsOf(
		store().pool,
		rowOfObserved,
		`select one.statistic, d.day, d.bucket, d.hosts, d.total, d.merged from unnest($1::text[]) one(statistic)
		  cross join lateral (select day from daily_row d where d.product = 'all' and d.statistic = one.statistic
		                         and d.day <= $2 order by day desc limit 1) latest
		   join daily_row d on d.product = 'all' and d.statistic = one.statistic and d.day = latest.day
		  order by one.statistic, d.bucket`,
		[slugs, day],
	);
	return slugs.map((slug) => rows.flatMap(({ statistic, ...row }): DailyRow[] => (statistic === slug ? [row] : [])));
}

/** The addresses that are cited for the numbers of observed statistics on their days, in the order of `wanted`. */
export async function citedSources(wanted: readonly { slug: string; day: Day }[]): Promise<string[][]> {
	if (wanted.length === 0) return [];
	const rows = await store().prisma.observedDay.findMany({
		select: { statistic: true, source: true },
		where: {
			OR: wanted.map(({ slug, day }) => ({ statistic: slug, day: startOf(day), bucket: "" })),
			source: { startsWith: "http" },
		},
		orderBy: { source: "asc" },
	});
	return wanted.map(({ slug }) => rows.filter(({ statistic }) => statistic === slug).map(({ source }) => source));
}

/** The observed days of a statistic from `from` through `to`, the last one among them; at most `most`, evenly spread. */
export async function someObservedDays(statistic: string, from: Day, to: Day, most: number): Promise<Day[]> {
	const rows = await rowsOf(
		store().pool,
		z.object({ day }),
		`select day from (
			select day, row_number() over (order by day desc) - 1 as place, count(*) over () as days from daily_row
			 where product = 'all' and statistic = $1 and bucket = '' and day between $2 and $3
		 ) numbered where place % ceil(days / $4::numeric) = 0 order by day`,
		[statistic, from, to, most],
	);
	return rows.map((row) => row.day);
}

const slugsOf = (wanted: readonly Wanted[], of: PublishedProduct) =>
	wanted.filter(({ product }) => product === of).map(({ statistic }) => statistic);

/** Rows of one statistic on some days only: enough to draw the course of each bucket small. */
export async function dailyRowsOn(
	product: PublishedProduct,
	statistic: string,
	days: readonly Day[],
): Promise<DailyRow[]> {
	return rowsOf(
		store().pool,
		dailyRow,
		`select day, bucket, hosts, total, merged from daily_row
		  where product = $1 and statistic = $2 and day = any($3::date[])
		  order by day, bucket`,
		[product, statistic, days],
	);
}

const rowOfStatistic = dailyRow.extend({
	product: z.enum(publishedProducts),
	statistic: z.string(),
	/** Sums from which intervals of units are computed; `null` where hosts are counted, or on days published without them. */
	squares: z.number().nullable(),
	products: z.number().nullable(),
});
export type RowOfStatistic = z.infer<typeof rowOfStatistic>;

/** Rows of many statistics on some days, of all products, by product, statistic and day. */
export async function rowsOfDays(statistics: readonly string[], days: readonly Day[]): Promise<RowOfStatistic[]> {
	return rowsOf(
		store().pool,
		rowOfStatistic,
		`select product, statistic, day, bucket, hosts, total, merged, squares, products from daily_row
		  where product = any($1) and statistic = any($2) and day = any($3)
		  order by product, statistic, day, bucket`,
		[publishedProducts, statistics, days],
	);
}

const partRow = dailyRow.extend({
	product: z.enum(publishedProducts),
	statistic: z.string(),
	/** Of all buckets, the base not among them. */
	counted: count,
});

/** Some buckets of many statistics on one day, the base (`""`) first where it is asked for. Most rows stay in the database. */
export async function bucketsOn(
	wanted: readonly Wanted[],
	day: Day,
	buckets: readonly string[],
): Promise<z.infer<typeof partRow>[]> {
	return rowsOf(
		store().pool,
		partRow,
		`select * from (
			select d.product, d.statistic, day, bucket, hosts, total, merged,
			       coalesce(sum(total) filter (where bucket <> '') over (partition by d.product, d.statistic), 0)::bigint as counted
			  from daily_row d join unnest($1::text[], $2::text[]) as wanted(product, statistic) using (product, statistic)
			 where day = $3
		 ) counted where bucket = any($4) order by product, statistic, bucket`,
		[wanted.map(({ product }) => product), wanted.map(({ statistic }) => statistic), day, buckets],
	);
}

const sums = z.object({
	product: z.enum(publishedProducts),
	statistic: z.string(),
	day,
	bucket: z.string(),
	/** Over hosts, of the amount in the bucket: its square, and its product with the amount in the base. */
	squares: z.number(),
	products: z.number(),
});

/** The sums of some statistics of units on some days, from which intervals are computed. Days published without them are absent. */
export async function sumsOn(wanted: readonly Wanted[], days: readonly Day[]): Promise<z.infer<typeof sums>[]> {
	return rowsOf(
		store().pool,
		sums,
		`select product, statistic, day, bucket, squares, products from daily_row
		  where product = any($1) and statistic = any($2) and day = any($3::date[])
		    and squares is not null and products is not null`,
		[wanted.map(({ product }) => product), wanted.map(({ statistic }) => statistic), days],
	);
}

/** How many hosts the base of each of some statistics had on some days. */
export async function basesOn(
	product: Product,
	statistics: readonly string[],
	days: readonly Day[],
): Promise<{ statistic: string; day: Day; hosts: number }[]> {
	const rows = await store().prisma.dailyRow.findMany({
		select: { statistic: true, day: true, hosts: true },
		where: { product, statistic: { in: [...statistics] }, day: { in: days.map(startOf) }, bucket: "" },
	});
	return rows.map(({ statistic, day, hosts }) => ({ statistic, day: dayOf(day), hosts: safeInteger(hosts) }));
}

/** Of the hosts that were new on each day: how many have a known network, and how many of these the largest one added. */
export async function newcomersBetween(
	product: Product,
	from: Day,
	to: Day,
): Promise<{ day: Day; hosts: number; known: number; largest: number }[]> {
	const rows = await store().prisma.dailyNewcomers.findMany({
		select: { day: true, hosts: true, known: true, largest: true },
		where: { product, day: { gte: startOf(from), lte: startOf(to) } },
		orderBy: { day: "asc" },
	});
	return rows.map((row) => ({ ...row, day: dayOf(row.day) }));
}

/** Whether a bucket was ever published for a statistic, of any product. */
export async function bucketOccurs(statistic: string, bucket: string): Promise<boolean> {
	const row = await store().prisma.dailyRow.findFirst({
		select: { bucket: true },
		where: { product: { in: [...publishedProducts] }, statistic, bucket },
	});
	return row !== null;
}

/** The stored names of buckets that the catalog cannot know, by statistic and bucket. */
export async function bucketLabels(statistics: readonly string[]): Promise<Labels> {
	const labels = new Map(statistics.map((statistic) => [statistic, new Map<string, string>()]));
	const rows = await store().prisma.bucketLabel.findMany({ where: { statistic: { in: [...statistics] } } });
	for (const { statistic, bucket, label } of rows) labels.get(statistic)?.set(bucket, label);
	return labels;
}

export type Labels = ReadonlyMap<string, ReadonlyMap<string, string>>;
