/**
 * Which published days are due again, and why. A reason holds from a day on, since windows and sums reach forward. A
 * publishing claims the reasons with its days; one that is noted while it computes waits for the next publishing.
 */
import type { PoolClient } from "pg";
import { z } from "zod";
import type { Day } from "#lib/day";
import { type DueReason, dueReasons } from "#lib/day-log";
import type { DueDays } from "#lib/publish/due";
import { day, rowsOf } from "./sql";

/**
 * Makes all published days from `since` on due again. Days that are not published yet will be computed anyway. The caller
 * holds the lock `accepting`, shared or alone.
 */
export async function makeDue(db: PoolClient, since: Day, reason: DueReason): Promise<void> {
	await db.query(
		`with due as (update publication set due_from = least(due_from, $1) where claimed_day >= $1 returning id)
		 insert into due_reason as known (reason, is_claimed, since) select $2, false, $1 from due
		 on conflict (reason, is_claimed) do update set since = least(known.since, excluded.since), through = null`,
		[since, reason],
	);
}

/** Notes why published days from `since` on would change, without making them due. */
export async function noteReason(db: PoolClient, since: Day, reason: DueReason): Promise<void> {
	await db.query(
		`insert into due_reason as known (reason, is_claimed, since)
		 select $2, false, $1 from publication where claimed_day >= $1
		 on conflict (reason, is_claimed) do update set since = least(known.since, excluded.since), through = null`,
		[since, reason],
	);
}

const reasonRow = z.object({
	reason: z.enum(dueReasons),
	isClaimed: z.boolean(),
	since: day,
	through: day.nullable(),
});
export type NotedReason = z.infer<typeof reasonRow>;

/** All reasons that are not applied yet. */
export async function notedReasons(db: PoolClient): Promise<NotedReason[]> {
	return rowsOf(
		db,
		reasonRow,
		`select reason, is_claimed as "isClaimed", since, through from due_reason order by reason collate "C", is_claimed`,
	);
}

/** A publishing that died left its claimed reasons: they join those noted since. */
export async function claimReasons(db: PoolClient): Promise<void> {
	await db.query(
		`insert into due_reason as claimed (reason, is_claimed, since)
		 select reason, true, since from due_reason where not is_claimed
		 on conflict (reason, is_claimed) do update set since = least(claimed.since, excluded.since), through = null`,
	);
	await db.query("delete from due_reason where not is_claimed");
}

/** The days have what was claimed. A reason that reaches further stays for the days before and after. */
export async function finishReasons(db: PoolClient, { from, through }: DueDays): Promise<void> {
	await db.query(
		`delete from due_reason where is_claimed and since >= $1
		    and coalesce(through, (select last_day from publication)) <= $2`,
		[from, through],
	);
	await db.query(
		`update due_reason set since = case when since >= $1 and since <= $2 then $2::date + 1 else since end,
		        through = case when since < $1 and coalesce(through, (select last_day from publication)) <= $2
		                       then least(through, $1::date - 1) else through end
		  where is_claimed`,
		[from, through],
	);
}
