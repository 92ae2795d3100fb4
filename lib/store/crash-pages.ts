/**
 * What the pages about crashes read. A problem is published when enough hosts reported it often enough; all others are one
 * number. Days are read up to the last one whose statistics are published, so that a page changes with a publication only.
 */
import { z } from "zod";
import { type Day, earlier } from "#lib/day";
import { store } from "./client";
import { everyCrash } from "./crash-retention";
import { type CountedProblem, countedProblem, fewestHosts, fewestReports } from "./crashes";
import { count, day, rowsOf } from "./sql";

const isPublished = `sum(d.hosts) >= ${fewestHosts} and sum(d.reports) >= ${fewestReports}`;

/** The last day of which crashes are published; `null` before the first one. */
export async function lastCrashDay(): Promise<Day | null> {
	const [row] = await rowsOf(
		store().pool,
		z.object({ day: day.nullable() }),
		"select max(day) as day from daily_row where product = 'all' and statistic = 'crash-reports'",
	);
	return row?.day ?? null;
}

export interface CrashList {
	problems: readonly CountedProblem[];
	/** Problems of too few hosts, and their reports. Without a release, also those that are forgotten. */
	others: { problems: number; reports: number };
}

/** Problems up to a day; with a release, as hosts of that release reported them. Anybody can add to the others: they are only counted. */
export async function crashProblems(through: Day, osRelease: string | null): Promise<CrashList> {
	const counted = "crash_day d where d.day <= $1 and ($2::text is null or d.os_release = $2) group by d.bthash";
	const [problems, others] = await Promise.all([
		rowsOf(
			store().pool,
			countedProblem,
			`select p.bthash, p.type, p.component, p.function, p.bug, c."firstDay", c."lastDay", c.reports, c.hosts
			   from (select d.bthash, min(d.day) as "firstDay", max(d.day) as "lastDay",
			                sum(d.reports)::bigint as reports, sum(d.hosts)::bigint as hosts
			           from ${counted} having ${isPublished}) c
			   join crash_problem p using (bthash)`,
			[through, osRelease],
		),
		rowsOf(
			store().pool,
			z.object({ problems: count, reports: count }),
			`select coalesce(sum(problems), 0)::bigint as problems, coalesce(sum(reports), 0)::bigint as reports
			   from (select 1 as problems, sum(d.reports) as reports from ${counted} having not (${isPublished})
			         union all
			         select problems, reports from forgotten_crash where day <= $1 and $2::text is null) c`,
			[through, osRelease],
		),
	]);
	return { problems, others: others[0] ?? { problems: 0, reports: 0 } };
}

/** Releases of which enough hosts reported anything. */
export async function crashReleases(through: Day): Promise<string[]> {
	const rows = await rowsOf(
		store().pool,
		z.object({ release: z.string() }),
		`select d.os_release as release from crash_day d where d.day <= $1 group by 1 having ${isPublished} order by 1`,
		[through],
	);
	return rows.map(({ release }) => release);
}

const dayReports = z.object({ bthash: z.string(), day, reports: count });

/** Reports of each day with some, by problem. */
export async function crashCourses(
	bthashes: readonly string[],
	{ from, through }: { from: Day; through: Day },
	osRelease: string | null = null,
): Promise<Map<string, Map<Day, number>>> {
	const rows = await rowsOf(
		store().pool,
		dayReports,
		`select bthash, day, sum(reports)::bigint as reports from crash_day
		  where bthash = any($1) and day between $2 and $3 and ($4::text is null or os_release = $4) group by bthash, day`,
		[bthashes, from, through, osRelease],
	);
	const courses = new Map(bthashes.map((bthash) => [bthash, new Map<Day, number>()]));
	for (const row of rows) courses.get(row.bthash)?.set(row.day, row.reports);
	return courses;
}

const detailed = countedProblem.extend({
	signal: z.int().nullable(),
	exception: z.string().nullable(),
	taintFlags: z.array(z.string()),
	solution: z.string().nullable(),
});
export type CrashDetails = z.infer<typeof detailed>;

/** A problem as of a day, or of the last published one; `null` when it is not published. */
export async function publishedProblem(bthash: string, on: Day | null = null): Promise<CrashDetails | null> {
	const last = await lastCrashDay();
	if (!last) return null;
	const [row] = await rowsOf(
		store().pool,
		detailed,
		`select p.bthash, p.type, p.component, p.function, p.bug, min(d.day) as "firstDay", max(d.day) as "lastDay",
		        sum(d.reports)::bigint as reports, sum(d.hosts)::bigint as hosts,
		        p.signal, p.exception, p.taint_flags as "taintFlags", p.solution
		   from crash_problem p join crash_day d using (bthash)
		  where p.bthash = $1 and d.day <= $2 group by p.bthash having ${isPublished}`,
		[bthash, on ? earlier(on, last) : last],
	);
	return row ?? null;
}

const share = z.object({
	by: z.enum(["osRelease", "kernelBranch", "version"]),
	name: z.string(),
	reports: count,
	hosts: count,
});
export type CrashShare = z.infer<typeof share>;

/** By what hosts of a problem differ. Whatever fewer hosts have is to be merged by who shows it. */
export async function crashShares(bthash: string, through: Day): Promise<CrashShare[]> {
	return rowsOf(
		store().pool,
		share,
		`select case when grouping(os_release) = 0 then 'osRelease' when grouping(version) = 0 then 'version'
		             else 'kernelBranch' end as by,
		        coalesce(case when grouping(os_release) = 0 then os_release when grouping(version) = 0 then version
		             else kernel_branch end, '') as name,
		        sum(reports)::bigint as reports, sum(hosts)::bigint as hosts
		   from crash_day where bthash = $1 and day <= $2
		  group by grouping sets ((os_release), (kernel_branch), (version)) order by 1, 3 desc, 2`,
		[bthash, through],
	);
}

/** Versions of a component in reports of any problem, forgotten ones as well. */
export async function crashVersions(component: string, through: Day): Promise<string[]> {
	const rows = await rowsOf(
		store().pool,
		z.object({ version: z.string() }),
		`select d.version from ${everyCrash} d
		  where d.component = $1 and d.version <> '' and d.day <= $2 group by 1 having ${isPublished}`,
		[component, through],
	);
	return rows.map(({ version }) => version);
}
