/**
 * Reads the published result through Prisma: everything that the site shows comes from here, but the live counters of the
 * overview. Only the rows of many days are read by SQL: Prisma takes three to four times as long for them (measured with
 * 12,000 rows: 116 ms of CPU against 33 ms, the schema of the rows included).
 */
import { z } from "zod";
import { type Day, dayOf, startOf } from "#lib/day";
import { type Product, type PublishedProduct, publishedProducts } from "#lib/product";
import { store } from "./client";
import { count, day, rowsOf } from "./sql";

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
}

/** What is published, or `null` when nothing is yet. */
export async function published(): Promise<Published | null> {
	const row = await store().prisma.publication.findFirst({ select: { firstDay: true, lastDay: true, revision: true } });
	if (!row?.firstDay || !row.lastDay) return null;
	return { firstDay: dayOf(row.firstDay), lastDay: dayOf(row.lastDay), revision: row.revision };
}

/** Rows of one statistic from `from` through `to`, by day; of the named buckets and the base only, when given. */
export async function dailyRows(
	product: PublishedProduct,
	statistic: string,
	from: Day,
	to: Day,
	buckets?: readonly string[],
): Promise<DailyRow[]> {
	if (from === to) return rowsOfDay(product, statistic, from, buckets);
	return rowsOf(
		store().pool,
		dailyRow,
		`select day, bucket, hosts, total, merged from daily_row
		  where product = $1 and statistic = $2 and day between $3 and $4
		    and ($5::text[] is null or bucket = '' or bucket = any($5))
		  order by day, bucket`,
		[product, statistic, from, to, buckets ?? null],
	);
}

async function rowsOfDay(
	product: PublishedProduct,
	statistic: string,
	day: Day,
	buckets?: readonly string[],
): Promise<DailyRow[]> {
	const rows = await store().prisma.dailyRow.findMany({
		select: columns,
		where: { product, statistic, day: startOf(day), ...(buckets && { bucket: { in: ["", ...buckets] } }) },
		orderBy: { bucket: "asc" },
	});
	return rows.map((row) => ({ ...row, day, hosts: safeInteger(row.hosts), total: safeInteger(row.total) }));
}

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

const rowOfStatistic = dailyRow.extend({ product: z.enum(publishedProducts), statistic: z.string() });

/** Rows of many statistics on some days, of all products, by product, statistic and day. */
export async function rowsOfDays(
	statistics: readonly string[],
	days: readonly Day[],
): Promise<z.infer<typeof rowOfStatistic>[]> {
	return rowsOf(
		store().pool,
		rowOfStatistic,
		`select product, statistic, day, bucket, hosts, total, merged from daily_row
		  where product = any($1) and statistic = any($2) and day = any($3)
		  order by product, statistic, day, bucket`,
		[publishedProducts, statistics, days],
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

/** Whether a bucket was ever published for a statistic, of any product. */
export async function bucketOccurs(statistic: string, bucket: string): Promise<boolean> {
	const row = await store().prisma.dailyRow.findFirst({
		select: { bucket: true },
		where: { product: { in: [...publishedProducts] }, statistic, bucket },
	});
	return row !== null;
}

/** Stored names of buckets that the catalog cannot know. */
export async function bucketLabels(statistic: string): Promise<Map<string, string>> {
	const rows = await store().prisma.bucketLabel.findMany({
		select: { bucket: true, label: true },
		where: { statistic },
	});
	return new Map(rows.map((row) => [row.bucket, row.label]));
}

/** A `bigint` as a number. Throws a `RangeError` where a number cannot hold it. */
function safeInteger(value: bigint): number {
	const number = Number(value);
	if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large for a number`);
	return number;
}
