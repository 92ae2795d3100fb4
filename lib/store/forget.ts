/** Deletes all that is kept of a host. Published counts stay: nobody can be told from them. */
import type { Pool, PoolClient } from "pg";
import { hostIdOf } from "#lib/host-history/host-id";
import { products, publishedProducts } from "#lib/product";
import { locks } from "./locks";
import { inTransaction } from "./transaction";
import { dropRareTexts } from "./unmatched";

/** `uuid` in lower case without braces; the host is forgotten under both products. Returns the number of deleted reports, or `null` when no host has this UUID. */
export async function forgetHost(pool: Pool, uuid: string): Promise<number | null> {
	const ids = products.map((product) => hostIdOf(product, uuid));
	return inTransaction(pool, async (db) => {
		const known = await db.query("select from host where id = any($1)", [ids]);
		// Whoever guesses must not make reports wait for the lock.
		if (!known.rowCount) return null;
		await db.query("select pg_advisory_xact_lock($1)", [locks.accepting]);
		const hosts = await db.query("delete from host where id = any($1)", [ids]);
		for (const table of ["known_span", "fact_version", "unmatched_host"]) {
			await db.query(`delete from ${table} where host_id = any($1)`, [ids]);
		}
		await dropRareTexts(db);
		await forgetMemberships(db, ids);
		const reports = await db.query("delete from report where host_id = any($1)", [ids]);
		return hosts.rowCount ? (reports.rowCount ?? 0) : null;
	});
}

/** With them go the names of buckets in which no other host ever was, and which were never published. */
async function forgetMemberships(db: PoolClient, ids: readonly string[]): Promise<void> {
	const { rows } = await db.query<{ statistic: string; bucket: string }>(
		"delete from membership where host_id = any($1) returning statistic, bucket",
		[ids],
	);
	await db.query(
		`delete from bucket_label l using unnest($1::text[], $2::text[]) as gone(statistic, bucket)
		  where l.statistic = gone.statistic and l.bucket = gone.bucket
		    and not exists (select from membership m where m.statistic = l.statistic and m.bucket = l.bucket)
		    and not exists (select from daily_row d where d.product = any($3)
		                       and d.statistic = l.statistic and d.bucket = l.bucket)`,
		[rows.map(({ statistic }) => statistic), rows.map(({ bucket }) => bucket), publishedProducts],
	);
}
