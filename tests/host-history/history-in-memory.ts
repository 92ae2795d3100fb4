/** Keeps one host as the database does, and gives the fold what the store gives it. */
import { isDeepStrictEqual } from "node:util";
import { type Day, dayOf } from "#lib/day";
import { type Facts, type SectionName, sectionNames } from "#lib/facts/sections";
import { fold, foldMore, replay } from "#lib/host-history/fold";
import { apply, emptyState, type HostReport, type HostState, type Membership } from "#lib/host-history/state";
import type { Catalog } from "#lib/host-history/tally";
import type { Product } from "#lib/product";
import { factsOn, type StoredHost, type StoredReport } from "#lib/store/host-rows";
import { duplicateWithinMs, Timeline } from "#lib/store/timeline";
import type { RawReport } from "../publish/brute-force";

export class HistoryInMemory {
	state: HostState;
	readonly reports: StoredReport[] = [];
	readonly labels = new Set<string>();

	constructor(
		readonly product: Product,
		readonly catalog: Catalog,
	) {
		this.state = emptyState(product);
	}

	/** One report that is not earlier than those before: the fold sees the edge of the history alone. */
	receive({ at, digest, sections }: RawReport): void {
		const report: HostReport = { day: dayOf(at), sections };
		const changes = fold(edgeOf(this.state, report.day), report, this.catalog);
		this.#note(changes.labels);
		apply(this.state, changes);
		this.reports.push(storedReport(at, this.reports.length, digest, sections));
	}

	/** Reports in any order. Returns how many were no duplicates. */
	takeIn(reports: readonly RawReport[]): number {
		const inOrder = [...reports].sort((a, b) => a.at.getTime() - b.at.getTime());
		const [first, last] = [inOrder[0], this.reports.at(-1)];
		if (first && last && first.at >= last.at) return this.#takeInLater(inOrder, first.at);
		const stored = this.#stored();
		const timeline = new Timeline(stored);
		for (const report of inOrder) timeline.add(report);
		if (timeline.added.length === 0) return 0;
		const { state, labels } = replay(this.product, timeline.entries, this.catalog, stored.ever, stored.fromFacts);
		this.state = state;
		this.#note(labels);
		this.#keep(timeline);
		return timeline.added.length;
	}

	/** Reports that are not earlier than those before: only the edge of the history is known. */
	#takeInLater(inOrder: readonly RawReport[], from: Date): number {
		const edge = edgeOf(this.state, dayOf(from));
		const reports = this.reports.filter(({ at }) => at.getTime() >= from.getTime() - duplicateWithinMs);
		const timeline = new Timeline({ reports, versions: edge.versions });
		for (const report of inOrder) timeline.add(report);
		const changes = foldMore(edge, timeline.added, this.catalog);
		apply(this.state, changes);
		this.#note(changes.labels);
		this.#keep(timeline);
		return timeline.added.length;
	}

	#keep(timeline: Timeline): void {
		for (const { at, seq, digest, sections } of timeline.added) {
			this.reports.push(storedReport(at, seq, digest, sections));
		}
		this.reports.sort((a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq);
	}

	/** Deletes facts that were neither said nor known from the cutoff on. */
	prune(cutoff: Day): void {
		for (const [section, versions] of this.state.versions) {
			const spans = this.state.spans.get(section) ?? [];
			const isKept = (index: number) => {
				const { since: next } = versions[index + 1] ?? {};
				const isKnown = spans.some(({ since, until }) => until > cutoff && (next === undefined || since < next));
				return (next === undefined || next > cutoff) && isKnown;
			};
			this.state.versions.set(
				section,
				versions.filter((_, index) => isKept(index)),
			);
		}
	}

	#note(labels: readonly { statistic: string; bucket: string; label: string }[]): void {
		for (const { statistic, bucket, label } of labels) this.labels.add(`${statistic} ${bucket}: ${label}`);
	}

	#stored(): StoredHost {
		const { versions, memberships } = this.state;
		const isEver = new Set(this.catalog.everStatistics.map(({ slug }) => slug));
		const rows = [...memberships.values()].flat();
		const host: StoredHost = {
			reports: [...this.reports],
			versions: new Map(versions),
			ever: rows.filter(({ statistic }) => isEver.has(statistic)),
			fromFacts: [],
		};
		const lacksFacts = host.reports.some(({ day, sections }) => sections.some((one) => !factsOn(host, one, day)));
		return lacksFacts ? { ...host, fromFacts: rows.filter(({ statistic }) => !isEver.has(statistic)) } : host;
	}
}

function storedReport(at: Date, seq: number, digest: Buffer, sections: Partial<Facts>): StoredReport {
	return { at, seq, day: dayOf(at), digest, sections: Object.keys(sections) as SectionName[] };
}

/** The latest span, the two latest versions, and the memberships that are open or ended on the day. */
function edgeOf({ product, spans, versions, memberships }: HostState, day: Day): HostState {
	const last = <K, R>(rows: Map<K, R[]>, count: number) =>
		new Map([...rows].map(([key, all]) => [key, all.slice(-count)]));
	const isAtEdge = ({ until }: Membership) => until === null || until === day;
	return {
		product,
		spans: last(spans, 1),
		versions: last(versions, 2),
		memberships: new Map([...memberships].map(([slug, rows]) => [slug, rows.filter(isAtEdge)])),
	};
}

/** Rows in order that neither overlap nor go on where another ended: one row could stand for both. */
export function untidyRows(state: HostState): string[] {
	const untidy: string[] = [];
	for (const section of sectionNames) {
		const spans = state.spans.get(section) ?? [];
		for (const [index, { since, until }] of spans.entries()) {
			const next = spans[index + 1];
			if (since >= until || (next && next.since <= until)) untidy.push(`span ${section} ${since}`);
		}
		const versions = state.versions.get(section) ?? [];
		for (const [index, { since, facts }] of versions.entries()) {
			const next = versions[index + 1];
			if (next && (next.since <= since || isDeepStrictEqual(next.facts, facts))) {
				untidy.push(`version ${section} ${next.since}`);
			}
		}
	}
	for (const rows of state.memberships.values()) {
		for (const row of rows) {
			const overlapping = rows.some(
				(other) =>
					other !== row &&
					other.bucket === row.bucket &&
					other.since <= row.since &&
					(other.until === null ||
						other.until > row.since ||
						(other.until === row.since && other.amount === row.amount)),
			);
			if (overlapping || (row.until !== null && row.until <= row.since)) {
				untidy.push(`membership ${row.statistic} ${row.bucket} ${row.since}`);
			}
		}
	}
	return untidy;
}
