/**
 * What is stored of the networks of senders: keyed hashes, for a time. Limits are rows, so they hold across processes and
 * restarts, and each check is one statement on the rows of one network, however many networks there are.
 */
import { randomBytes } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { type Day, dayOf, plusDays, startOf } from "#lib/day";
import { networkDays } from "#lib/sender-address";
import { count, rowsOf } from "./sql";

/** For how many days a key is used. It is deleted with the last hash that was made with it. */
const keyDays = 30;

/** Hashes of the networks that an address is in. */
export interface SenderNetworks {
	/** The /24 or /48: what one owner usually has. */
	narrow: string;
	/** The /16 or /32 around it. */
	wide: string;
}

/** A network has used up a limit. The message is for the sender. */
export class LimitExceeded extends Error {
	constructor(
		what: string,
		readonly retryAfterSeconds: number,
	) {
		super(`too many ${what} from your network: try again in ${retryAfterSeconds} s`);
	}
}

/** The key with which networks are hashed on a day. All processes get the same one. */
export async function networkKey(pool: Pool, today: Day): Promise<Buffer> {
	for (;;) {
		const [current] = await rowsOf(
			pool,
			z.object({ key: z.instanceof(Buffer) }),
			"select key from network_key where since > $1::date - $2::int and since <= $1 order by since desc limit 1",
			[today, keyDays],
		);
		if (current) return current.key;
		await pool.query("insert into network_key (since, key) values ($1, $2) on conflict do nothing", [
			today,
			randomBytes(32),
		]);
	}
}

/**
 * Counts one request against an hourly limit. `network` names what is limited and the network's hash. `perHour` requests
 * are possible at once, and as many again within an hour. Throws `LimitExceeded` where none is left; `what` is for its
 * message. The row holds when the whole limit is available again: each request moves that by its share of the hour.
 */
export async function countRequest(
	pool: Pool,
	{ network, what, perHour, now }: { network: string; what: string; perHour: number; now: Date },
): Promise<void> {
	const [row] = await rowsOf(
		pool,
		z.object({ seconds: count }),
		// The disk need not confirm this: after a crash the last counts of less than a second may be missing.
		`with counted as (
			insert into rate_limit as known (network, full_at) values ($1, $2::timestamptz + make_interval(secs => $3))
			on conflict (network) do update
			   set full_at = make_interval(secs => $3) + case
			         when known.full_at > $2::timestamptz + interval '2 hours' then $2
			         else greatest(known.full_at, $2) end
			 where known.full_at + make_interval(secs => $3) <= $2::timestamptz + interval '1 hour'
			    -- No request leads so far ahead: the clock was wrong.
			    or known.full_at > $2::timestamptz + interval '2 hours'
			returning set_config('synchronous_commit', 'off', true) as quick
		)
		select case when (select count(quick) from counted) > 0 then 0 else greatest(1, ceil(extract(epoch from
		         (select full_at from rate_limit where network = $1)
		         + make_interval(secs => $3) - $2::timestamptz - interval '1 hour'))) end::bigint as seconds`,
		[network, now, 3600 / perHour],
	);
	if (row && row.seconds > 0) throw new LimitExceeded(what, row.seconds);
}

/** What a network may add at most in a day; the network around it may add ten times as many hosts. */
export interface NewHostLimit {
	networks: SenderNetworks;
	hostsPerDay: number;
}

/** How many times the limit of a network the one around it has. */
export const wideFactor = 10;

/**
 * Counts a new host against the limits of its networks, in the transaction that adds it, and keeps from which network it
 * came. Throws `LimitExceeded` where one of the limits is used up.
 */
export async function countNewHost(
	db: PoolClient,
	hostId: string,
	at: Date,
	{ networks: { narrow, wide }, hostsPerDay }: NewHostLimit,
): Promise<void> {
	const day = dayOf(at);
	// Looked up first: who is refused does not wait for the rows that others are counting in.
	const { rowCount: full } = await db.query(
		`select from newcomer_count where day = $1
		    and (network = $2 and hosts >= $3::bigint or network = $4 and hosts >= $5::bigint)`,
		[day, narrow, hostsPerDay, wide, hostsPerDay * wideFactor],
	);
	if (full) throw tooManyNewHosts(at);
	const [row] = await rowsOf(
		db,
		z.object({ counted: count }),
		// The wide network first, as everybody does it: so no two transactions wait for each other.
		`with counted as (
			insert into newcomer_count as known (day, network, hosts)
			select $2::date, network, 1 from unnest($3::text[]) network
			on conflict (day, network) do update set hosts = known.hosts + 1
			 where known.hosts < case known.network when $4 then $5::bigint else $6::bigint end
			returning 1
		), kept as (
			insert into newcomer (host_id, day, network) values ($1, $2, $4)
			on conflict (host_id) do update set day = excluded.day, network = excluded.network
		)
		select count(*) as counted from counted`,
		[hostId, day, [wide, narrow], narrow, hostsPerDay, hostsPerDay * wideFactor],
	);
	if (row?.counted !== 2) throw tooManyNewHosts(at);
}

/** The next day has a limit of its own. */
function tooManyNewHosts(at: Date): LimitExceeded {
	const tomorrow = startOf(plusDays(dayOf(at), 1));
	return new LimitExceeded("new hosts", Math.ceil((tomorrow.getTime() - at.getTime()) / 1000));
}

export interface NewcomerRow {
	hostId: string;
	day: Day;
	/** `null` where it is not known. */
	network: string | null;
}

/** Keeps the networks of imported hosts, each by its first report. No limit applies to them. */
export async function writeNewcomers(db: PoolClient, rows: readonly NewcomerRow[]): Promise<void> {
	if (rows.length === 0) return;
	await db.query("delete from newcomer where host_id = any($1)", [rows.map(({ hostId }) => hostId)]);
	const known = rows.filter(({ network }) => network !== null);
	if (known.length === 0) return;
	await db.query(
		"insert into newcomer (host_id, day, network) select * from unnest($1::uuid[], $2::date[], $3::text[])",
		[known.map(({ hostId }) => hostId), known.map(({ day }) => day), known.map(({ network }) => network)],
	);
}

/** Deletes what is no longer needed of networks. A limit that is available as a whole needs no row. */
export async function pruneNetworks(pool: Pool, now: Date): Promise<void> {
	const today = dayOf(now);
	await pool.query("delete from rate_limit where full_at <= $1", [now]);
	// Clocks of other processes may differ by a moment around midnight.
	await pool.query("delete from newcomer_count where day not between $1 and $2", [
		plusDays(today, -1),
		plusDays(today, 1),
	]);
	await pool.query("delete from newcomer where day <= $1", [plusDays(today, -networkDays)]);
	await pool.query(
		`update quarantine q set network = null
		  where network is not null and not exists (select from newcomer n where n.network = q.network)`,
	);
	await pool.query("delete from network_key where since <= $1", [plusDays(today, -networkDays - keyDays)]);
}
