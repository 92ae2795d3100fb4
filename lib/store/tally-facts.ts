/** Gives a statistic that is new in the catalog its past: its memberships are computed from the stored facts. */
import type { PoolClient } from "pg";
import { z } from "zod";
import { replay } from "#lib/host-history/fold";
import type { HostReport, Membership } from "#lib/host-history/state";
import { type Catalog, catalogOf } from "#lib/host-history/tally";
import type { Product } from "#lib/product";
import { isObserved, type Statistic } from "#lib/statistics/statistic";
import { copyRows } from "./copy-rows";
import { writeLabels } from "./host-rows";
import { day, holdBackReports, inTransactionOf, product, rowsOf } from "./sql";

const hostsPerPiece = 500;

/**
 * Computes the memberships of statistics never tallied before, for all hosts, a few hundred in a transaction: reports are
 * accepted in between. Interrupted, it begins again. Returns the slugs.
 */
export async function tallyNewStatistics(db: PoolClient, statistics: readonly Statistic[]): Promise<string[]> {
	const fresh = await newStatistics(db, statistics);
	if (fresh.length === 0) return [];
	const slugs = fresh.map((statistic) => statistic.slug);
	const catalog = catalogOf(fresh);
	for (let after: string | null = "00000000-0000-0000-0000-000000000000"; after; )
		after = await inTransactionOf(db, () => tallyNextHosts(db, catalog, slugs, after ?? ""));
	return slugs;
}

/** Returns the last host of the piece; `null` when there was none left, and the statistics are tallied. */
async function tallyNextHosts(
	db: PoolClient,
	catalog: Catalog,
	slugs: readonly string[],
	after: string,
): Promise<string | null> {
	// No report may be folded meanwhile: its memberships would collide with those computed here.
	await holdBackReports(db);
	const hosts = await hostsAfter(db, after);
	const last = hosts.at(-1);
	if (!last) {
		await db.query("insert into tallied_statistic (slug) select unnest($1::text[]) on conflict do nothing", [slugs]);
		return null;
	}
	// Of reports that came before their host's turn, or of an interrupted tallying.
	await db.query("delete from membership where host_id = any($1) and statistic = any($2)", [
		hosts.map(({ id }) => id),
		slugs,
	]);
	const rows: unknown[][] = [];
	for (const host of hosts) {
		const replayed = replay(host.product, host.reports, catalog);
		await writeLabels(db, replayed.labels);
		for (const row of [...replayed.state.memberships.values()].flat()) rows.push(membershipRow(host.id, row));
	}
	await copyRows(db, "membership (host_id, statistic, bucket, since, until, amount)", rows);
	return last.id;
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
