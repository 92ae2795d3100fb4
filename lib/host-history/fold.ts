/**
 * The fold: what one more report changes in the history of a host. It is pure, and the only place that knows how reports
 * become spans, versions and memberships. It takes the reports of a host in order of receipt; if one arrives out of order,
 * `replay` folds the whole history again.
 */
import { isDeepStrictEqual } from "node:util";
import { type Day, later, plusDays } from "#lib/day";
import type { Facts, SectionName } from "#lib/facts/sections";
import { windowDays } from "#lib/product";
import type { Counted } from "#lib/statistics/statistic";
import {
	apply,
	type Changes,
	copyOf,
	difference,
	emptyState,
	type FactVersion,
	type HostReport,
	type HostState,
	type Membership,
	noChanges,
	type Span,
} from "./state";
import { type Catalog, holds, tallyOf } from "./tally";

/**
 * What the report changes. `report.day` is not before the latest day in `state`. `previous` are the memberships so
 * far: they replace the facts of a section that have been deleted.
 */
export function fold(
	state: HostState,
	report: HostReport,
	catalog: Catalog,
	previous: HostState["memberships"] = new Map(),
): Changes {
	const changes = noChanges();
	const until = plusDays(report.day, windowDays[state.product]);
	for (const [section, facts] of carried(report)) {
		const span = nextSpan(state, section, report.day, until);
		if (span) changes.spans.put.push(span);
		if (facts && !foldFacts(state, section, facts, report.day, changes)) continue;
		// The facts of this report are deleted: older versions end here, and no version follows them.
		if (!facts) changes.versions.drop.push(...(state.versions.get(section) ?? []));
		for (const statistic of catalog.windowStatistics(section, state.product)) {
			const { slug } = statistic;
			const next = facts
				? tallyOf(statistic, facts, state.product)
				: membershipsOn(previous.get(slug) ?? [], slug, report.day);
			foldMemberships(state.memberships.get(slug) ?? [], slug, next, report.day, changes);
		}
	}
	foldEver(state, report, catalog, changes);
	return changes;
}

/** Whether the report has facts that differ from the latest ones, so that memberships may change. */
export function hasNewFacts(state: HostState, report: HostReport): boolean {
	return carried(report).some(([section, facts]) => {
		const current = state.versions.get(section)?.at(-1);
		return facts !== undefined && !isDeepStrictEqual(current?.facts, facts);
	});
}

/**
 * Folds the whole history again, from all reports of a host in order of receipt. `ever` are the memberships of "ever"
 * statistics, which stay true although the report that made them true may have been replaced by a later one of its day.
 * `previous` are the memberships so far, which replace deleted facts.
 */
export function replay(
	product: HostState["product"],
	reports: Iterable<HostReport>,
	catalog: Catalog,
	ever: readonly Membership[] = [],
	previous: readonly Membership[] = [],
): { state: HostState; labels: Changes["labels"] } {
	const state = emptyState(product);
	for (const row of ever) state.memberships.set(row.statistic, [row]);
	const labels = foldEach(state, reports, catalog, byStatistic(previous));
	return { state, labels };
}

/** What reports change that come after all others of the host. `state` is the edge of its history; it is left as it is. */
export function foldMore(state: HostState, reports: Iterable<HostReport>, catalog: Catalog): Changes {
	const after = copyOf(state);
	const labels = foldEach(after, reports, catalog);
	return { ...difference(state, after), labels };
}

/** Folds one report after the other into the state, in place. Returns the labels that they bring. */
function foldEach(
	state: HostState,
	reports: Iterable<HostReport>,
	catalog: Catalog,
	previous: HostState["memberships"] = new Map(),
): Changes["labels"] {
	const labels: Changes["labels"] = [];
	const ended = new Map<string, Membership[]>();
	for (const report of reports) {
		const changes = fold(state, report, catalog, previous);
		apply(state, changes);
		for (const { statistic } of changes.memberships.put) setEndedAside(state.memberships, statistic, report.day, ended);
		labels.push(...changes.labels);
	}
	for (const [statistic, rows] of ended) {
		const all = [...rows, ...(state.memberships.get(statistic) ?? [])];
		state.memberships.set(statistic, all.sort(bySince));
	}
	return labels;
}

/**
 * Moves the rows that ended before the day: no later report changes them. Else the fold would look at all of a long
 * history for each of its reports.
 */
function setEndedAside(memberships: HostState["memberships"], statistic: string, day: Day, aside: typeof memberships) {
	const rows = memberships.get(statistic) ?? [];
	const isEnded = ({ until }: Membership) => until !== null && until < day;
	const ended = rows.filter(isEnded);
	if (ended.length === 0) return;
	memberships.set(
		statistic,
		rows.filter((row) => !isEnded(row)),
	);
	const earlier = aside.get(statistic);
	if (earlier) earlier.push(...ended);
	else aside.set(statistic, ended);
}

function byStatistic(rows: readonly Membership[]): HostState["memberships"] {
	const memberships: HostState["memberships"] = new Map();
	for (const row of rows) {
		const known = memberships.get(row.statistic);
		if (known) known.push(row);
		else memberships.set(row.statistic, [row]);
	}
	return memberships;
}

function bySince(a: Membership, b: Membership): number {
	return a.since < b.since ? -1 : a.since > b.since ? 1 : 0;
}

/** The facts of a section are undefined if the report is so old that they are deleted. */
function carried(report: HostReport): [SectionName, Facts[SectionName] | undefined][] {
	return Object.entries(report.sections) as [SectionName, Facts[SectionName] | undefined][];
}

/** The section is known from this day until the window ends; days that touch make one span. */
function nextSpan(state: HostState, section: SectionName, day: Day, until: Day): Span | null {
	const last = state.spans.get(section)?.at(-1);
	if (!last || last.until < day) return { section, since: day, until };
	return last.until === until ? null : { ...last, until: later(last.until, until) };
}

/** Writes the version of the day, if the facts differ from those of the days before. Says whether anything changed. */
function foldFacts(state: HostState, section: SectionName, facts: Facts[SectionName], day: Day, changes: Changes) {
	const versions = state.versions.get(section) ?? [];
	const current = versions.at(-1);
	if (current && isDeepStrictEqual(current.facts, facts)) return false;
	const earlierToday = current?.since === day ? current : undefined;
	const before: FactVersion | undefined = earlierToday ? versions.at(-2) : current;
	if (before && isDeepStrictEqual(before.facts, facts)) {
		if (earlierToday) changes.versions.drop.push(earlierToday);
	} else {
		changes.versions.put.push({ section, since: day, facts });
	}
	return true;
}

/** Continues, ends or begins the memberships of one statistic on `day`. The last report of a day counts for the day. */
function foldMemberships(
	rows: readonly Membership[],
	statistic: string,
	next: ReadonlyMap<string, Counted>,
	day: Day,
	changes: Changes,
): void {
	const settled = new Set<string>();
	for (const row of rows) {
		const lasting = row.since < day && (row.until === null || row.until === day);
		if (!lasting) continue;
		const continues = next.get(row.bucket)?.amount === row.amount;
		if (continues) settled.add(row.bucket);
		const until = continues ? null : day;
		if (row.until !== until) changes.memberships.put.push({ ...row, until });
	}
	for (const row of rows) {
		if (row.since !== day) continue;
		const wanted = next.get(row.bucket);
		if (!wanted || settled.has(row.bucket)) {
			changes.memberships.drop.push(row);
		} else {
			settled.add(row.bucket);
			if (row.amount !== wanted.amount) changes.memberships.put.push({ ...row, amount: wanted.amount });
		}
	}
	for (const { bucket, amount, label } of next.values()) {
		if (!settled.has(bucket)) changes.memberships.put.push({ statistic, bucket, since: day, until: null, amount });
		// Also for a bucket that continues: its label may have changed.
		if (label !== undefined) changes.labels.push({ statistic, bucket, label });
	}
}

function foldEver(state: HostState, report: HostReport, catalog: Catalog, changes: Changes): void {
	for (const statistic of catalog.everStatistics) {
		if (!statistic.products.includes(state.product) || !holds(statistic, report.sections)) continue;
		const row = state.memberships.get(statistic.slug)?.[0];
		if (row && row.since <= report.day) continue;
		if (row) changes.memberships.drop.push(row);
		changes.memberships.put.push({
			statistic: statistic.slug,
			bucket: "all",
			since: report.day,
			until: null,
			amount: 1,
		});
	}
}

/**
 * Buckets and amounts of one statistic on a day, from the memberships. Facts are deleted after a time, memberships never,
 * and memberships change on days of reports only: so they replace the deleted facts of such a day.
 */
export function membershipsOn(
	previous: readonly Membership[],
	statistic: string,
	day: Day,
): ReadonlyMap<string, Counted> {
	return new Map(
		previous
			.filter((row) => row.statistic === statistic && row.since <= day && (row.until === null || row.until > day))
			.map(({ bucket, amount }) => [bucket, { bucket, amount }]),
	);
}
