/**
 * What is published and what is due. A publishing claims its days first: from that moment a report for one of them marks
 * it as due again, so none is lost between the reading and the writing of rows.
 */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { Day } from "#lib/day";
import type { CountingMethod } from "#lib/day-log";
import { type DueDays, type PublicationState, silenceDaysMax } from "#lib/publish/due";
import type { Store } from "./client";
import { noteChanges, recordDays, recordWithdrawal } from "./day-records";
import { claimReasons, finishReasons } from "./due-reasons";
import { replaceLargest } from "./largest-hosts";
import { replaceColumns } from "./monthly-columns";
import { day, inTransactionOf, locks, rowsOf } from "./sql";

const state = z.object({
	firstDay: day.nullable(),
	lastDay: day.nullable(),
	dueAgain: day.nullable(),
	firstReportDay: day.nullable(),
	historyFrom: day.nullable(),
	reportDays: z.array(day),
});

/** What is published and due, or `undefined` in a database without its one row. */
export async function publicationState(db: Pool | PoolClient): Promise<PublicationState | undefined> {
	const rows = await rowsOf(
		db,
		state,
		`select first_day as "firstDay", last_day as "lastDay", least(due_from, computing_from) as "dueAgain",
		        (select min(first_day) from counted_host) as "firstReportDay", history_from as "historyFrom",
		        array(select distinct day::text from report
		               where day >= last_day - ${silenceDaysMax} order by 1) as "reportDays"
		   from publication`,
	);
	return rows[0];
}

/** Lets the published history begin on a later day than the first report. For simulated fleets, before they publish. */
export async function beginHistory(pool: Pool, day: Day): Promise<void> {
	await pool.query("update publication set history_from = $1 where first_day is null", [day]);
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
		await claimReasons(db);
		return days;
	});
}

/** Puts the staged rows in the place of the published ones, all at once, and records them. Returns their number. */
export async function finishDays(
	db: PoolClient,
	days: DueDays,
	counted: { method: CountingMethod; at: Date },
): Promise<number> {
	return inTransactionOf(db, async () => {
		await db.query("set local work_mem = '256MB'; set local jit = off");
		await noteChanges(db, days);
		await db.query(
			`delete from daily_row d using catalog_product p
			  where d.product = p.product and d.statistic = p.statistic and d.day between $1 and $2`,
			[days.from, days.through],
		);
		const { rowCount } = await db.query(
			`insert into daily_row (product, statistic, day, bucket, hosts, total, merged, squares, products)
			 select product, statistic, day, bucket, hosts, total, merged, squares, products from staged_row
			  order by product, statistic, day, bucket`,
		);
		await replaceColumns(db, days);
		await replaceLargest(db, days);
		await db.query(dailyNewcomers, [days.from, days.through]);
		// Days after a restated range hang on it too: they stay due until they are restated themselves.
		await db.query(
			`update publication set first_day = least(first_day, $1), last_day = greatest(last_day, $2),
			        computing_from = case when computing_from < $1 then computing_from
			                              when last_day > $2 then $2::date + 1 end,
			        revision = revision + 1`,
			[days.from, days.through],
		);
		await recordDays(db, days, counted);
		await finishReasons(db, days);
		return rowCount ?? 0;
	});
}

/** Takes back the published days after `lastDay`. The caller holds the locks `publishing` and `accepting`. */
export async function withdrawDays(
	db: PoolClient,
	lastDay: Day,
	counted: { method: CountingMethod; at: Date },
): Promise<void> {
	await db.query(
		`delete from daily_row d where day > $1 and not exists (select from observed_day o where o.statistic = d.statistic)`,
		[lastDay],
	);
	await replaceColumns(db, { from: lastDay, through: null });
	await db.query("delete from largest_host where day > $1", [lastDay]);
	await db.query("delete from daily_newcomers where day > $1", [lastDay]);
	await recordWithdrawal(db, lastDay, counted);
	await db.query("delete from due_reason where since > $1", [lastDay]);
	await db.query(
		`update publication set first_day = case when first_day <= $1 then first_day end,
		        last_day = case when first_day <= $1 then least(last_day, $1) end,
		        claimed_day = case when first_day <= $1 then least(claimed_day, $1) end,
		        due_from = case when due_from <= $1 then due_from end,
		        computing_from = case when computing_from <= $1 then computing_from end,
		        revision = revision + 1`,
		[lastDay],
	);
}

/** Days whose networks are deleted already keep what they have. */
const dailyNewcomers = `
	insert into daily_newcomers (product, day, hosts, known, largest)
	select product, day, sum(hosts), sum(hosts) filter (where network is not null), max(hosts) filter (where network is not null)
	  from (
		select h.product, h.first_day as day, n.network, count(*) as hosts
		  from counted_host h left join newcomer n on n.host_id = h.id
		 where h.first_day between greatest($1, (select min(day) from newcomer)) and $2
		 group by h.product, h.first_day, n.network
	  ) of_network
	 group by product, day having count(network) > 0
	on conflict (product, day) do update set hosts = excluded.hosts, known = excluded.known, largest = excluded.largest`;

/** Grows with each publication, whoever made it. */
export async function publishedRevision({ prisma }: Pick<Store, "prisma">): Promise<number> {
	return (await prisma.publication.findFirst({ select: { revision: true } }))?.revision ?? 0;
}
