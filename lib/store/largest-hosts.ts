/** How much of each total the largest host has: computed and published together with the daily rows. */
import type { PoolClient } from "pg";
import { type Day, startOf } from "#lib/day";
import type { Product } from "#lib/product";
import type { DueDays } from "#lib/publish/due";
import { store } from "./client";
import { safeInteger } from "./sql";

/** Where the rows wait for their publication. */
export async function createLargestStage(db: PoolClient): Promise<void> {
	await db.query(`
		drop table if exists staged_largest;
		create temp table staged_largest (like largest_host)`);
}

/**
 * Stages the largest amount of each total on each day. A maximum has no running sum. So the runs of days are sorted by
 * amount, and the first one that has the day counts: it comes early, because most hosts stay for long. The bucket "" of
 * `unit_run` and `bucket_day` has the amounts of hosts and their totals.
 */
export async function stageLargest(db: PoolClient): Promise<void> {
	await db.query("create index on unit_run (product, statistic, amount desc) where bucket = ''");
	await db.query(
		`insert into staged_largest (product, statistic, day, hosts, largest, total)
		 select b.product, b.statistic, b.day, b.hosts, top.amount, b.total
		   from bucket_day b
		  cross join lateral (
			select r.amount from unit_run r
			 where r.product = b.product and r.statistic = b.statistic and r.bucket = ''
			   and r.since <= b.day and r.until > b.day
			 order by r.amount desc limit 1) top
		  where b.bucket = ''`,
	);
}

/** Puts the staged rows in the place of the published ones. */
export async function replaceLargest(db: PoolClient, { from, through }: DueDays): Promise<void> {
	await db.query(
		`delete from largest_host l using catalog_product p
		  where l.product = p.product and l.statistic = p.statistic and l.day between $1 and $2`,
		[from, through],
	);
	await db.query("insert into largest_host select * from staged_largest order by product, statistic, day");
}

/** In the database's integer amounts: see `amountsPerUnit`. */
export interface LargestHost {
	statistic: string;
	/** Hosts with an amount. */
	hosts: number;
	/** Of one host. */
	largest: number;
	total: number;
}

/** Of each total on a published day. A total of nothing has no row. */
export async function largestHosts(product: Product, day: Day): Promise<LargestHost[]> {
	const rows = await store().prisma.largestHost.findMany({
		select: { statistic: true, hosts: true, largest: true, total: true },
		where: { product, day: startOf(day) },
	});
	return rows.map(({ statistic, hosts, largest, total }) => ({
		statistic,
		hosts: safeInteger(hosts),
		largest: safeInteger(largest),
		total: safeInteger(total),
	}));
}
