/**
 * Observed days: what files of the operator say of each day, by statistic and source. Their sums over all sources are daily
 * rows of the product `all`, published at once. A change moves the published revision, so that all servers notice it; a run
 * that says nothing new writes nothing.
 */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { type Day, earlier, later } from "#lib/day";
import { OperatorError } from "#lib/operator-error";
import { copyRows } from "./copy-rows";
import { replaceColumns } from "./monthly-columns";
import { count, day, inTransaction, rowsOf } from "./sql";

export interface ObservedDay {
	day: Day;
	/** How many lines or entries of the files fell on the day. */
	lines: number;
	/** Of all buckets; fewer than their sum where somebody counts in several. */
	total: number;
	buckets: ReadonlyMap<string, number>;
}

/** The days of a statistic that were read, in order. A day on which nothing was counted is among them. */
export interface Observation {
	statistic: string;
	days: readonly ObservedDay[];
}

export interface ObservedRun {
	source: string;
	observations: readonly Observation[];
	/** SHA-256 of each file's bytes. */
	digests: readonly Buffer[];
	now: Date;
}

export interface ReplaceOptions {
	/** Days that had more lines before are replaced as well. */
	isReplacing?: boolean;
	/** The run has all days of its statistics: others that the source had are deleted. */
	isComplete?: boolean;
	/** Something else that pages show has changed: the revision moves, whatever is written. */
	isAnnounced?: boolean;
}

/**
 * Puts the days of a run in the place of those that its source had. Throws an `OperatorError` if a day had more lines before,
 * as a part of a day's files would have, unless `isReplacing`.
 */
export async function replaceObserved(
	pool: Pool,
	{ source, observations, digests, now }: ObservedRun,
	{ isReplacing = false, isComplete = false, isAnnounced = false }: ReplaceOptions = {},
): Promise<void> {
	await inTransaction(pool, async (db) => {
		// Two runs at once would count each other's rows only in part.
		await db.query("select from publication for update");
		let isChanged = isAnnounced;
		for (const observation of observations) {
			if (!isReplacing) await assertNotFewer(db, source, observation);
			const { statistic } = observation;
			const { changed, gone } = await changesOf(db, source, observation);
			const replaced = { days: changed, gone: isComplete ? gone : [] };
			await writeDays(db, { statistic, source }, replaced);
			await writeFiles(db, source, observation, digests);
			isChanged ||= replaced.days.length + replaced.gone.length > 0;
		}
		if (isChanged) await announce(db, now);
	});
}

const storedDay = z.object({ day, amounts: z.record(z.string(), count), lines: count });

/** The days of which the source says something new, and those that it had and that are not among them. */
async function changesOf(
	db: PoolClient,
	source: string,
	{ statistic, days }: Observation,
): Promise<{ changed: ObservedDay[]; gone: Day[] }> {
	const rows = await rowsOf(
		db,
		storedDay,
		`select day, jsonb_object_agg(bucket, total) as amounts, max(lines) as lines
		   from observed_day where statistic = $1 and source = $2 group by day`,
		[statistic, source],
	);
	const stored = new Map(rows.map((row) => [row.day, row]));
	const isStored = ({ day, lines, total, buckets }: ObservedDay) => {
		const row = stored.get(day);
		const amounts = new Map([...buckets, ["", total]]);
		return (
			row?.lines === lines &&
			Object.keys(row.amounts).length === amounts.size &&
			Object.entries(row.amounts).every(([bucket, amount]) => amounts.get(bucket) === amount)
		);
	};
	const given = new Set(days.map((one) => one.day));
	return {
		changed: days.filter((one) => !isStored(one)),
		gone: [...stored.keys()].filter((one) => !given.has(one)),
	};
}

const fewerDay = z.object({ day, before: count, now: count });

async function assertNotFewer(db: PoolClient, source: string, { statistic, days }: Observation): Promise<void> {
	const [fewer] = await rowsOf(
		db,
		fewerDay,
		`select o.day, o.lines as before, read.lines as now
		   from observed_day o join unnest($3::date[], $4::int[]) as read(day, lines) using (day)
		  where o.statistic = $1 and o.source = $2 and o.bucket = '' and o.lines > read.lines order by o.day limit 1`,
		[statistic, source, days.map((one) => one.day), days.map(({ lines }) => lines)],
	);
	if (!fewer) return;
	throw new OperatorError(
		`${fewer.day} had ${fewer.before} lines from ${source}, and has only ${fewer.now} now. Give all files of a day in one run, or --replace if the new ones are right.`,
	);
}

async function writeDays(
	db: PoolClient,
	{ statistic, source }: { statistic: string; source: string },
	{ days, gone }: { days: readonly ObservedDay[]; gone: readonly Day[] },
): Promise<void> {
	const names = [...days.map((one) => one.day), ...gone];
	if (names.length === 0) return;
	await db.query("delete from observed_day where statistic = $1 and source = $2 and day = any($3::date[])", [
		statistic,
		source,
		names,
	]);
	const rows = days.flatMap(({ day, lines, total, buckets }) => [
		[statistic, source, day, "", total, lines],
		...[...buckets].map(([bucket, amount]) => [statistic, source, day, bucket, amount, null]),
	]);
	await copyRows(db, "observed_day (statistic, source, day, bucket, total, lines)", rows);
	await publishDays(db, statistic, names);
}

/** Computes the daily rows of the given days again, from all sources. */
async function publishDays(db: PoolClient, statistic: string, days: readonly Day[]): Promise<void> {
	await db.query("delete from daily_row where product = 'all' and statistic = $1 and day = any($2::date[])", [
		statistic,
		days,
	]);
	await db.query(
		`insert into daily_row (product, statistic, day, bucket, hosts, total)
		 select 'all', statistic, day, bucket, 0, sum(total) from observed_day
		  where statistic = $1 and day = any($2::date[]) group by statistic, day, bucket`,
		[statistic, days],
	);
	const [first, ...others] = days;
	if (!first) return;
	await replaceColumns(db, { from: others.reduce(earlier, first), through: others.reduce(later, first), statistic });
}

async function writeFiles(
	db: PoolClient,
	source: string,
	{ statistic, days }: Observation,
	digests: readonly Buffer[],
): Promise<void> {
	const [first, last] = [days[0], days.at(-1)];
	if (!first || !last) return;
	for (const digest of digests)
		await db.query(
			`insert into observed_file (digest, source, statistic, first_day, last_day) values ($1, $2, $3, $4, $5)
			 on conflict (digest, source, statistic) do update set first_day = $4, last_day = $5`,
			[digest, source, statistic, first.day, last.day],
		);
}

/** Deletes all that came from a source. Returns how many days of statistics that were. */
export async function forgetSource(pool: Pool, source: string, now: Date): Promise<number> {
	return inTransaction(pool, async (db) => {
		await db.query("select from publication for update");
		const gone = await rowsOf(
			db,
			z.object({ statistic: z.string(), days: z.array(day) }),
			`with gone as (delete from observed_day where source = $1 returning statistic, day, bucket)
			 select statistic, array_agg(day::text order by day) filter (where bucket = '') as days from gone group by statistic`,
			[source],
		);
		await db.query("delete from observed_file where source = $1", [source]);
		for (const { statistic, days } of gone) await publishDays(db, statistic, days);
		if (gone.length > 0) await announce(db, now);
		return gone.reduce((sum, { days }) => sum + days.length, 0);
	});
}

/** The sources that there are, in order of their names. */
export async function observedSources(pool: Pool): Promise<string[]> {
	const rows = await rowsOf(
		pool,
		z.object({ source: z.string() }),
		"select distinct source from observed_day order by 1",
	);
	return rows.map(({ source }) => source);
}

async function announce(db: PoolClient, now: Date): Promise<void> {
	await db.query("update publication set revision = revision + 1, observed_at = $1", [now]);
}
