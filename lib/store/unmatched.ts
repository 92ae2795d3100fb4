/**
 * What no rule knows, kept so that nobody can be told from it: a host's row holds a hash, and the text itself is stored
 * only when enough hosts say the same.
 */
import { createHash } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { Day } from "#lib/day";
import type { Unmatched, UnmatchedRule } from "#lib/facts/unmatched";
import { count, rowsOf } from "./sql";

/** As with published hardware strings. */
const hostsLeast = 5;

export interface HostUnmatched {
	hostId: string;
	day: Day;
	unmatched: readonly Unmatched[];
}

export async function writeUnmatched(db: PoolClient, hosts: readonly HostUnmatched[]): Promise<void> {
	const rows = hosts.flatMap(({ hostId, day, unmatched }) =>
		unmatched.map(({ rule, text }) => ({ hostId, day, rule, text, digest: digestOf(text) })),
	);
	if (rows.length === 0) return;
	await db.query(
		`insert into unmatched_host (host_id, rule, digest, day)
		 select host_id, rule, digest, min(day) from unnest($1::uuid[], $2::text[], $3::bytea[], $4::date[])
		     as said(host_id, rule, digest, day) group by host_id, rule, digest order by host_id, rule, digest
		 on conflict do nothing`,
		[
			rows.map((row) => row.hostId),
			rows.map((row) => row.rule),
			rows.map((row) => row.digest),
			rows.map((row) => row.day),
		],
	);
	await db.query(
		`insert into unmatched_text (rule, digest, text)
		 select distinct rule, digest, text from unnest($1::text[], $2::bytea[], $3::text[]) as said(rule, digest, text)
		  where not exists (select from unmatched_text known where known.rule = said.rule and known.digest = said.digest)
		    and (select count(*) from (
		           select from unmatched_host h where h.rule = said.rule and h.digest = said.digest limit $4) sharing) >= $4
		  order by rule, digest
		 on conflict do nothing`,
		[rows.map((row) => row.rule), rows.map((row) => row.digest), rows.map((row) => row.text), hostsLeast],
	);
}

function digestOf(text: string): Buffer {
	return createHash("sha256").update(text).digest();
}

/** Deletes the texts that too few hosts share since rows of hosts were deleted. */
export async function dropRareTexts(db: Pool | PoolClient): Promise<void> {
	await db.query(
		`delete from unmatched_text t where (
		    select count(*) from unmatched_host h where h.rule = t.rule and h.digest = t.digest) < $1`,
		[hostsLeast],
	);
}

/** Deletes what was first said before `cutoff`; who still says it says it again. */
export async function pruneUnmatched(pool: Pool, cutoff: Day): Promise<void> {
	await pool.query("delete from unmatched_host where day < $1", [cutoff]);
	await dropRareTexts(pool);
}

const sharedUnmatchedRow = z.object({ rule: z.custom<UnmatchedRule>(), hosts: count, text: z.string() });
export type SharedUnmatched = z.infer<typeof sharedUnmatchedRow>;

/** What enough hosts share, the most frequent first. */
export async function sharedUnmatched(pool: Pool, limit: number): Promise<SharedUnmatched[]> {
	return rowsOf(
		pool,
		sharedUnmatchedRow,
		`select t.rule, count(*) as hosts, t.text from unmatched_text t join unmatched_host h using (rule, digest)
		  group by t.rule, t.digest, t.text having count(*) >= $1
		  order by hosts desc, t.rule, t.text limit $2`,
		[hostsLeast, limit],
	);
}
