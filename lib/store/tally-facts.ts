/** Gives a statistic that is new in the catalog its past: its memberships are computed from the stored facts. */
import type { PoolClient } from "pg";
import { z } from "zod";
import { replay } from "#lib/host-history/fold";
import type { HostReport, Membership } from "#lib/host-history/state";
import { catalogOf } from "#lib/host-history/tally";
import type { Product } from "#lib/product";
import { isObserved, type Statistic } from "#lib/statistics/statistic";
import { copyRows } from "./copy-rows";
import { writeLabels } from "./host-rows";
import { day, inTransactionOf, locks, product, rowsOf } from "./sql";

const hostsPerPiece = 500;

/** Computes the memberships of statistics never tallied before, for all hosts, in one transaction. Returns their slugs. */
export async function tallyNewStatistics(db: PoolClient, statistics: readonly Statistic[]): Promise<string[]> {
	const fresh = await newStatistics(db, statistics);
	if (fresh.length === 0) return [];
	return inTransactionOf(db, async () => {
		// No report may be folded meanwhile: its memberships would collide with those computed here.
		await db.query("select pg_advisory_xact_lock($1)", [locks.accepting]);
		const slugs = fresh.map((statistic) => statistic.slug);
		await db.query("delete from membership where statistic = any($1)", [slugs]);
		const catalog = catalogOf(fresh);
		let after = "00000000-0000-0000-0000-000000000000";
		for (;;) {
			const hosts = await hostsAfter(db, after);
			const last = hosts.at(-1);
			if (!last) break;
			const rows: unknown[][] = [];
			for (const host of hosts) {
				const replayed = replay(host.product, host.reports, catalog);
				await writeLabels(db, replayed.labels);
				for (const row of [...replayed.state.memberships.values()].flat()) rows.push(membershipRow(host.id, row));
			}
			await copyRows(db, "membership (host_id, statistic, bucket, since, until, amount)", rows);
			after = last.id;
		}
		await db.query("insert into tallied_statistic (slug) select unnest($1::text[]) on conflict do nothing", [slugs]);
		return slugs;
	});
}

function membershipRow(id: string, row: Membership): unknown[] {
	return [id, row.statistic, row.bucket, row.since, row.until, row.amount];
}

async function newStatistics(db: PoolClient, statistics: readonly Statistic[]): Promise<Statistic[]> {
	const rows = await rowsOf(db, z.object({ slug: z.string() }), "select slug from tallied_statistic");
	const tallied = new Set(rows.map((row) => row.slug));
	return statistics.filter((statistic) => !isObserved(statistic) && !tallied.has(statistic.slug));
}

const hostRow = z.object({
	id: z.guid(),
	product,
	reports: z.array(z.object({ day, sections: z.custom<HostReport["sections"]>() })).nullable(),
});

/** The next hosts, each with one report per version of its facts: between versions nothing changes. */
async function hostsAfter(
	db: PoolClient,
	after: string,
): Promise<{ id: string; product: Product; reports: HostReport[] }[]> {
	const rows = await rowsOf(
		db,
		hostRow,
		`select h.id, h.product, (
		        select json_agg(json_build_object('day', one.since, 'sections', one.sections) order by one.since)
		          from (select since, json_object_agg(section, facts) as sections from fact_version
		                 where host_id = h.id group by since) one) as reports
		   from host h where h.id > $1 order by h.id limit $2`,
		[after, hostsPerPiece],
	);
	return rows.map(({ id, product, reports }) => ({ id, product, reports: reports ?? [] }));
}
