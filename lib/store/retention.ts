/** How long what hosts said is kept. What was counted from it stays: memberships and published rows, and numbers of crashes. */
import type { Pool } from "pg";
import { z } from "zod";
import { type Day, dayOf, plusDays } from "#lib/day";
import { forgetRareProblems } from "./crash-retention";
import { pruneNetworks } from "./networks";
import { inTransaction, rowsOf } from "./sql";
import { pruneUnmatched } from "./unmatched";

/**
 * Deletes what hosts said more than `days` ago, rare crashes among it, and networks after their own time. Returns the number of
 * deleted versions of facts.
 */
export async function deleteOld(pool: Pool, { now, days }: { now: Date; days: number }): Promise<number> {
	const cutoff = plusDays(dayOf(now), -days);
	await pruneNetworks(pool, now);
	await pruneUnmatched(pool, cutoff);
	await forgetRareProblems(pool, cutoff);
	return pruneFacts(pool, cutoff);
}

const hostsPerPiece = 500;

/** A version is kept while it was what the host's section said on any day from the cutoff on. */
const old = `
	select host_id, section, since from (
	    select host_id, section, since, lead(since) over (partition by host_id, section order by since) as next
	      from fact_version where $2::uuid[] is null or host_id = any($2)
	  ) v
	 where next <= $1 or not exists (
	    select from known_span k where k.host_id = v.host_id and k.section = v.section
	       and k.until > $1 and (v.next is null or k.since < v.next))`;

/** Facts that were no longer said or known on `cutoff` or later. Returns the number of deleted versions. */
export async function pruneFacts(pool: Pool, cutoff: Day): Promise<number> {
	const rows = await rowsOf(
		pool,
		z.object({ id: z.guid() }),
		`select distinct host_id as id from (${old}) old order by host_id`,
		[cutoff, null],
	);
	const ids = rows.map((row) => row.id);
	let deleted = 0;
	for (let start = 0; start < ids.length; start += hostsPerPiece) {
		const piece = ids.slice(start, start + hostsPerPiece);
		deleted += await inTransaction(pool, async (db) => {
			// A report that comes in meanwhile may say again what is old now: it waits for its host, or this does.
			await db.query("select 1 from host where id = any($1) order by id for update", [piece]);
			const { rowCount } = await db.query(
				`delete from fact_version f using (${old}) old
				  where f.host_id = old.host_id and f.section = old.section and f.since = old.since`,
				[cutoff, piece],
			);
			return rowCount ?? 0;
		});
	}
	return deleted;
}
