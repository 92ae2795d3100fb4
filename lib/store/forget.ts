/** Deletes all that is kept of a host. Published counts stay: nobody can be told from them. */
import type { Pool } from "pg";
import { hostIdOf } from "../host-history/host-id";
import { products } from "../product";
import { inTransaction } from "./transaction";
import { dropRareTexts } from "./unmatched";

/** `uuid` in lower case without braces; the host is forgotten under both products. Returns the number of deleted reports, or `null` when no host has this UUID. */
export async function forgetHost(pool: Pool, uuid: string): Promise<number | null> {
	const ids = products.map((product) => hostIdOf(product, uuid));
	return inTransaction(pool, async (db) => {
		const hosts = await db.query("delete from host where id = any($1)", [ids]);
		for (const table of ["known_span", "fact_version", "membership", "unmatched_host"]) {
			await db.query(`delete from ${table} where host_id = any($1)`, [ids]);
		}
		await dropRareTexts(db);
		const reports = await db.query("delete from report where host_id = any($1)", [ids]);
		return hosts.rowCount ? (reports.rowCount ?? 0) : null;
	});
}
