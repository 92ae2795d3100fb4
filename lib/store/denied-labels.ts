/** Labels that the operator keeps out of all published rows. Their hosts are counted in `other`. */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { DueReason } from "#lib/day-log";
import { publishedProducts } from "#lib/product";
import { makeDue } from "./due-reasons";
import { day, inTransaction, locks, rowsOf } from "./sql";

/** Keeps the bucket away, and makes the published days due on which it may stand. Returns whether that is new. */
export function denyLabel(pool: Pool, statistic: string, bucket: string): Promise<boolean> {
	const sql = "insert into denied_label values ($1, $2) on conflict do nothing";
	return changed(pool, statistic, bucket, sql, "denied-label");
}

/** Undoes `denyLabel`. Returns whether the bucket was denied. */
export function allowLabel(pool: Pool, statistic: string, bucket: string): Promise<boolean> {
	const sql = "delete from denied_label where statistic = $1 and bucket = $2";
	return changed(pool, statistic, bucket, sql, "allowed-label");
}

async function changed(
	pool: Pool,
	statistic: string,
	bucket: string,
	sql: string,
	reason: DueReason,
): Promise<boolean> {
	return inTransaction(pool, async (db) => {
		// A publishing that has claimed its days by now may have read the labels already: its days become due again.
		await db.query("select pg_advisory_xact_lock_shared($1)", [locks.accepting]);
		const { rowCount } = await db.query(sql, [statistic, bucket]);
		if (rowCount === 1) await makeDaysDue(db, statistic, bucket, reason);
		return rowCount === 1;
	});
}

/** From the first day on which a host counted in the bucket. */
async function makeDaysDue(db: PoolClient, statistic: string, bucket: string, reason: DueReason): Promise<void> {
	const [first] = await rowsOf(
		db,
		z.object({ day: day.nullable() }),
		"select min(since) as day from membership where statistic = $1 and bucket = $2",
		[statistic, bucket],
	);
	if (first?.day) await makeDue(db, first.day, reason);
}

const named = z.object({ bucket: z.string() });

/** Buckets of a statistic that hosts count in or ever counted in, published or not, and denied ones. */
export async function occurringBuckets(pool: Pool, statistic: string): Promise<string[]> {
	const rows = await rowsOf(
		pool,
		named,
		`select bucket from membership where statistic = $1
		  union select bucket from daily_row where product = any($2) and statistic = $1
		  union select bucket from denied_label where statistic = $1
		  order by bucket`,
		[statistic, publishedProducts],
	);
	return rows.map(({ bucket }) => bucket).filter((bucket) => bucket !== "" && bucket !== "other");
}
