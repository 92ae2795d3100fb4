/** Reads everything that is kept of the host with a UUID, under each product that knows it: its rows as they stand. */
import type { Pool } from "pg";
import type { Day } from "#lib/day";
import type { SectionName } from "#lib/facts/sections";
import type { UnmatchedRule } from "#lib/facts/unmatched";
import { hostIdOf } from "#lib/host-history/host-id";
import type { FactVersion, Membership, Span } from "#lib/host-history/state";
import { type Product, products } from "#lib/product";

export interface KeptHost {
	/** The hash by which the database knows it. */
	id: string;
	product: Product;
	firstDay: Day;
	lastAt: Date;
	/** The digest is the SHA-256 of the packed bytes, in hexadecimal digits. */
	reports: { at: string; seq: number; day: Day; digest: string; sections: SectionName[] }[];
	spans: Span[];
	versions: FactVersion[];
	/** With the name that is stored for the bucket, if there is one. */
	memberships: (Membership & { label: string | null })[];
	/** What no rule knows: its SHA-256, and the text where enough hosts say the same. */
	unmatched: { rule: UnmatchedRule; digest: string; day: Day; text: string | null }[];
}

/** `uuid` in lower case without braces. One statement, so that all is of one moment; empty when no host has this UUID. */
export async function keptOfHost(pool: Pool, uuid: string): Promise<KeptHost[]> {
	const { rows } = await pool.query<KeptHost>(
		`select h.id, h.product, h.first_day as "firstDay", h.last_at as "lastAt",
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
		[products.map((product) => hostIdOf(product, uuid)), products],
	);
	return rows;
}

function listOf(select: string): string {
	return `(select coalesce(json_agg(one), '[]') from (${select}) one)`;
}
