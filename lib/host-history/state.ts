/**
 * What is known of one host, as rows that mirror the tables. A state may hold the whole history (import) or only its
 * edge (one live report): the fold reads the latest span and the two latest versions of each section it meets, and the
 * memberships that are open or were closed on the report's day.
 */
import type { Day } from "#lib/day";
import type { Facts, SectionName } from "#lib/facts/sections";
import type { Product } from "#lib/product";

/** A run of days on which a section is known: from `since`, no longer on `until`. */
export interface Span {
	section: SectionName;
	since: Day;
	until: Day;
}

/** What a section says from a day on, until its next version. */
export interface FactVersion<S extends SectionName = SectionName> {
	section: S;
	since: Day;
	facts: Facts[S];
}

/** The host counts in a bucket from `since`, no longer on `until`. */
export interface Membership {
	statistic: string;
	/** "" is the base amount of a statistic that does not count hosts. */
	bucket: string;
	since: Day;
	until: Day | null;
	amount: number;
}

interface BucketLabel {
	statistic: string;
	bucket: string;
	label: string;
}

/** One report as the fold sees it: what each section it carried says. */
export interface HostReport {
	day: Day;
	sections: Partial<Facts>;
}

/** Rows by section and by statistic, each list in order of `since`. */
export interface HostState {
	product: Product;
	spans: Map<SectionName, Span[]>;
	versions: Map<SectionName, FactVersion[]>;
	memberships: Map<string, Membership[]>;
}

/** Rows to write (by their key: an existing row is replaced) and rows to delete. Deletions come first. */
export interface Changes {
	spans: { put: Span[] };
	versions: { drop: FactVersion[]; put: FactVersion[] };
	memberships: { drop: Membership[]; put: Membership[] };
	labels: BucketLabel[];
}

export function emptyState(product: Product): HostState {
	return { product, spans: new Map(), versions: new Map(), memberships: new Map() };
}

export function noChanges(): Changes {
	return {
		spans: { put: [] },
		versions: { drop: [], put: [] },
		memberships: { drop: [], put: [] },
		labels: [],
	};
}

/** Brings a state up to date with the changes a report made, in place. */
export function apply(state: HostState, changes: Changes): void {
	for (const span of changes.spans.put) put(state.spans, span.section, span, sameSince);
	for (const version of changes.versions.drop) drop(state.versions, version.section, version, sameSince);
	for (const version of changes.versions.put) put(state.versions, version.section, version, sameSince);
	for (const row of changes.memberships.drop) drop(state.memberships, row.statistic, row, sameMembership);
	for (const row of changes.memberships.put) put(state.memberships, row.statistic, row, sameMembership);
}

export function copyOf({ product, spans, versions, memberships }: HostState): HostState {
	const copied = <K, R>(rows: Map<K, R[]>) => new Map(Array.from(rows, ([key, list]) => [key, [...list]]));
	return { product, spans: copied(spans), versions: copied(versions), memberships: copied(memberships) };
}

/** What turns one state of a host into a later one, labels aside. Spans are never deleted. */
export function difference(before: HostState, after: HostState): Changes {
	return {
		spans: { put: differing(before.spans, after.spans, sameSince).put },
		versions: differing(before.versions, after.versions, sameSince),
		memberships: differing(before.memberships, after.memberships, sameMembership),
		labels: [],
	};
}

function differing<K, R>(before: Map<K, R[]>, after: Map<K, R[]>, same: (a: R, b: R) => boolean) {
	const changes: { drop: R[]; put: R[] } = { drop: [], put: [] };
	for (const key of new Set([...before.keys(), ...after.keys()])) {
		const [old, now] = [new Set(before.get(key)), new Set(after.get(key))];
		const put = [...now].filter((row) => !old.has(row));
		changes.put.push(...put);
		changes.drop.push(...[...old].filter((row) => !now.has(row) && !put.some((other) => same(other, row))));
	}
	return changes;
}

interface Dated {
	since: Day;
}

const sameSince = (a: Dated, b: Dated) => a.since === b.since;
const sameMembership = (a: Membership, b: Membership) => a.bucket === b.bucket && a.since === b.since;

function put<K, R extends Dated>(rows: Map<K, R[]>, key: K, row: R, same: (a: R, b: R) => boolean): void {
	const list = rows.get(key);
	if (!list) {
		rows.set(key, [row]);
		return;
	}
	// Changes are made near the end of a history that may be years long.
	const index = list.findLastIndex((other) => other.since < row.since || same(other, row));
	const found = list[index];
	if (found && same(found, row)) list[index] = row;
	else list.splice(index + 1, 0, row);
}

function drop<K, R extends Dated>(rows: Map<K, R[]>, key: K, row: R, same: (a: R, b: R) => boolean): void {
	const list = rows.get(key);
	if (list)
		rows.set(
			key,
			list.filter((other) => !same(other, row)),
		);
}
