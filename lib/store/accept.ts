/** Takes in reports: one live, in a transaction of its own, or many of an archive in one. When it returns, it is durable. */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { type Day, dayOf, earlier } from "#lib/day";
import type { Facts, SectionName } from "#lib/facts/sections";
import type { Unmatched } from "#lib/facts/unmatched";
import { fold, hasNewFacts, replay } from "#lib/host-history/fold";
import { hostIdOf } from "#lib/host-history/host-id";
import type { HostReport, HostState } from "#lib/host-history/state";
import type { Catalog } from "#lib/host-history/tally";
import type { Product } from "#lib/product";
import { copyRows } from "./copy-rows";
import { makeDue } from "./due-reasons";
import { loadEdge, loadEdgeMemberships, loadHosts, replaceHosts, writeChanges, writeLabels } from "./host-rows";
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
	const state = await loadEdge(db, hostId, report.product, sections);
	const read = catalog.everStatistics.map((statistic) => statistic.slug);
	if (hasNewFacts(state, hostReport)) {
		read.push(...sections.flatMap((section) => catalog.windowStatistics(section, report.product)).map((s) => s.slug));
	}
	for (const row of await loadEdgeMemberships(db, hostId, read, hostReport.day)) {
		state.memberships.set(row.statistic, [...(state.memberships.get(row.statistic) ?? []), row]);
	}
	await writeChanges(db, hostId, fold(state, hostReport, catalog));
}

async function acceptMany(db: PoolClient, reports: readonly IncomingReport[], catalog: Catalog): Promise<Acceptance[]> {
	await db.query("select pg_advisory_xact_lock_shared($1)", [locks.accepting]);
	const byHost = groupByHost(reports);
	const known = await lockHosts(db, byHost, reports);
	const everSlugs = catalog.everStatistics.map((statistic) => statistic.slug);
	const stored = await loadHosts(db, known, everSlugs);

	const acceptances: Acceptance[] = reports.map(() => "duplicate");
	const states = new Map<string, HostState>();
	const labels: { statistic: string; bucket: string; label: string }[] = [];
	const reportRows: unknown[][] = [];
	const unmatchedRows: HostUnmatched[] = [];
	const hostRows: { id: string; firstDay: Day; lastAt: Date }[] = [];
	const newcomers: NewcomerRow[] = [];
	for (const [id, incoming] of byHost) {
		const timeline = new Timeline(stored.get(id));
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
		const [, { product }] = incoming[0] ?? fail();
		const replayed = replay(product, timeline.entries, catalog, timeline.ever, timeline.fromFacts);
		states.set(id, replayed.state);
		labels.push(...replayed.labels);
		for (const { at, seq, day, digest, sections } of timeline.added) {
			reportRows.push([id, at, seq, day, digest, Object.keys(sections)]);
		}
		hostRows.push({ id, firstDay: first.day, lastAt: last.at });
		if (first === timeline.added[0])
			newcomers.push({ hostId: id, day: first.day, network: earliest?.networks?.narrow ?? null });
	}
	if (states.size === 0) return acceptances;
	await copyRows(db, "report (host_id, at, seq, day, digest, sections)", reportRows);
	await replaceHosts(db, states);
	await writeLabels(db, labels);
	await writeUnmatched(db, unmatchedRows);
	await writeNewcomers(db, newcomers);
	await db.query(
		`update host set first_day = seen.first_day, last_at = seen.last_at
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

/** Locks the hosts, new ones included, and says which were known before. */
async function lockHosts(
	db: PoolClient,
	byHost: ReadonlyMap<string, [number, IncomingReport][]>,
	reports: readonly IncomingReport[],
): Promise<string[]> {
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
	if (known.length > 0) await db.query("select 1 from host where id = any($1) order by id for update", [known]);
	return known;
}
