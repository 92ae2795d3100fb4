/**
 * What is published and what is due. A publishing claims its days first: from that moment a report for one of them marks
 * it as due again, so none is lost between the reading and the writing of rows.
 */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { Day } from "#lib/day";
import type { DueDays, PublicationState } from "#lib/publish/due";
import type { Store } from "./client";
import { day, inTransactionOf, locks, rowsOf } from "./sql";

const state = z.object({
	firstDay: day.nullable(),
	lastDay: day.nullable(),
	dueAgain: day.nullable(),
	firstReportDay: day.nullable(),
	historyFrom: day.nullable(),
});

/** What is published and due, or `undefined` in a database without its one row. */
export async function publicationState(db: Pool | PoolClient): Promise<PublicationState | undefined> {
	const rows = await rowsOf(
		db,
		state,
		`select first_day as "firstDay", last_day as "lastDay", least(due_from, computing_from) as "dueAgain",
		        (select min(first_day) from counted_host) as "firstReportDay", history_from as "historyFrom" from publication`,
	);
	return rows[0];
}

/** Lets the published history begin on a later day than the first report. For simulated fleets, before they publish. */
export async function beginHistory(pool: Pool, day: Day): Promise<void> {
	await pool.query("update publication set history_from = $1 where first_day is null", [day]);
}

/** Makes the days from this one on due again, as far as they are published or being published. */
export async function markDue(db: PoolClient, day: Day): Promise<void> {
	await db.query("update publication set due_from = least(due_from, $1) where claimed_day >= $1", [day]);
}

/** Claims the days that `choose` picks from the state of the publication. */
export async function claimDays(
	db: PoolClient,
	choose: (state: PublicationState) => DueDays | null,
): Promise<DueDays | null> {
	return inTransactionOf(db, async () => {
		// Waits for the reports being accepted, so that each has either committed or will see the claim.
		await db.query("select pg_advisory_xact_lock($1)", [locks.accepting]);
		const state = await publicationState(db);
		const days = state ? choose(state) : null;
		if (!state || !days) return null;
		await db.query(
			`update publication set due_from = null,
			        computing_from = greatest(history_from, least(computing_from, due_from, $1)),
			        claimed_day = greatest(claimed_day, $2)`,
			[days.from, days.through],
		);
		return days;
	});
}

/** Puts the staged rows in the place of the published ones, all at once. Returns their number. */
export async function finishDays(db: PoolClient, days: DueDays): Promise<number> {
	return inTransactionOf(db, async () => {
		await db.query(
			`delete from daily_row d using catalog_product p
			  where d.product = p.product and d.statistic = p.statistic and d.day between $1 and $2`,
			[days.from, days.through],
		);
		const { rowCount } = await db.query(
			`insert into daily_row (product, statistic, day, bucket, hosts, total, merged)
			 select product, statistic, day, bucket, hosts, total, merged from staged_row
			  order by product, statistic, day, bucket`,
		);
		// Days after a restated range hang on it too: they stay due until they are restated themselves.
		await db.query(
			`update publication set first_day = least(first_day, $1), last_day = greatest(last_day, $2),
			        computing_from = case when computing_from < $1 then computing_from
			                              when last_day > $2 then $2::date + 1 end,
			        revision = revision + 1`,
			[days.from, days.through],
		);
		return rowCount ?? 0;
	});
}

/** Grows with each publication, whoever made it. */
export async function publishedRevision({ prisma }: Pick<Store, "prisma">): Promise<number> {
	return (await prisma.publication.findFirst({ select: { revision: true } }))?.revision ?? 0;
}
