/**
 * How long problems are kept that too few hosts reported to be published. Anybody can send reports of any number of problems, so
 * without a bound they would fill the disk. A forgotten problem leaves numbers of its days, from which all published rows are
 * computed as before: none of them changes.
 */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { Day } from "#lib/day";
import { fewestHosts, fewestReports } from "./crashes";
import { inTransaction, rowsOf } from "./sql";

/** Every crash that was counted, of problems that are forgotten as well: for the `from` of a statement. */
export const everyCrash = `(
	select d.day, p.type, p.component, d.os_release, d.kernel_branch, d.version, d.reports, d.hosts
	  from crash_problem p join crash_day d using (bthash)
	 union all
	select day, type, component, os_release, kernel_branch, version, reports, hosts from forgotten_crash)`;

/** Of problems that are not published. With more, those that were not reported for longest are forgotten first. */
const rareMax = 100_000;
const pieceLength = 5000;

const enough = `sum(hosts) >= ${fewestHosts} and sum(reports) >= ${fewestReports}`;

/**
 * Forgets problems that are not published, that no bug is linked to, and that were last reported before `cutoff` or are beyond
 * `keptMax`. Returns how many.
 */
export async function forgetRareProblems(pool: Pool, cutoff: Day, keptMax = rareMax): Promise<number> {
	let forgotten = 0;
	for (;;) {
		const bthashes = await rareProblems(pool, cutoff, keptMax);
		forgotten += await inTransaction(pool, (db) => forget(db, bthashes));
		if (bthashes.length < pieceLength) return forgotten;
	}
}

async function rareProblems(pool: Pool, cutoff: Day, keptMax: number): Promise<string[]> {
	const rows = await rowsOf(
		pool,
		z.object({ bthash: z.string() }),
		`select bthash from (
			select bthash, p.last_day, row_number() over (order by p.last_day desc, bthash) as place
			  from crash_problem p join (select bthash from crash_day group by bthash having not (${enough})) rare using (bthash)
			 where p.bug is null) ranked
		  where last_day < $1 or place > $2 order by place desc limit $3`,
		[cutoff, keptMax, pieceLength],
	);
	return rows.map(({ bthash }) => bthash);
}

async function forget(db: PoolClient, bthashes: readonly string[]): Promise<number> {
	// A report that counts meanwhile waits, and then begins a new problem. What came before is seen below.
	await db.query("select from crash_problem where bthash = any($1) order by bthash for update", [bthashes]);
	const [row] = await rowsOf(
		db,
		z.object({ forgotten: z.int() }),
		`with rare as (
			select bthash from crash_day join crash_problem p using (bthash)
			 where bthash = any($1) and p.bug is null group by bthash having not (${enough})
		), problem as (
			delete from crash_problem where bthash in (select bthash from rare) returning bthash, type, component
		), counted as (
			delete from crash_day where bthash in (select bthash from rare) returning *
		), release as (
			select os_release from ${everyCrash} crash group by 1 having ${enough}
		), version as (
			select component, version from ${everyCrash} crash group by 1, 2 having ${enough}
		), crash as (
			select p.type, p.component, c.day, c.kernel_branch, c.reports, c.hosts,
			       case when c.os_release in (select os_release from release) then c.os_release else 'other' end as os_release,
			       case when (p.component, c.version) in (select component, version from version) then c.version else '' end as version,
			       row_number() over (partition by bthash order by c.day, c.os_release, c.kernel_branch, c.version) as place
			  from counted c join problem p using (bthash)
		), kept as (
			insert into forgotten_crash as f (day, type, component, os_release, kernel_branch, version, problems, reports, hosts)
			select day, type, component, os_release, kernel_branch, version,
			       count(*) filter (where place = 1), sum(reports), sum(hosts)
			  from crash group by 1, 2, 3, 4, 5, 6
			on conflict (day, type, component, os_release, kernel_branch, version) do update
			   set problems = f.problems + excluded.problems, reports = f.reports + excluded.reports,
			       hosts = f.hosts + excluded.hosts
		)
		select count(*)::int as forgotten from problem`,
		[bthashes],
	);
	return row?.forgotten ?? 0;
}
