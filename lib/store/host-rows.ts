/** Reads and writes the rows of hosts: their edge for one live report, or the whole history of many. */
import type { PoolClient } from "pg";
import { z } from "zod";
import type { Day } from "#lib/day";
import { type SectionName, sectionNames } from "#lib/facts/sections";
import type { Changes, FactVersion, HostState, Membership } from "#lib/host-history/state";
import { emptyState } from "#lib/host-history/state";
import type { Product } from "#lib/product";
import { copyRows } from "./copy-rows";
import { count, day, instant, rowsOf } from "./sql";

const section = z.enum(sectionNames);
/** Checked before they were stored. */
const facts = z.custom<FactVersion["facts"]>();

const membership = z.object({
	statistic: z.string(),
	bucket: z.string(),
	since: day,
	until: day.nullable(),
	amount: count,
});

const ofHost = z.object({ hostId: z.guid() });

const edge = ofHost.extend({
	section,
	span: z.object({ since: day, until: day }).nullable(),
	versions: z.array(z.object({ since: day, facts })).nullable(),
});

/** The latest span and the two latest versions of the named sections: what the fold looks at. Memberships come after. */
export async function loadEdges(
	db: PoolClient,
	hosts: ReadonlyMap<string, Product>,
	sections: readonly SectionName[],
): Promise<Map<string, HostState>> {
	const rows = await rowsOf(
		db,
		edge,
		`select h.id as "hostId", s.section,
		        (select json_build_object('since', k.since, 'until', k.until) from known_span k
		          where k.host_id = h.id and k.section = s.section order by k.since desc limit 1) as span,
		        (select json_agg(v order by v.since) from (
		           select f.since, f.facts from fact_version f
		            where f.host_id = h.id and f.section = s.section order by f.since desc limit 2) v) as versions
		   from unnest($1::uuid[]) as h(id), unnest($2::text[]) as s(section)`,
		[[...hosts.keys()], sections],
	);
	const states = new Map(Array.from(hosts, ([id, product]) => [id, emptyState(product)]));
	for (const { hostId, section, span, versions } of rows) {
		const state = states.get(hostId);
		if (span) state?.spans.set(section, [{ section, ...span }]);
		if (versions) {
			state?.versions.set(
				section,
				versions.map((version) => ({ section, ...version })),
			);
		}
	}
	return states;
}

/** Adds the memberships of the named statistics that are open or were closed on the host's day, in order of `since`. */
export async function loadEdgeMemberships(
	db: PoolClient,
	states: ReadonlyMap<string, HostState>,
	statistics: readonly string[],
	dayOf: (hostId: string) => Day,
): Promise<void> {
	const ids = [...states.keys()];
	const rows = await rowsOf(
		db,
		membership.extend(ofHost.shape),
		`select host_id as "hostId", statistic, bucket, since, until, amount
		   from unnest($1::uuid[], $2::date[]) as h(id, day) join membership m on m.host_id = h.id
		  where statistic = any($3) and (until is null or until = h.day) order by since`,
		[ids, ids.map(dayOf), statistics],
	);
	for (const { hostId, ...row } of rows) {
		const memberships = states.get(hostId)?.memberships;
		const known = memberships?.get(row.statistic);
		if (known) known.push(row);
		else memberships?.set(row.statistic, [row]);
	}
}

/** Writes what reports changed, by host. Labels are left to `writeLabels`, which takes their locks in one order. */
export async function writeChanges(db: PoolClient, changes: ReadonlyMap<string, Changes>): Promise<void> {
	const rowsOfAll = <R>(rows: (changes: Changes) => readonly R[]) =>
		[...changes].flatMap(([hostId, one]) => rows(one).map((row) => ({ hostId, ...row })));
	const spans = rowsOfAll(({ spans }) => spans.put);
	if (spans.length > 0) {
		await db.query(
			`insert into known_span (host_id, section, since, until)
			 select * from unnest($1::uuid[], $2::text[], $3::date[], $4::date[])
			 on conflict (host_id, section, since) do update set until = excluded.until`,
			[column(spans, "hostId"), column(spans, "section"), column(spans, "since"), column(spans, "until")],
		);
	}
	const noVersions = rowsOfAll(({ versions }) => versions.drop);
	if (noVersions.length > 0) {
		await db.query(
			`delete from fact_version f using unnest($1::uuid[], $2::text[], $3::date[]) as gone(host_id, section, since)
			  where f.host_id = gone.host_id and f.section = gone.section and f.since = gone.since`,
			[column(noVersions, "hostId"), column(noVersions, "section"), column(noVersions, "since")],
		);
	}
	const versions = rowsOfAll(({ versions }) => versions.put);
	if (versions.length > 0) {
		await db.query(
			`insert into fact_version (host_id, section, since, facts)
			 select * from unnest($1::uuid[], $2::text[], $3::date[], $4::jsonb[])
			 on conflict (host_id, section, since) do update set facts = excluded.facts`,
			[
				column(versions, "hostId"),
				column(versions, "section"),
				column(versions, "since"),
				versions.map((version) => JSON.stringify(version.facts)),
			],
		);
	}
	const noMemberships = rowsOfAll(({ memberships }) => memberships.drop);
	if (noMemberships.length > 0) {
		await db.query(
			`delete from membership m
			  using unnest($1::uuid[], $2::text[], $3::text[], $4::date[]) as gone(host_id, statistic, bucket, since)
			  where m.host_id = gone.host_id and m.statistic = gone.statistic and m.bucket = gone.bucket
			    and m.since = gone.since`,
			[
				column(noMemberships, "hostId"),
				column(noMemberships, "statistic"),
				column(noMemberships, "bucket"),
				column(noMemberships, "since"),
			],
		);
	}
	const memberships = rowsOfAll(({ memberships }) => memberships.put);
	if (memberships.length > 0) {
		await db.query(
			`insert into membership (host_id, statistic, bucket, since, until, amount)
			 select * from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::date[], $6::bigint[])
			 on conflict (host_id, statistic, bucket, since) do update set until = excluded.until, amount = excluded.amount`,
			[
				column(memberships, "hostId"),
				column(memberships, "statistic"),
				column(memberships, "bucket"),
				column(memberships, "since"),
				column(memberships, "until"),
				column(memberships, "amount"),
			],
		);
	}
}

/** Two spellings of one bucket: the smaller stays, so that the order of arrival does not matter. */
export async function writeLabels(db: PoolClient, labels: Changes["labels"]): Promise<void> {
	if (labels.length === 0) return;
	const unique = new Map<string, Changes["labels"][number]>();
	for (const one of labels) {
		const key = `${one.statistic} ${one.bucket}`;
		const known = unique.get(key);
		if (!known || one.label < known.label) unique.set(key, one);
	}
	const rows = [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? []);
	await db.query(
		// What is known already is left out first: "on conflict" locks each row until the commit, and common labels are those of
		// nearly every report.
		`insert into bucket_label as known (statistic, bucket, label)
		 select * from unnest($1::text[], $2::text[], $3::text[]) as given(statistic, bucket, label)
		  where not exists (
			select from bucket_label k where k.statistic = given.statistic and k.bucket = given.bucket
			   and k.label collate "C" <= given.label collate "C")
		 on conflict (statistic, bucket) do update set label = excluded.label
		 where excluded.label collate "C" < known.label collate "C"`,
		[column(rows, "statistic"), column(rows, "bucket"), column(rows, "label")],
	);
}

const storedReport = z.object({
	at: instant,
	seq: z.int(),
	day,
	digest: z.instanceof(Buffer),
	sections: z.array(section),
});
export type StoredReport = z.infer<typeof storedReport>;

export interface StoredHost {
	reports: StoredReport[];
	versions: Map<SectionName, FactVersion[]>;
	ever: Membership[];
	/** All memberships, of hosts of which facts are gone. */
	fromFacts: Membership[];
}

/** What the section said on the day, as far as it is kept. */
export function factsOn(
	host: Pick<StoredHost, "versions">,
	section: SectionName,
	day: Day,
): FactVersion["facts"] | undefined {
	return host.versions.get(section)?.findLast((version) => version.since <= day)?.facts;
}

function lacksFacts(host: StoredHost): boolean {
	return host.reports.some(({ day, sections }) => sections.some((section) => !factsOn(host, section, day)));
}

/** The reports of each host from its instant on, in order of receipt. */
export async function loadReportsSince(
	db: PoolClient,
	since: ReadonlyMap<string, Date>,
): Promise<Map<string, StoredReport[]>> {
	const rows = await rowsOf(
		db,
		storedReport.extend(ofHost.shape),
		`select host_id as "hostId", at, seq, day, digest, sections
		   from unnest($1::uuid[], $2::timestamptz[]) as h(id, since) join report r on r.host_id = h.id and at >= h.since
		  order by at, seq`,
		[[...since.keys()], [...since.values()]],
	);
	const reports = new Map<string, StoredReport[]>(Array.from(since, ([id]) => [id, []]));
	for (const { hostId, ...row } of rows) reports.get(hostId)?.push(row);
	return reports;
}

/** Everything from which the history of the hosts can be computed again. */
export async function loadHosts(
	db: PoolClient,
	hostIds: readonly string[],
	everStatistics: readonly string[],
): Promise<Map<string, StoredHost>> {
	const hosts = new Map<string, StoredHost>(
		hostIds.map((id) => [id, { reports: [], versions: new Map(), ever: [], fromFacts: [] }]),
	);
	if (hostIds.length === 0) return hosts;
	const reports = await rowsOf(
		db,
		storedReport.extend(ofHost.shape),
		`select host_id as "hostId", at, seq, day, digest, sections from report where host_id = any($1) order by at, seq`,
		[hostIds],
	);
	for (const { hostId, ...row } of reports) hosts.get(hostId)?.reports.push(row);
	const versions = await rowsOf(
		db,
		ofHost.extend({ section, since: day, facts }),
		'select host_id as "hostId", section, since, facts from fact_version where host_id = any($1) order by since',
		[hostIds],
	);
	for (const { hostId, ...row } of versions) {
		const ofSection = hosts.get(hostId)?.versions;
		const known = ofSection?.get(row.section);
		if (known) known.push(row);
		else ofSection?.set(row.section, [row]);
	}
	const lacking = [...hosts].flatMap(([id, host]) => (lacksFacts(host) ? [id] : []));
	const memberships = await rowsOf(
		db,
		membership.extend(ofHost.shape),
		`select host_id as "hostId", statistic, bucket, since, until, amount from membership
		  where host_id = any($1) and statistic = any($2) or host_id = any($3)`,
		[hostIds, everStatistics, lacking],
	);
	const isEver = new Set(everStatistics);
	for (const { hostId, ...row } of memberships) {
		const host = hosts.get(hostId);
		if (isEver.has(row.statistic)) host?.ever.push(row);
		else host?.fromFacts.push(row);
	}
	return hosts;
}

/** Replaces spans, versions and memberships of the hosts by those of the given states. */
export async function replaceHosts(db: PoolClient, states: ReadonlyMap<string, HostState>): Promise<void> {
	const hostIds = [...states.keys()];
	for (const table of ["known_span", "fact_version", "membership"]) {
		await db.query(`delete from ${table} where host_id = any($1)`, [hostIds]);
	}
	const spans: unknown[][] = [];
	const versions: unknown[][] = [];
	const memberships: unknown[][] = [];
	for (const [id, state] of states) {
		for (const row of [...state.spans.values()].flat()) spans.push([id, row.section, row.since, row.until]);
		for (const row of [...state.versions.values()].flat()) {
			versions.push([id, row.section, row.since, JSON.stringify(row.facts)]);
		}
		for (const row of [...state.memberships.values()].flat()) {
			memberships.push([id, row.statistic, row.bucket, row.since, row.until, row.amount]);
		}
	}
	await copyRows(db, "known_span (host_id, section, since, until)", spans);
	await copyRows(db, "fact_version (host_id, section, since, facts)", versions);
	await copyRows(db, "membership (host_id, statistic, bucket, since, until, amount)", memberships);
}

/** One column of rows, for `unnest`. */
function column<R, K extends keyof R>(rows: readonly R[], key: K): R[K][] {
	return rows.map((row) => row[key]);
}
