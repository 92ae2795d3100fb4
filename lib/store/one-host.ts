/**
 * One host, for whoever has its UUID: everything that is kept of it, and its deletion. Published counts stay: nobody can be
 * told from them.
 */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { sectionNames } from "#lib/facts/sections";
import type { UnmatchedRule } from "#lib/facts/unmatched";
import { hostIdOf } from "#lib/host-history/host-id";
import type { FactVersion } from "#lib/host-history/state";
import { products, publishedProducts } from "#lib/product";
import { noteReason } from "./due-reasons";
import { count, day, instant, inTransaction, locks, product, rowsOf } from "./sql";
import { dropRareTexts } from "./unmatched";

const section = z.enum(sectionNames);

const keptHost = z.object({
	/** The hash by which the database knows it. */
	id: z.guid(),
	product,
	firstDay: day,
	/** Of its first report, hashed, as long as it is kept. */
	network: z.string().nullable(),
	lastAt: instant,
	/** Not while the operator has it out of all numbers. */
	isCounted: z.boolean(),
	reports: z.array(
		z.object({
			at: z.iso.datetime(),
			seq: z.int(),
			day,
			/** The SHA-256 of the packed bytes, in hexadecimal digits. */
			digest: z.hex(),
			sections: z.array(section),
		}),
	),
	spans: z.array(z.object({ section, since: day, until: day })),
	versions: z.array(z.object({ section, since: day, facts: z.custom<FactVersion["facts"]>() })),
	memberships: z.array(
		z.object({
			statistic: z.string(),
			bucket: z.string(),
			/** The name that is stored for the bucket, if there is one. */
			label: z.string().nullable(),
			since: day,
			until: day.nullable(),
			amount: count,
		}),
	),
	/** What no rule knows: its SHA-256, and the text where enough hosts report the same. */
	unmatched: z.array(z.object({ rule: z.custom<UnmatchedRule>(), digest: z.hex(), day, text: z.string().nullable() })),
});
export type KeptHost = z.infer<typeof keptHost>;

/** `uuid` in lower case without braces. One statement, so that all is of one moment; empty when no host has this UUID. */
export async function keptOfHost(pool: Pool, uuid: string): Promise<KeptHost[]> {
	return rowsOf(
		pool,
		keptHost,
		`select h.id, h.product, h.first_day as "firstDay", h.last_at as "lastAt", h.quarantine_id is null as "isCounted",
		        (select n.network from newcomer n where n.host_id = h.id) as network,
		        ${listOf(
							`select to_char(r.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, r.seq, r.day, encode(r.digest, 'hex') as digest,
							        r.sections from report r where r.host_id = h.id order by r.at, r.seq`,
						)} as reports,
		        ${listOf(
							`select k.section, k.since, k.until from known_span k where k.host_id = h.id order by k.section, k.since`,
						)} as spans,
		        ${listOf(
							`select f.section, f.since, f.facts from fact_version f where f.host_id = h.id order by f.section, f.since`,
						)} as versions,
		        ${listOf(
							`select m.statistic, m.bucket, l.label, m.since, m.until, m.amount
							   from membership m left join bucket_label l using (statistic, bucket)
							  where m.host_id = h.id order by m.statistic, m.bucket, m.since`,
						)} as memberships,
		        ${listOf(
							`select u.rule, encode(u.digest, 'hex') as digest, u.day, t.text
							   from unmatched_host u left join unmatched_text t using (rule, digest)
							  where u.host_id = h.id order by u.rule, u.digest`,
						)} as unmatched
		   from host h where h.id = any($1) order by array_position($2, h.product)`,
		[products.map((one) => hostIdOf(one, uuid)), products],
	);
}

function listOf(select: string): string {
	return `(select coalesce(json_agg(one), '[]') from (${select}) one)`;
}

/**
 * `uuid` in lower case without braces; the host is forgotten under every product. Returns the number of deleted reports, or
 * `null` when no host has this UUID.
 */
export async function forgetHost(pool: Pool, uuid: string): Promise<number | null> {
	const ids = products.map((one) => hostIdOf(one, uuid));
	return inTransaction(pool, async (db) => {
		const known = await db.query("select from host where id = any($1)", [ids]);
		// Whoever guesses must not make reports wait for the lock.
		if (!known.rowCount) return null;
		await db.query("select pg_advisory_xact_lock($1)", [locks.accepting]);
		const hosts = await rowsOf(
			db,
			z.object({ day }),
			`delete from host where id = any($1) returning first_day as day`,
			[ids],
		);
		for (const host of hosts) await noteReason(db, host.day, "forgotten-host");
		for (const table of ["known_span", "fact_version", "unmatched_host", "newcomer"]) {
			await db.query(`delete from ${table} where host_id = any($1)`, [ids]);
		}
		await dropRareTexts(db);
		await forgetMemberships(db, ids);
		const reports = await db.query("delete from report where host_id = any($1)", [ids]);
		return hosts.length > 0 ? (reports.rowCount ?? 0) : null;
	});
}

/** With them go the names of buckets in which no other host ever was, and which were never published. */
async function forgetMemberships(db: PoolClient, ids: readonly string[]): Promise<void> {
	const rows = await rowsOf(
		db,
		z.object({ statistic: z.string(), bucket: z.string() }),
		"delete from membership where host_id = any($1) returning statistic, bucket",
		[ids],
	);
	await db.query(
		`delete from bucket_label l using unnest($1::text[], $2::text[]) as gone(statistic, bucket)
		  where l.statistic = gone.statistic and l.bucket = gone.bucket
		    and not exists (select from membership m where m.statistic = l.statistic and m.bucket = l.bucket)
		    and not exists (select from daily_row d where d.product = any($3)
		                       and d.statistic = l.statistic and d.bucket = l.bucket)`,
		[rows.map(({ statistic }) => statistic), rows.map(({ bucket }) => bucket), publishedProducts],
	);
}
