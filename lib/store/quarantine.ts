/**
 * Takes hosts out of all numbers, and back. Only a mark on the host changes: its reports are accepted and its history goes
 * on, so that a release finds everything as if it had always counted. What counts is read through the view `counted_host`.
 */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { Day } from "#lib/day";
import type { DueReason } from "#lib/day-log";
import { OperatorError } from "#lib/operator-error";
import { publishedProducts } from "#lib/product";
import { type DueDays, inPieces } from "#lib/publish/due";
import type { Statistic } from "#lib/statistics/statistic";
import { makeDue } from "./due-reasons";
import { publicationState } from "./publication";
import { count, day, instant, inTransaction, locks, onConnection, rowsOf } from "./sql";
import { createStage, stageDays } from "./stage-rows";

const quarantine = z.object({
	id: z.int(),
	at: instant,
	/** The hash of the network whose newcomers they are, as long as it is kept. */
	network: z.string().nullable(),
	/** Hosts that were taken out. */
	hosts: z.int(),
	/** Hosts that are out now: some may have been forgotten. */
	held: count,
	releasedAt: instant.nullable(),
});
export type Quarantine = z.infer<typeof quarantine>;

export async function quarantines(db: Pool): Promise<Quarantine[]> {
	return rowsOf(
		db,
		quarantine,
		`select q.id, q.at, q.network, q.hosts, q.released_at as "releasedAt",
		        (select count(*) from host h where h.quarantine_id = q.id) as held
		   from quarantine q order by q.id`,
	);
}

const candidate = z.object({ id: z.guid(), firstDay: day, quarantineId: z.int().nullable() });
/** A host that may be taken out, or is out already. */
export type Candidate = z.infer<typeof candidate>;

const candidateColumns = `h.id, h.first_day as "firstDay", h.quarantine_id as "quarantineId"`;

/** Hosts of which the first report came from the network on the day or later, as far as networks are kept. */
export async function newcomersFrom(pool: Pool, network: string, since: Day | null): Promise<Candidate[]> {
	return rowsOf(
		pool,
		candidate,
		`select ${candidateColumns} from newcomer n join host h on h.id = n.host_id
		  where n.network = $1 and n.day >= coalesce($2::date, '-infinity') order by h.id`,
		[network, since],
	);
}

/** Those of the ids that are known. */
export async function hostsNamed(pool: Pool, ids: readonly string[]): Promise<Candidate[]> {
	return rowsOf(pool, candidate, `select ${candidateColumns} from host h where h.id = any($1) order by h.id`, [ids]);
}

export async function hostsIn(pool: Pool, id: number): Promise<Candidate[]> {
	return rowsOf(pool, candidate, `select ${candidateColumns} from host h where h.quarantine_id = $1 order by h.id`, [
		id,
	]);
}

/**
 * Takes those of the hosts out that are not out already, and makes their days due. Returns the id of the quarantine. Throws
 * an `OperatorError` where none is left to take out.
 */
export async function quarantineHosts(
	pool: Pool,
	{ hostIds, network, now }: { hostIds: readonly string[]; network: string | null; now: Date },
): Promise<number> {
	return inTransaction(pool, async (db) => {
		await db.query("select pg_advisory_xact_lock($1)", [locks.accepting]);
		const [next] = await rowsOf(db, z.object({ id: z.int() }), "select coalesce(max(id), 0) + 1 as id from quarantine");
		const id = next?.id ?? 1;
		const days = await firstDays(
			db,
			"update host set quarantine_id = $1 where id = any($2) and quarantine_id is null returning first_day as day",
			[id, hostIds],
		);
		if (days.length === 0) throw new OperatorError("all of these hosts are in quarantine already");
		await db.query("insert into quarantine (id, at, network, hosts) values ($1, $2, $3, $4)", [
			...[id, now, network],
			days.length,
		]);
		await makeDueFrom(db, days, "quarantine");
		return id;
	});
}

/** Lets the hosts of a quarantine count again, and makes their days due. Returns their number. */
export async function releaseHosts(pool: Pool, id: number, now: Date): Promise<number> {
	return inTransaction(pool, async (db) => {
		await db.query("select pg_advisory_xact_lock($1)", [locks.accepting]);
		const days = await firstDays(
			db,
			"update host set quarantine_id = null where quarantine_id = $1 returning first_day as day",
			[id],
		);
		await db.query("update quarantine set released_at = coalesce(released_at, $2) where id = $1", [id, now]);
		await makeDueFrom(db, days, "release");
		return days.length;
	});
}

async function firstDays(db: PoolClient, sql: string, parameters: readonly unknown[]): Promise<Day[]> {
	const rows = await rowsOf(db, z.object({ day }), sql, parameters);
	return rows.map((row) => row.day).sort();
}

async function makeDueFrom(db: PoolClient, [first]: readonly Day[], reason: DueReason): Promise<void> {
	if (first) await makeDue(db, first, reason);
}

const change = z.object({
	product: z.enum(publishedProducts),
	statistic: z.string(),
	/** On how many published days a row of the statistic changes. */
	days: count,
	/** The last of these, on which the rows below are. */
	day,
	/** "" is the base. */
	bucket: z.string(),
	/** `null` where the row is absent: 0, or merged. */
	hostsBefore: count.nullable(),
	hostsAfter: count.nullable(),
	totalBefore: count.nullable(),
	totalAfter: count.nullable(),
});
export type Change = z.infer<typeof change>;

export interface Preview {
	/** The published days that would be restated; `null` where there are none. */
	days: DueDays | null;
	/** Rows that would change, of each product and statistic on the last day on which any of its rows does. */
	changes: Change[];
	/** Other reasons have made days due from here on: their changes are among these. */
	dueAgain: Day | null;
}

const daysPerPiece = 92;

/**
 * What publishing would change if these hosts did not count, or did again where they are out. Computed by the same statements
 * as the published rows, in temporary tables of this connection: nobody else sees it or waits for it.
 */
export async function previewChange(
	pool: Pool,
	statistics: readonly Statistic[],
	hosts: readonly Candidate[],
	becomes: "counted" | "out",
	onProgress: (done: number, total: number) => void = () => {},
): Promise<Preview> {
	const state = await publicationState(pool);
	const first = hosts.map(({ firstDay }) => firstDay).sort()[0];
	const published = state?.firstDay && state.lastDay ? { from: state.firstDay, through: state.lastDay } : null;
	const dueAgain = state?.dueAgain ?? null;
	if (!published || !first || first > published.through) return { days: null, changes: [], dueAgain };
	const days = { from: first > published.from ? first : published.from, through: published.through };
	return onConnection(pool, async (db) => {
		await createStage(db, statistics);
		await db.query("create temp table batch_host (id uuid primary key)");
		await db.query("insert into batch_host select unnest($1::uuid[])", [hosts.map(({ id }) => id)]);
		// It stands before the view of the schema for this connection alone.
		await db.query(
			`create temp view counted_host as select id, product, first_day, last_at from host where ${
				becomes === "out"
					? "quarantine_id is null and not exists (select from batch_host b where b.id = host.id)"
					: "quarantine_id is null or exists (select from batch_host b where b.id = host.id)"
			}`,
		);
		await db.query(`create temp table changed_row (product text, statistic text, day date, bucket text,
			hosts_before bigint, total_before bigint, hosts_after bigint, total_after bigint)`);
		try {
			const pieces = inPieces(days, daysPerPiece);
			for (const [index, piece] of pieces.entries()) {
				await db.query("truncate staged_row");
				await stageDays(db, piece);
				await db.query(differences, [piece.from, piece.through]);
				onProgress(index + 1, pieces.length);
			}
			return { days, changes: await rowsOf(db, change, latestChanges), dueAgain };
		} finally {
			await db.query("drop view pg_temp.counted_host");
			await db.query("drop table batch_host, changed_row");
		}
	});
}

const differences = `
	insert into changed_row
	select product, statistic, day, bucket, d.hosts, d.total, s.hosts, s.total
	  from (select d.* from daily_row d join catalog_product p using (product, statistic)
	         where d.day between $1 and $2) d
	  full join staged_row s using (product, statistic, day, bucket)
	 where (d.hosts, d.total, d.merged) is distinct from (s.hosts, s.total, s.merged)`;

const latestChanges = `
	select c.product, c.statistic, l.days, c.day, c.bucket, c.hosts_before as "hostsBefore", c.hosts_after as "hostsAfter",
	       c.total_before as "totalBefore", c.total_after as "totalAfter"
	  from changed_row c
	  join (select product, statistic, count(distinct day) as days, max(day) as day from changed_row group by 1, 2) l
	    on (l.product, l.statistic, l.day) = (c.product, c.statistic, c.day)
	 order by c.product, c.statistic, c.bucket <> '',
	          abs(coalesce(c.total_after, 0) - coalesce(c.total_before, 0)) desc, c.bucket`;
