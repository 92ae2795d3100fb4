/**
 * Histories as they are read: the daily rows of a bucket in one month as one row of columns. They are written whenever daily
 * rows are, because to put a page's histories together from single days took the database as long as the rest of the page.
 */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { type Day, daysBetween } from "#lib/day";
import { store } from "./client";
import type { Wanted } from "./daily-rows";
import { day, rowsOf } from "./sql";

const integers = z.custom<readonly number[]>((value) => Array.isArray(value) && value.every(Number.isSafeInteger));
const monthlyColumn = z.object({
	/** Of the statistic among those asked for, from 1. */
	wanted: z.int(),
	month: day,
	/** "" is the base. */
	bucket: z.string(),
	/** Days since the first of the month, in any order; the other columns have its values in the same order. */
	places: integers,
	hosts: integers,
	/** In the database's integer amounts: see `amountsPerUnit`. */
	totals: integers,
});

/** A bucket over days. A day without the base was never published. */
export interface BucketColumns {
	/** "" is the base. */
	bucket: string;
	/** Days since the first one asked for, in any order; the other columns have its values in the same order. */
	places: readonly number[];
	hosts: readonly number[];
	/** In the database's integer amounts: see `amountsPerUnit`. */
	totals: readonly number[];
}

export interface WantedColumns extends Wanted {
	from: Day;
	to: Day;
	/** These and the base only. */
	buckets?: readonly string[] | undefined;
}

/** Some statistics, each over its days: for each, in the order of `wanted`, its buckets in their order. */
export async function columnsOf(wanted: readonly WantedColumns[]): Promise<BucketColumns[][]> {
	const rows = await rowsOf(
		store().pool,
		monthlyColumn,
		// Without "offset 0", the planner reads the whole table: it expects that more statistics are asked for.
		`select w.number as wanted, found.*
		   from jsonb_to_recordset($1::jsonb)
		        as w(number integer, product text, statistic text, month date, "to" date, buckets text[])
		  cross join lateral (
			select month, bucket, places, hosts, totals from monthly_column c
			 where c.product = w.product and c.statistic = w.statistic and c.month between w.month and w."to"
			   and (w.buckets is null or c.bucket = '' or c.bucket = any(w.buckets))
			offset 0) found
		  order by found.month`,
		[JSON.stringify(wanted.map((one, i) => ({ ...one, month: firstOfMonth(one.from), number: i + 1 })))],
	);
	const found = wanted.map(({ from, to }) => new Months(from, to));
	for (const row of rows) found[row.wanted - 1]?.add(row);
	return found.map((months) => months.columns());
}

/** Puts the months of a statistic's buckets together. */
class Months {
	#columns = new Map<string, Column>();
	/** The place of the first of each month. */
	#starts = new Map<Day, number>();
	#length: number;

	constructor(
		readonly from: Day,
		to: Day,
	) {
		this.#length = daysBetween(from, to) + 1;
	}

	add({ month, bucket, places, hosts, totals }: z.infer<typeof monthlyColumn>): void {
		const start = this.#starts.get(month) ?? daysBetween(this.from, month);
		this.#starts.set(month, start);
		const column = this.#columns.get(bucket) ?? { bucket, places: [], hosts: [], totals: [] };
		for (let i = 0; i < places.length; i++) {
			const place = start + (places[i] ?? 0);
			if (place < 0 || place >= this.#length) continue;
			column.places.push(place);
			column.hosts.push(hosts[i] ?? 0);
			column.totals.push(totals[i] ?? 0);
		}
		if (column.places.length > 0) this.#columns.set(bucket, column);
	}

	columns(): BucketColumns[] {
		return [...this.#columns.values()].sort((a, b) => (a.bucket < b.bucket ? -1 : 1));
	}
}

interface Column extends BucketColumns {
	places: number[];
	hosts: number[];
	totals: number[];
}

const firstOfMonth = (day: Day) => `${day.slice(0, -2)}01`;

/** Writes the months of these days anew, from the daily rows; `through: null` for all months from `from` on. */
export async function replaceColumns(
	db: Pool | PoolClient,
	{ from, through, statistic = null }: { from: Day; through: Day | null; statistic?: string | null },
): Promise<void> {
	const months = [firstOfMonth(from), through && firstOfMonth(through), statistic];
	const isOfStatistic = "($3::text is null or statistic = $3)";
	await db.query(
		`delete from monthly_column
		  where month >= $1::date and ($2::date is null or month <= $2::date) and ${isOfStatistic}`,
		months,
	);
	await db.query(
		`insert into monthly_column
		 select product, statistic, day - extract(day from day)::integer + 1, bucket,
		        array_agg(extract(day from day)::integer - 1), array_agg(hosts), array_agg(total)
		   from daily_row
		  where day >= $1::date and ($2::date is null or day < $2::date + interval '1 month') and ${isOfStatistic}
		  group by 1, 2, 3, 4`,
		months,
	);
}
