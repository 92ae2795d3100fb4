/** Crash reports: counts of problems by day. Nothing here names a host or a network. */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { Day } from "#lib/day";
import { count, day, inTransaction, rowsOf } from "./sql";

/** The fewest hosts and the fewest reports with which anything about a problem is published. */
export const fewestHosts = 5;
export const fewestReports = 5;

/** What is stored of a crash. `null`: not said, or not to be kept. */
export interface StoredCrash {
	bthash: string;
	type: string;
	/** `kernel`, one of OpenVZ's or the distribution's packages, or `other`. */
	component: string;
	/** Where it happened, of the kernel and OpenVZ's own programs alone. */
	function: string | null;
	/** `7.0.11` of OpenVZ and Virtuozzo, `centos-7` of others, or `other`. */
	osRelease: string;
	/** Of kernel oopses. */
	kernelBranch: string | null;
	/** Of the kernel, or of OpenVZ's own package. */
	version: string | null;
	signal: number | null;
	taintFlags: readonly string[];
	/** The name of the exception, of OpenVZ's own programs alone. */
	exception: string | null;
}

export interface KnownProblem {
	/** Whether the problem was counted before. */
	isKnown: boolean;
	component: string;
	/** The address of a bug, and advice: what the operator says about the problem. */
	bug: string | null;
	solution: string | null;
}

const known = z.object({
	isKnown: z.boolean(),
	component: z.string(),
	bug: z.string().nullable(),
	solution: z.string().nullable(),
});

/** Counts a crash on a day. When it returns, that is committed. `isHost`: it is the first one of this problem on its host. */
export async function countCrash(
	pool: Pool | PoolClient,
	crash: StoredCrash,
	day: Day,
	isHost: boolean,
): Promise<KnownProblem> {
	const rows = await rowsOf(
		pool,
		known,
		`with problem as (
			insert into crash_problem as p (bthash, type, component, function, signal, exception, taint_flags, first_day, last_day)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
			on conflict (bthash) do update
			   set first_day = least(p.first_day, excluded.first_day), last_day = greatest(p.last_day, excluded.last_day)
			returning p.component, bug, solution, xmax <> 0 as "isKnown"
		), counted as (
			insert into crash_day as d (bthash, day, os_release, kernel_branch, version, reports, hosts)
			values ($1, $8, $9, $10, $11, 1, $12)
			on conflict (bthash, day, os_release, kernel_branch, version) do update
			   set reports = d.reports + 1, hosts = d.hosts + excluded.hosts
		)
		select * from problem`,
		[
			...[crash.bthash, crash.type, crash.component, crash.function, crash.signal, crash.exception, crash.taintFlags],
			...[day, crash.osRelease, crash.kernelBranch ?? "", crash.version ?? "", isHost ? 1 : 0],
		],
	);
	const [problem] = rows;
	if (!problem) throw new Error("a crash was not counted");
	return problem;
}

/** Counts crashes of some days, in the place of all that was counted on them. For simulated fleets. */
export async function replaceCrashes(
	pool: Pool,
	{ from, through }: { from: Day; through: Day },
	crashes: readonly { crash: StoredCrash; day: Day; isHost: boolean }[],
): Promise<void> {
	await inTransaction(pool, async (db) => {
		await db.query("delete from crash_day where day between $1 and $2", [from, through]);
		for (const { crash, day, isHost } of crashes) await countCrash(db, crash, day, isHost);
	});
}

/** What is known of a problem, without counting anything; `null` when there is no such problem. */
export async function knownProblem(pool: Pool, bthash: string): Promise<KnownProblem | null> {
	const [problem] = await rowsOf(
		pool,
		known,
		`select component, bug, solution, true as "isKnown" from crash_problem where bthash = $1`,
		[bthash],
	);
	return problem ?? null;
}

export interface Link {
	bug: string;
	solution: string | null;
	/** The month of this day counts the bug. */
	day: Day;
}

/** Says which bug a problem is. Returns whether there is such a problem. A bug that is linked again keeps its day. */
export async function linkProblem(pool: Pool, bthash: string, { bug, solution, day }: Link): Promise<boolean> {
	const { rowCount } = await pool.query(
		`update crash_problem set linked_day = case when bug = $2 then linked_day else $4 end, bug = $2, solution = $3
		  where bthash = $1`,
		[bthash, bug, solution, day],
	);
	return rowCount === 1;
}

/** Returns whether there is such a problem. */
export async function unlinkProblem(pool: Pool, bthash: string): Promise<boolean> {
	const { rowCount } = await pool.query(
		"update crash_problem set bug = null, solution = null, linked_day = null where bthash = $1",
		[bthash],
	);
	return rowCount === 1;
}

/** Deletes a problem with all that was counted of it. Returns whether there was one. */
export async function deleteProblem(pool: Pool, bthash: string): Promise<boolean> {
	return inTransaction(pool, async (db) => {
		// First: a report that counts meanwhile waits, and then begins a new problem.
		const { rowCount } = await db.query("delete from crash_problem where bthash = $1", [bthash]);
		await db.query("delete from crash_day where bthash = $1", [bthash]);
		return rowCount === 1;
	});
}

/** A problem with what was counted of it. */
export const countedProblem = z.object({
	bthash: z.string(),
	type: z.string(),
	component: z.string(),
	function: z.string().nullable(),
	bug: z.string().nullable(),
	firstDay: day,
	lastDay: day,
	reports: count,
	hosts: count,
});
export type CountedProblem = z.infer<typeof countedProblem>;

/** For the operator: published or not, those with most hosts first. */
export async function listedProblems(pool: Pool, limit: number): Promise<CountedProblem[]> {
	return rowsOf(
		pool,
		countedProblem,
		`select p.bthash, p.type, p.component, p.function, p.bug, p.first_day as "firstDay", p.last_day as "lastDay",
		        sum(d.reports)::bigint as reports, sum(d.hosts)::bigint as hosts
		   from crash_problem p join crash_day d using (bthash)
		  group by p.bthash order by hosts desc, reports desc, p.bthash limit $1`,
		[limit],
	);
}
