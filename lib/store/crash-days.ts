/**
 * Statistics of crash reports: computed from all days that are over, and published as observed days of one source. Computed
 * again as a whole each time: a problem that enough hosts reported gets its component's name for the past as well. Only days
 * that changed are written.
 */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { type Day, dayOf, daysThrough, plusDays } from "#lib/day";
import { everyCrash } from "./crash-retention";
import { fewestHosts, fewestReports } from "./crashes";
import { type Observation, type ObservedDay, replaceObserved } from "./observed";
import { count, day, rowsOf } from "./sql";

/** The source of observed days under which crashes are published. */
export const crashSource = "crash-reports";

const amount = z.object({ day, bucket: z.string(), total: count });

const isPublished = `sum(hosts) >= ${fewestHosts} and sum(reports) >= ${fewestReports}`;

/** Reports of each day by a column. Where too few hosts have its value it is `other`. */
const byColumn = (column: string, where = "true") => `
	with crash as (
		select component, day, os_release, kernel_branch, reports, hosts from ${everyCrash} crash where day between $1 and $2
	), known as (select ${column} as name from crash where ${where} group by 1 having ${isPublished})
	select crash.day, case when ${column} in (select name from known) then ${column} else 'other' end as bucket,
	       sum(reports)::bigint as total
	  from crash where ${where} group by 1, 2`;

/** Each statement gives the amounts of each day with some. */
const statements: Readonly<Record<string, string>> = {
	"crash-reports": `select day, type as bucket, sum(reports)::bigint as total
	                    from ${everyCrash} crash where day between $1 and $2 group by 1, 2`,
	"crash-components": byColumn("replace(lower(component), '_', '-')"),
	"crash-kernel-branch": byColumn("kernel_branch", "kernel_branch <> ''"),
	"crash-releases": byColumn("os_release"),
	"crash-problems-new": `select day, 'all' as bucket, sum(problems)::bigint as total
	                         from (select first_day as day, 1 as problems from crash_problem
	                               union all
	                               select day, problems from forgotten_crash where problems > 0) new
	                        where day between $1 and $2 group by 1`,
};

/**
 * Publishes all days that are over. Nothing happens before the first crash report. `isAnnounced`: something else that pages
 * show of problems has changed, such as a link.
 */
export async function publishCrashes(
	pool: Pool,
	now: Date,
	{ isAnnounced = false }: { isAnnounced?: boolean } = {},
): Promise<void> {
	const through = plusDays(dayOf(now), -1);
	const [first] = await rowsOf(
		pool,
		z.object({ day: day.nullable() }),
		`select least((select min(day) from crash_day), (select min(day) from forgotten_crash),
		              (select min(day) from observed_day where source = $1)) as day`,
		[crashSource],
	);
	if (!first?.day || first.day > through) return;
	const range = { from: first.day, through };
	const daily = await Promise.all(
		Object.entries(statements).map(async ([statistic, sql]) => ({
			statistic,
			days: await observedDays(pool, sql, range),
		})),
	);
	const observations: Observation[] = [...daily, { statistic: "crash-bugs", days: await bugMonths(pool, range) }];
	const options = { isReplacing: true, isComplete: true, isAnnounced };
	await replaceObserved(pool, { source: crashSource, observations, digests: [], now }, options);
}

interface Range {
	from: Day;
	through: Day;
}

async function observedDays(pool: Pool, sql: string, { from, through }: Range): Promise<ObservedDay[]> {
	const rows = await rowsOf(pool, amount, sql, [from, through]);
	const byDay = new Map<Day, Map<string, number>>();
	for (const { day, bucket, total } of rows) {
		const buckets = byDay.get(day) ?? new Map<string, number>();
		buckets.set(bucket, total);
		byDay.set(day, buckets);
	}
	return daysThrough(from, through).map((day) => observed(day, byDay.get(day) ?? new Map()));
}

function observed(day: Day, buckets: ReadonlyMap<string, number>): ObservedDay {
	const total = [...buckets.values()].reduce((sum, amount) => sum + amount, 0);
	return { day, lines: total, total, buckets };
}

const month = z.object({ day, created: count, linked: count });

/**
 * Of each whole month whose bugs are known: how many were created, and to how many bugs a problem was linked. A bug counts in
 * the month of its first link.
 */
async function bugMonths(db: Pool | PoolClient, { from, through }: Range): Promise<ObservedDay[]> {
	const rows = await rowsOf(
		db,
		month,
		`with created as (
			select date_trunc('month', day)::date as month, sum(total)::bigint as bugs
			  from observed_day where statistic = 'bugs-created' and bucket = '' group by 1
		), linked as (
			select date_trunc('month', first_link)::date as month, count(*) as bugs
			  from (select min(linked_day) as first_link from crash_problem where bug is not null group by bug) bug group by 1
		)
		select (created.month + interval '1 month' - interval '1 day')::date as day, created.bugs as created,
		       least(created.bugs, coalesce(linked.bugs, 0)) as linked
		  from created left join linked using (month)
		 where created.month >= date_trunc('month', $1::date) and created.month + interval '1 month' <= $2::date + 1
		 order by 1`,
		[from, through],
	);
	return rows.map(({ day, created, linked }) =>
		observed(
			day,
			new Map(Object.entries({ crash: linked, "no-crash": created - linked }).filter(([, bugs]) => bugs > 0)),
		),
	);
}
