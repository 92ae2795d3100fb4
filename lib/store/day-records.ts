/** The log of published days in the database: what a publishing adds to it, and what is read of it. */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { type Day, earlier } from "#lib/day";
import {
	type CountingMethod,
	type DayRecord,
	type DueReason,
	describeMethod,
	dueReasons,
	hashOfRecord,
} from "#lib/day-log";
import type { DueDays } from "#lib/publish/due";
import { store } from "./client";
import type { Wanted } from "./daily-rows";
import { type NotedReason, notedReasons } from "./due-reasons";
import { count, day, instant, rowsOf } from "./sql";

/** As in the log: the same text on every machine. */
const utc = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const dayDigest = z.object({ day, digest: z.string(), rows: count, reports: count });
export type DayDigest = z.infer<typeof dayDigest>;

/**
 * The digests of the published days, from the rows of the given statistics. `lib/day-log.ts` says what a digest is. Lines are
 * sorted within each statistic, then the statistics are: the separator sorts before everything else, so the order is the
 * same, for two thirds of the time.
 */
export async function digestsOfDays(
	db: Pool | PoolClient,
	{ from, through }: DueDays,
	statistics: readonly string[],
): Promise<DayDigest[]> {
	return rowsOf(
		db,
		dayDigest,
		`select day, encode(sha256(convert_to(coalesce(string_agg(lines, chr(10)
		           order by product collate "C", statistic collate "C"), ''), 'UTF8')), 'hex') as digest,
		        sum(rows)::bigint as rows, coalesce(sum(reports), 0)::bigint as reports
		   from (
			select product, statistic, day, count(*) filter (where hosts > 0) as rows,
			       sum(total) filter (where statistic = 'reports' and bucket = '') as reports,
			       string_agg(product || chr(9) || statistic || chr(9) || bucket || chr(9) || hosts || chr(9) || total, chr(10)
			          order by bucket collate "C") filter (where hosts > 0) as lines
			  from daily_row where statistic = any($3) and day between $1 and $2
			 group by product, statistic, day
		   ) of_statistic
		  group by day order by day`,
		[from, through, statistics],
	);
}

/**
 * Notes which statistics of published days the staged rows are going to change: to be called before they take the place of
 * the published ones. A statistic that is new on a day does not change it.
 */
export async function noteChanges(db: PoolClient, { from, through }: DueDays): Promise<void> {
	const columns = "product, statistic, day, bucket, hosts, total";
	await db.query(
		`create temp table changed_statistic on commit drop as
		 with published as (
			select ${columns} from daily_row join catalog_product using (product, statistic)
			 where day between $1 and least($2, (select last_day from publication))
		 ),
		 staged as (
			select ${columns} from staged_row s
			 where day <= (select last_day from publication)
			   and exists (select from daily_row d where d.product = s.product and d.statistic = s.statistic
			                  and d.day = s.day and d.bucket = '')
		 )
		 select distinct product, statistic, day from (
			(select * from published except all select * from staged) union all
			(select * from staged except all select * from published)
		 ) changed`,
		[from, through],
	);
}

const latestRecord = z.object({ day, digest: z.string(), method: z.string(), description: z.string() });

/** Adds a record for each of the days whose rows are new or were changed. To be called after the rows were replaced. */
export async function recordDays(
	db: PoolClient,
	days: DueDays,
	{ method, at }: { method: CountingMethod; at: Date },
): Promise<void> {
	const { id, description } = describeMethod(method);
	const { through } = days;
	const from = earlier(days.from, (await firstWithoutRecord(db)) ?? days.from);
	const latest = await rowsOf(
		db,
		latestRecord,
		`select distinct on (r.day) r.day, r.digest, r.method, m.description
		   from day_record r join counting_method m on m.id = r.method
		  where r.day between $1 and $2 order by r.day, r.number desc`,
		[from, through],
	);
	const before = new Map(latest.map((one) => [one.day, one]));
	const noted = (await notedReasons(db)).filter(({ isClaimed }) => isClaimed);
	const digests = await digestsOfDays(db, { from, through }, Object.keys(method.statistics));
	const changed = digests.filter((one) => before.get(one.day)?.digest !== one.digest);
	await db.query("insert into counting_method values ($1, $2) on conflict do nothing", [id, description]);
	await appendRecords(
		db,
		changed.map(({ day, digest, reports }) => {
			const former = before.get(day);
			const reasons = former?.digest ? reasonsFor(day, noted, former, { id, description }) : [];
			return { day, at: at.toISOString(), reasons, reports, method: id, digest };
		}),
	);
	await db.query(
		`insert into restated_statistic (product, statistic, record)
		 select c.product, c.statistic, r.number from changed_statistic c
		   join day_record r on r.day = c.day and r.number > $1 and r.reasons <> '{}'`,
		[await numberOfRecords(db).then((total) => total - changed.length)],
	);
}

/** Days that were published before there was a log have no record. */
async function firstWithoutRecord(db: PoolClient): Promise<Day | null> {
	const rows = await rowsOf(
		db,
		z.object({ first: day.nullable() }),
		`select min(d)::date as first from publication, generate_series(first_day, last_day, interval '1 day') d
		  where not exists (select from day_record r where r.day = d::date)`,
	);
	return rows[0]?.first ?? null;
}

/** Those noted for the day. Where the parameters differ, the program counts in another way, too. */
function reasonsFor(
	day: Day,
	noted: readonly NotedReason[],
	former: { method: string; description: string },
	now: { id: string; description: string },
): DueReason[] {
	const reasons = noted
		.filter(({ since, through }) => since <= day && (through === null || day <= through))
		.map(({ reason }) => reason);
	if (parametersOf(former.description) !== parametersOf(now.description)) return [...reasons, "counting"];
	if (reasons.length > 0) return reasons;
	return [former.method === now.id ? "operator" : "counting"];
}

/** Of a method, without the version of the code. */
function parametersOf(description: string): string {
	const { code: _, ...parameters } = JSON.parse(description) as CountingMethod;
	return JSON.stringify(parameters);
}

async function numberOfRecords(db: PoolClient): Promise<number> {
	const rows = await rowsOf(db, z.object({ last: z.int() }), "select coalesce(max(number), 0) as last from day_record");
	return rows[0]?.last ?? 0;
}

/** Adds a record without a digest for each published day after `lastDay`. */
export async function recordWithdrawal(
	db: PoolClient,
	lastDay: Day,
	{ method, at }: { method: CountingMethod; at: Date },
): Promise<void> {
	const { id, description } = describeMethod(method);
	await db.query("insert into counting_method values ($1, $2) on conflict do nothing", [id, description]);
	const days = await rowsOf(
		db,
		z.object({ day }),
		`select d::date as day from publication, generate_series(greatest(first_day, $1::date + 1), last_day, interval '1 day') d
		  order by 1`,
		[lastDay],
	);
	const withdrawn = { at: at.toISOString(), reasons: ["clock" as const], reports: 0, method: id, digest: "" };
	await appendRecords(
		db,
		days.map(({ day }) => ({ day, ...withdrawn })),
	);
}

/** Adds records in the given order. The caller holds the lock `publishing`. */
async function appendRecords(db: PoolClient, records: readonly Omit<DayRecord, "hash">[]): Promise<void> {
	const number = await numberOfRecords(db);
	const last = await rowsOf(db, z.object({ hash: z.string() }), "select hash from day_record where number = $1", [
		number,
	]);
	let hash = last[0]?.hash ?? "";
	const rows = records.map((record, i) => {
		hash = hashOfRecord(hash, record);
		return { ...record, number: number + 1 + i, hash };
	});
	await db.query(
		`insert into day_record (number, day, at, reasons, reports, method, digest, hash)
		 select number, day, at, reasons, reports, method, digest, hash
		   from jsonb_to_recordset($1::jsonb) as one(number integer, day date, at timestamptz, reasons text[], reports integer,
		        method text, digest text, hash text) order by number`,
		[JSON.stringify(rows)],
	);
}

/**
 * How many published rows differ from the staged ones, by day, with one of them. Days that were published before rows had
 * squares and products have none to compare. Empties the stage.
 */
export async function differencesOfDays(
	db: PoolClient,
	{ from, through }: DueDays,
): Promise<{ day: Day; rows: number; example: string }[]> {
	const columns = "product, statistic, day, bucket, hosts, total, merged, squares, products";
	const ofLargest =
		"product, statistic, day, 'of the largest host', hosts, largest, null::int, null::float8, null::float8";
	const found = await rowsOf(
		db,
		z.object({ day, rows: count, example: z.string() }),
		`with published as (
			select ${columns} from daily_row join catalog_product using (product, statistic) where day between $1 and $2
			union all
			select ${ofLargest} from largest_host join catalog_product using (product, statistic) where day between $1 and $2
		 ),
		 staged as (
			select s.product, s.statistic, s.day, s.bucket, s.hosts, s.total, s.merged,
			       case when d.squares is not null or d.product is null then s.squares end as squares,
			       case when d.products is not null or d.product is null then s.products end as products
			  from staged_row s left join daily_row d using (product, statistic, day, bucket)
			 where s.day between $1 and $2
			union all
			select ${ofLargest} from staged_largest where day between $1 and $2
		 )
		 select day, count(*) as rows, min(concat_ws(' ', product, statistic, bucket) collate "C") as example from (
			(select * from published except all select * from staged) union all
			(select * from staged except all select * from published)
		 ) changed group by day order by day`,
		[from, through],
	);
	await db.query("truncate staged_row, staged_largest");
	return found;
}

const recordRow = z.object({
	day,
	at: z.iso.datetime(),
	reasons: z.array(z.enum(dueReasons)),
	reports: z.int(),
	method: z.string(),
	digest: z.string(),
	hash: z.string(),
});

export interface DayLog {
	/** By id; each the compact JSON of a `CountingMethod`. */
	methods: { id: string; description: string }[];
	records: z.infer<typeof recordRow>[];
}

/** The whole log, from the first record on. */
export async function dayLog(db: Pool | PoolClient = store().pool): Promise<DayLog> {
	const records = await rowsOf(
		db,
		recordRow,
		`select day, ${utc("at")} as at, reasons, reports, method, digest, hash from day_record order by number`,
	);
	const methods = await rowsOf(
		db,
		z.object({ id: z.string(), description: z.string() }),
		`select id, description from counting_method m
		  order by (select min(number) from day_record r where r.method = m.id), id`,
	);
	return { methods, records };
}

/** When the published rows last changed, those of observed days among them; `null` before the first publication. */
export async function lastPublication(pool: Pool): Promise<Date | null> {
	const rows = await rowsOf(
		pool,
		z.object({ at: instant.nullable() }),
		`select greatest((select at from day_record order by number desc limit 1),
		                 (select observed_at from publication)) as at`,
	);
	return rows[0]?.at ?? null;
}

const restatementRow = z.object({
	product: z.string(),
	statistic: z.string(),
	day,
	at: z.iso.datetime(),
	reasons: z.array(z.enum(dueReasons)),
});

/** A day on which the statistic was published again with other numbers. */
export type Restatement = Pick<z.infer<typeof restatementRow>, "day" | "at" | "reasons">;

/** Of each statistic, in the order given: its restated days from `from` through `to`, in the order of the log. */
export async function restatements(
	wanted: readonly Wanted[],
	{ from, to }: { from: Day; to: Day },
): Promise<Restatement[][]> {
	const rows = await rowsOf(
		store().pool,
		restatementRow,
		`select c.product, c.statistic, r.day, ${utc("r.at")} as at, r.reasons
		   from restated_statistic c join day_record r on r.number = c.record
		  where c.statistic = any($1) and r.day between $2 and $3 order by r.number`,
		[wanted.map(({ statistic }) => statistic), from, to],
	);
	return wanted.map(({ product, statistic }) =>
		rows
			.filter((row) => row.product === product && row.statistic === statistic)
			.map(({ day, at, reasons }) => ({ day, at, reasons })),
	);
}
