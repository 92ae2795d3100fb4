/** How long what hosts said is kept: after a publishing, what is older goes. */
import type { Pool } from "pg";
import { dayOf, plusDays } from "#lib/day";
import { pruneFacts } from "#lib/store/prune-facts";
import { pruneUnmatched } from "#lib/store/unmatched";

/** Deletes what is older than `days`. Returns the number of deleted versions of facts. */
export async function deleteOld(pool: Pool, { now, days }: { now: Date; days: number }): Promise<number> {
	const cutoff = plusDays(dayOf(now), -days);
	await pruneUnmatched(pool, cutoff);
	return pruneFacts(pool, cutoff);
}
