/** Takes in reports: one live, in a transaction of its own, or many of an archive in one. When it returns, it is durable. */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { type Day, dayOf, earlier } from "#lib/day";
import { type Facts, type SectionName, sectionNames } from "#lib/facts/sections";
import type { Unmatched } from "#lib/facts/unmatched";
import { fold, foldMore, hasNewFacts, replay } from "#lib/host-history/fold";
import { hostIdOf } from "#lib/host-history/host-id";
import type { Changes, HostReport, HostState } from "#lib/host-history/state";
import type { Catalog } from "#lib/host-history/tally";
import type { Product } from "#lib/product";
import { copyRows } from "./copy-rows";
import { makeDue } from "./due-reasons";
import {
	loadEdgeMemberships,
	loadEdges,
	loadHosts,
	loadReportsSince,
	replaceHosts,
	type StoredReport,
	writeChanges,
	writeLabels,
} from "./host-rows";
import { countNewHost, type NewcomerRow, type SenderNetworks, writeNewcomers } from "./networks";
import { instant, inTransaction, locks, rowsOf } from "./sql";
import { duplicateWithinMs, Timeline } from "./timeline";
import { type HostUnmatched, writeUnmatched } from "./unmatched";

export interface IncomingReport {
	product: Product;
	/** Lower case, no braces. It stays in memory. */
	uuid: string;
	at: Date;
	/** SHA-256 of the packed bytes. */
	digest: Buffer;
	sections: Partial<Facts>;
	/** What it says and no rule knows. */
	unmatched?: readonly Unmatched[];
	/** Where it came from, while that is kept. */
	networks?: SenderNetworks;
	/** Sections that were set aside, for the operator's counter. They are not stored. */
	implausible?: readonly SectionName[];
}

export type Acceptance = "accepted" | "duplicate";

/**
 * Accepts one report that has just come in. Throws `LimitExceeded`, and stores nothing, where it is of a new host and its
 * network has added `newHostsPerDay` on this day.
 */
export async function acceptReport(
	pool: Pool,
	report: IncomingReport,
	catalog: Catalog,
	newHostsPerDay = 1_000_000_000,
): Promise<Acceptance> {
	const hostId = hostIdOf(report.product, report.uuid);
	return inTransaction(pool, async (db) => {
		const host = await lockHost(db, hostId, report);
		if (host.isNew && report.networks)
			await countNewHost(db, hostId, report.at, { networks: report.networks, hostsPerDay: newHostsPerDay });
		if (report.at < host.lastAt) return acceptLate(db, hostId, report, catalog);
		if (await isDuplicate(db, hostId, report)) return "duplicate";
		await insertReport(db, hostId, report);
		await foldLive(db, hostId, report, catalog);
		await writeUnmatched(db, [{ hostId, day: dayOf(report.at), unmatched: report.unmatched ?? [] }]);
		await makeDue(db, dayOf(report.at), "late-reports");
		return "accepted";
	});
}

/** Accepts many reports, in any order. Answers in the order given. */
export async function acceptReports(
	pool: Pool,
	reports: readonly IncomingReport[],
	catalog: Catalog,
): Promise<Acceptance[]> {
	return inTransaction(pool, (db) => acceptMany(db, reports, catalog));
}

/** The clock went backwards: the host's history is computed again. */
async function acceptLate(db: PoolClient, hostId: string, report: IncomingReport, catalog: Catalog) {
	const [acceptance] = await acceptMany(db, [report], catalog);
	if (!acceptance) throw new Error(`no answer for the report of host ${hostId}`);
	return acceptance;
}

async function lockHost(
	db: PoolClient,
	hostId: string,
	report: IncomingReport,
): Promise<{ lastAt: Date; isNew: boolean }> {
	await db.query("select pg_advisory_xact_lock_shared($1)", [locks.accepting]);
	const [host] = await rowsOf(
		db,
		z.object({ lastAt: instant, isNew: z.boolean() }),
		// A row that was just inserted was never locked or updated.
		`insert into host as known (id, product, first_day, last_at) values ($1, $2, $3, $4)
		 on conflict (id) do update set last_at = known.last_at returning last_at as "lastAt", xmax = 0 as "isNew"`,
		[hostId, report.product, dayOf(report.at), report.at],
	);
	return host ?? { lastAt: report.at, isNew: false };
}

async function isDuplicate(db: PoolClient, hostId: string, report: IncomingReport): Promise<boolean> {
	const since = new Date(report.at.getTime() - duplicateWithinMs);
	const { rowCount } = await db.query(
		"select 1 from report where host_id = $1 and at between $2 and $3 and digest = $4 limit 1",
		[hostId, since, report.at, report.digest],
	);
	return rowCount === 1;
}

async function insertReport(db: PoolClient, hostId: string, report: IncomingReport): Promise<void> {
	await db.query(
		`with seen as (update host set last_at = $2 where id = $1)
		 insert into report (host_id, at, seq, day, digest, sections)
		 select $1, $2, coalesce(max(seq) + 1, 0), $3, $4, $5 from report where host_id = $1 and at = $2`,
		[hostId, report.at, dayOf(report.at), report.digest, Object.keys(report.sections)],
	);
}

async function foldLive(db: PoolClient, hostId: string, report: IncomingReport, catalog: Catalog): Promise<void> {
	const sections = Object.keys(report.sections) as SectionName[];
	const hostReport: HostReport = { day: dayOf(report.at), sections: report.sections };
	const edges = await loadEdges(db, new Map([[hostId, report.product]]), sections);
	const state = edges.get(hostId) ?? fail();
	const read = catalog.everStatistics.map((statistic) => statistic.slug);
	if (hasNewFacts(state, hostReport)) {
		read.push(...sections.flatMap((section) => catalog.windowStatistics(section, report.product)).map((s) => s.slug));
	}
	await loadEdgeMemberships(db, edges, read, () => hostReport.day);
	const changes = fold(state, hostReport, catalog);
	await writeChanges(db, new Map([[hostId, changes]]));
	await writeLabels(db, changes.labels);
}

async function acceptMany(db: PoolClient, reports: readonly IncomingReport[], catalog: Catalog): Promise<Acceptance[]> {
	await db.query("select pg_advisory_xact_lock_shared($1)", [locks.accepting]);
	const byHost = groupByHost(reports);
	const known = await lockHosts(db, byHost, reports);
	// Reports that come after all others of their host need only the edge of its history, however long that is.
	const comesLater = ({ id, lastAt }: KnownHost) => (byHost.get(id)?.[0]?.[1].at ?? 0) >= lastAt;
	const everSlugs = catalog.everStatistics.map((statistic) => statistic.slug);
	const older = known.filter((host) => !comesLater(host));
	const stored = await loadHosts(
		db,
		older.map(({ id }) => id),
		everSlugs,
	);
	const edges = await loadEnds(db, known.filter(comesLater), byHost, catalog);

	const acceptances: Acceptance[] = reports.map(() => "duplicate");
	const states = new Map<string, HostState>();
	const changes = new Map<string, Changes>();
	const labels: Changes["labels"] = [];
	const reportRows: unknown[][] = [];
	const unmatchedRows: HostUnmatched[] = [];
	const hostRows: { id: string; firstDay: Day; lastAt: Date }[] = [];
	const newcomers: NewcomerRow[] = [];
	for (const [id, incoming] of byHost) {
		const [host, edge] = [stored.get(id), edges.get(id)];
		const timeline = new Timeline(host ?? (edge && { reports: edge.reports, versions: edge.state.versions }));
		let earliest: IncomingReport | undefined;
		for (const [index, report] of incoming) {
			if (!timeline.add(report)) continue;
			earliest ??= report;
			acceptances[index] = "accepted";
			const { at, unmatched = [] } = report;
			if (unmatched.length > 0) unmatchedRows.push({ hostId: id, day: dayOf(at), unmatched });
		}
		const first = timeline.entries[0];
		const last = timeline.entries.at(-1);
		if (!first || !last || timeline.added.length === 0) continue;
		if (edge) {
			const added = foldMore(edge.state, timeline.added, catalog);
			changes.set(id, added);
			labels.push(...added.labels);
		} else {
			const [, { product }] = incoming[0] ?? fail();
			const replayed = replay(product, timeline.entries, catalog, host?.ever, host?.fromFacts);
			states.set(id, replayed.state);
			labels.push(...replayed.labels);
		}
		for (const { at, seq, day, digest, sections } of timeline.added) {
			reportRows.push([id, at, seq, day, digest, Object.keys(sections)]);
		}
		hostRows.push({ id, firstDay: first.day, lastAt: last.at });
		if (!edge && first === timeline.added[0])
			newcomers.push({ hostId: id, day: first.day, network: earliest?.networks?.narrow ?? null });
	}
	if (hostRows.length === 0) return acceptances;
	await copyRows(db, "report (host_id, at, seq, day, digest, sections)", reportRows);
	await replaceHosts(db, states);
	await writeChanges(db, changes);
	await writeLabels(db, labels);
	await writeUnmatched(db, unmatchedRows);
	await writeNewcomers(db, newcomers);
	await db.query(
		`update host set first_day = least(host.first_day, seen.first_day), last_at = seen.last_at
		   from unnest($1::uuid[], $2::date[], $3::timestamptz[]) as seen(id, first_day, last_at) where host.id = seen.id`,
		[hostRows.map((row) => row.id), hostRows.map((row) => row.firstDay), hostRows.map((row) => row.lastAt)],
	);
	await makeDue(
		db,
		reportRows.map((row) => row[3] as Day).reduce((a, b) => earlier(a, b)),
		"late-reports",
	);
	return acceptances;
}

interface HostEnd {
	/** As far back as a duplicate can be. */
	reports: StoredReport[];
	state: HostState;
}

/** The ends of the histories of hosts whose reports all come later. */
async function loadEnds(
	db: PoolClient,
	hosts: readonly KnownHost[],
	byHost: ReadonlyMap<string, readonly [number, IncomingReport][]>,
	catalog: Catalog,
): Promise<Map<string, HostEnd>> {
	if (hosts.length === 0) return new Map();
	const firstOf = (id: string) => byHost.get(id)?.[0]?.[1] ?? fail();
	const since = hosts.map(({ id }) => [id, new Date(firstOf(id).at.getTime() - duplicateWithinMs)] as const);
	const reports = await loadReportsSince(db, new Map(since));
	const states = await loadEdges(db, new Map(hosts.map(({ id }) => [id, firstOf(id).product])), sectionNames);
	const slugs = catalog.statistics.map(({ slug }) => slug);
	await loadEdgeMemberships(db, states, slugs, (id) => dayOf(firstOf(id).at));
	return new Map(Array.from(states, ([id, state]) => [id, { reports: reports.get(id) ?? [], state }]));
}

function fail(): never {
	throw new Error("a host without reports");
}

/** Reports of each host with their place in the input, in order of receipt; the same instant keeps the input's order. */
function groupByHost(reports: readonly IncomingReport[]): Map<string, [index: number, IncomingReport][]> {
	const byHost = new Map<string, [number, IncomingReport][]>();
	for (const [index, report] of reports.entries()) {
		const host = `${report.product} ${report.uuid}`;
		const list = byHost.get(host);
		if (list) list.push([index, report]);
		else byHost.set(host, [[index, report]]);
	}
	const byId = [...byHost.values()].map((list) => {
		list.sort(([, a], [, b]) => a.at.getTime() - b.at.getTime());
		const [, { product, uuid }] = list[0] ?? fail();
		return [hostIdOf(product, uuid), list] as const;
	});
	// Locks are taken in one order by everybody.
	return new Map(byId.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const knownHost = z.object({ id: z.guid(), lastAt: instant });
type KnownHost = z.infer<typeof knownHost>;

/** Locks the hosts, new ones included, and says which were known before. */
async function lockHosts(
	db: PoolClient,
	byHost: ReadonlyMap<string, [number, IncomingReport][]>,
	reports: readonly IncomingReport[],
): Promise<KnownHost[]> {
	const ids = [...byHost.keys()];
	const firsts = [...byHost.values()].map(([first]) => reports[first?.[0] ?? 0] ?? fail());
	const inserted = await rowsOf(
		db,
		z.object({ id: z.guid() }),
		`insert into host (id, product, first_day, last_at)
		 select * from unnest($1::uuid[], $2::text[], $3::date[], $4::timestamptz[]) on conflict (id) do nothing returning id`,
		[ids, firsts.map((report) => report.product), firsts.map((report) => dayOf(report.at)), firsts.map((r) => r.at)],
	);
	const fresh = new Set(inserted.map((row) => row.id));
	const known = ids.filter((id) => !fresh.has(id));
	if (known.length === 0) return [];
	const locked = 'select id, last_at as "lastAt" from host where id = any($1) order by id for update';
	return rowsOf(db, knownHost, locked, [known]);
}
