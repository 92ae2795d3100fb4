/** Repairs what a clock that ran ahead has left: reports that are dated in the future. */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { type Day, dayOf, earlier } from "#lib/day";
import { replay } from "#lib/host-history/fold";
import type { HostState, Membership } from "#lib/host-history/state";
import { type Catalog, catalogOf } from "#lib/host-history/tally";
import type { Statistic } from "#lib/statistics/statistic";
import { loadHosts, replaceHosts } from "./host-rows";
import { count, product, rowsOf } from "./sql";
import { Timeline } from "./timeline";

const hostsPerPiece = 500;

/** How many reports of how many hosts are dated later than `now`. */
export async function futureReports(
	db: Pool | PoolClient,
	now: Date,
): Promise<{ hosts: number; reports: number; lastAt: Date | null }> {
	const rows = await rowsOf(
		db,
		z.object({ hosts: count, reports: count, lastAt: z.date().nullable() }),
		`select count(distinct host_id) as hosts, count(*) as reports, max(at) as "lastAt"
		   from report where day >= $2 and at > $1`,
		[now, dayOf(now)],
	);
	return rows[0] ?? { hosts: 0, reports: 0, lastAt: null };
}

/**
 * Dates reports of the future `now`: they did come before, nobody knows when. Their hosts' histories are computed again. The
 * caller holds the lock `accepting` alone.
 */
export async function redateReports(db: PoolClient, now: Date, statistics: readonly Statistic[]): Promise<void> {
	const catalog = catalogOf(statistics);
	const hosts = await rowsOf(
		db,
		z.object({ id: z.guid(), product }),
		`select id, product from host where id in (select host_id from report where day >= $2 and at > $1) order by id`,
		[now, dayOf(now)],
	);
	for (let start = 0; start < hosts.length; start += hostsPerPiece) {
		await redateHosts(db, hosts.slice(start, start + hostsPerPiece), now, catalog);
	}
	for (const table of ["unmatched_host", "newcomer"]) {
		await db.query(`update ${table} set day = $1 where day > $1`, [dayOf(now)]);
	}
}

async function redateHosts(
	db: PoolClient,
	hosts: readonly { id: string; product: HostState["product"] }[],
	now: Date,
	catalog: Catalog,
): Promise<void> {
	const today = dayOf(now);
	const ids = hosts.map(({ id }) => id);
	const everSlugs = catalog.everStatistics.map(({ slug }) => slug);
	const stored = await loadHosts(db, ids, everSlugs);
	const states = new Map<string, HostState>();
	for (const { id, product } of hosts) {
		const host = stored.get(id);
		const entries = new Timeline(host).entries.map((entry) => (entry.at > now ? { ...entry, day: today } : entry));
		const history = (rows: readonly Membership[]) => rows.flatMap((row) => notAfter(row, today));
		const [ever, fromFacts] = [history(host?.ever ?? []), history(host?.fromFacts ?? [])];
		states.set(id, replay(product, entries, catalog, ever, fromFacts).state);
	}
	await replaceHosts(db, states);
	await db.query(
		`update report r set at = $2, day = $3, seq = moved.seq
		   from (select host_id, at, seq as old, (select coalesce(max(s.seq) + 1, 0) from report s
		            where s.host_id = r.host_id and s.at = $2)
		            + row_number() over (partition by host_id order by at, seq) - 1 as seq
		           from report r where host_id = any($1) and at > $2) moved
		  where r.host_id = moved.host_id and r.at = moved.at and r.seq = moved.old`,
		[ids, now, today],
	);
	await db.query("update host set first_day = least(first_day, $2), last_at = least(last_at, $3) where id = any($1)", [
		ids,
		today,
		now,
	]);
}

/** The membership as far as it can be known today. */
function notAfter(row: Membership, today: Day): Membership[] {
	const since = earlier(row.since, today);
	const until = row.until && earlier(row.until, today);
	return until !== null && until <= since ? [] : [{ ...row, since, until }];
}
