/** Reads the published result. Everything the site shows comes from here, but the overview's live counters. */
import type { Day } from "#lib/day";
import { type Product, type PublishedProduct, publishedProducts } from "#lib/product";
import { store } from "./client";

export interface DailyRow {
	day: Day;
	/** "" is the base. */
	bucket: string;
	hosts: number;
	/** In the database's integer amounts: see `amountsPerUnit`. */
	total: number;
	/** In `other`: how many buckets were merged into it. */
	merged: number | null;
}

export interface Published {
	firstDay: Day;
	lastDay: Day;
	revision: number;
}

/** What is published, or `null` when nothing is yet. */
export async function published(): Promise<Published | null> {
	const { rows } = await store().pool.query<Published>(
		`select first_day::text as "firstDay", last_day::text as "lastDay", revision from publication
		  where last_day is not null`,
	);
	return rows[0] ?? null;
}

/** Rows of one statistic from `from` through `to`, by day; of the named buckets and the base only, when given. */
export async function dailyRows(
	product: PublishedProduct,
	slug: string,
	from: Day,
	to: Day,
	buckets?: readonly string[],
): Promise<DailyRow[]> {
	const { rows } = await store().pool.query<DailyRow>(
		`select day::text, bucket, hosts::float8, total::float8, merged from daily_row
		  where product = $1 and statistic = $2 and day between $3 and $4
		    and ($5::text[] is null or bucket = '' or bucket = any($5))
		  order by day, bucket`,
		[product, slug, from, to, buckets ?? null],
	);
	return rows;
}

/** Rows of one statistic on some days only: enough to draw the course of each bucket small. */
export async function dailyRowsOn(product: PublishedProduct, slug: string, days: readonly Day[]): Promise<DailyRow[]> {
	const { rows } = await store().pool.query<DailyRow>(
		`select day::text, bucket, hosts::float8, total::float8, merged from daily_row
		  where product = $1 and statistic = $2 and day = any($3::date[])
		  order by day, bucket`,
		[product, slug, days],
	);
	return rows;
}

/** How many hosts the base of each of some statistics had on some days. */
export async function basesOn(
	product: Product,
	slugs: readonly string[],
	days: readonly Day[],
): Promise<{ statistic: string; day: Day; hosts: number }[]> {
	const { rows } = await store().pool.query<{ statistic: string; day: Day; hosts: number }>(
		`select statistic, day::text, hosts::float8 from daily_row
		  where product = $1 and statistic = any($2) and day = any($3::date[]) and bucket = ''`,
		[product, slugs, days],
	);
	return rows;
}

/** Whether a bucket was ever published for a statistic, of any product. */
export async function bucketOccurs(slug: string, bucket: string): Promise<boolean> {
	const { rowCount } = await store().pool.query(
		"select 1 from daily_row where product = any($3) and statistic = $1 and bucket = $2 limit 1",
		[slug, bucket, publishedProducts],
	);
	return rowCount === 1;
}

/** Stored names of buckets that the catalog cannot know. */
export async function bucketLabels(slug: string): Promise<Map<string, string>> {
	const { rows } = await store().pool.query<{ bucket: string; label: string }>(
		"select bucket, label from bucket_label where statistic = $1",
		[slug],
	);
	return new Map(rows.map((row) => [row.bucket, row.label]));
}

/** The overview's live lines, until this moment: reports so far are those published and those that came since. */
export async function liveCounters(product: Product): Promise<{ reports: number; lastReportAt: Date | null }> {
	const { rows } = await store().pool.query<{ reports: number; lastReportAt: Date | null }>(
		`select coalesce(max(d.total), 0)::float8 + (
		          select count(*) from report r join host h on h.id = r.host_id
		           where h.product = $1 and r.day > coalesce(p.last_day, '-infinity'))::float8 as reports,
		        (select max(last_at) from host where product = $1) as "lastReportAt"
		   from publication p
		   left join daily_row d on d.product = $1 and d.statistic = 'reports-total' and d.day = p.last_day and d.bucket = ''
		  group by p.last_day`,
		[product],
	);
	return rows[0] ?? { reports: 0, lastReportAt: null };
}

/** Rows of many statistics on some days, of both products, by product, statistic and day. */
export async function rowsOfDays(
	slugs: readonly string[],
	days: readonly Day[],
): Promise<(DailyRow & { product: PublishedProduct; statistic: string })[]> {
	const { rows } = await store().pool.query<DailyRow & { product: PublishedProduct; statistic: string }>(
		`select product, statistic, day::text, bucket, hosts::float8, total::float8, merged from daily_row
		  where product = any($3) and statistic = any($1) and day = any($2)
		  order by product, statistic, day, bucket`,
		[slugs, days, publishedProducts],
	);
	return rows;
}
