/** Labels that the operator keeps out of all published rows. Their hosts are counted in `other`. */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { day, inTransaction, locks, rowsOf } from "./sql";

/** Keeps the bucket away, and makes the published days due on which it may stand. Returns whether that is new. */
export function denyLabel(pool: Pool, statistic: string, bucket: string): Promise<boolean> {
	return changed(pool, statistic, bucket, "insert into denied_label values ($1, $2) on conflict do nothing");
}

/** Undoes `denyLabel`. Returns whether the bucket was denied. */
export function allowLabel(pool: Pool, statistic: string, bucket: string): Promise<boolean> {
	return changed(pool, statistic, bucket, "delete from denied_label where statistic = $1 and bucket = $2");
}

async function changed(pool: Pool, statistic: string, bucket: string, sql: string): Promise<boolean> {
	return inTransaction(pool, async (db) => {
		// A publishing that has claimed its days by now may have read the labels already: its days become due again.
		await db.query("select pg_advisory_xact_lock_shared($1)", [locks.accepting]);
		const { rowCount } = await db.query(sql, [statistic, bucket]);
		if (rowCount === 1) await makeDaysDue(db, statistic, bucket);
		return rowCount === 1;
	});
}

/** From the first day on which a host counted in the bucket. */
async function makeDaysDue(db: PoolClient, statistic: string, bucket: string): Promise<void> {
	const [first] = await rowsOf(
		db,
		z.object({ day: day.nullable() }),
		"select min(since) as day from membership where statistic = $1 and bucket = $2",
		[statistic, bucket],
	);
	if (!first?.day) return;
	await db.query("update publication set due_from = least(due_from, $1) where claimed_day >= $1", [first.day]);
}
