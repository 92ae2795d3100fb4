/** Histories of random hosts, without a database, compared with what all their reports say when they are read day by day. */
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, plusDays } from "#lib/day";
import { sectionNames } from "#lib/facts/sections";
import { replay } from "#lib/host-history/fold";
import type { HostReport } from "#lib/host-history/state";
import { catalogOf } from "#lib/host-history/tally";
import { statistics } from "#lib/statistics/index";
import { type RawReport, withoutDuplicates } from "../publish/brute-force";
import { daysMax, oneHost } from "../publish/random-fleet";
import { rounds } from "../rounds";
import { HistoryInMemory, untidyRows } from "./history-in-memory";
import { dailyHistory, slowHistory, slowLabels } from "./slow-history";

const firstDay = "2026-01-01" as Day;
/** Longer than any window after the last report. */
const lastDay = plusDays(firstDay, daysMax + 62);
const catalog = catalogOf(statistics);

function historyOf([report]: readonly RawReport[]): HistoryInMemory {
	if (!report) throw new Error("a host without reports");
	return new HistoryInMemory(report.product, catalog);
}

/** Vitest takes seconds to compare what Node compares in milliseconds, but says what differs. */
function expectSame(actual: unknown, expected: unknown): void {
	if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

function expectHistory(history: HistoryInMemory, accepted: readonly RawReport[]): void {
	expectSame(dailyHistory(history.state, firstDay, lastDay), slowHistory(accepted, statistics, lastDay));
	expect(untidyRows(history.state)).toEqual([]);
	expect(history.labels).toEqual(slowLabels(accepted, statistics));
}

/** The parts in which the reports come: by the bits of a random number. */
const inParts = (reports: readonly RawReport[], cut: number, parts: number) =>
	Array.from({ length: parts }, (_, part) =>
		reports.filter((_, index) => (cut >> (2 * (index % 14))) % parts === part),
	);

const cuts = fc.nat(2 ** 30);
const cutoffs = fc.integer({ min: 1, max: daysMax }).map((days) => plusDays(firstDay, days));

describe("the history of a host is what its reports say", () => {
	test("received in order, by the edge of the history alone", () => {
		fc.assert(
			fc.property(oneHost, (reports) => {
				const accepted = withoutDuplicates(reports);
				const history = historyOf(reports);
				for (const report of accepted) history.receive(report);
				expectHistory(history, accepted);
			}),
			{ numRuns: rounds(15, 2000) },
		);
	});

	test("taken in without order, duplicates included", () => {
		fc.assert(
			fc.property(oneHost, (reports) => {
				const accepted = withoutDuplicates(reports);
				const history = historyOf(reports);
				expect(history.takeIn(reports)).toBe(accepted.length);
				expectHistory(history, accepted);
				expect(history.takeIn(reports)).toBe(0);
			}),
			{ numRuns: rounds(15, 2000) },
		);
	});

	test("taken in part after part in order, each by the edge of the history alone", () => {
		fc.assert(
			fc.property(oneHost, fc.integer({ min: 1, max: 5 }), (reports, size) => {
				const accepted = withoutDuplicates(reports);
				const history = historyOf(reports);
				for (let from = 0; from < accepted.length; from += size) {
					const part = accepted.slice(from, from + size);
					expect(history.takeIn([...part, ...part].reverse())).toBe(part.length);
				}
				expectHistory(history, accepted);
			}),
			{ numRuns: rounds(15, 2000) },
		);
	});

	test("taken in by parts without order, or received and late", () => {
		fc.assert(
			fc.property(oneHost, cuts, (reports, cut) => {
				const accepted = withoutDuplicates(reports);
				const [timely = [], ...late] = inParts(accepted, cut, 3);
				const history = historyOf(reports);
				for (const report of timely) history.receive(report);
				let count = timely.length;
				for (const part of late.reverse()) count += history.takeIn(part);
				// A late copy may be a duplicate where the early one was not: then other reports count.
				fc.pre(count === accepted.length);
				expectHistory(history, accepted);
			}),
			{ numRuns: rounds(15, 2000) },
		);
	});
});

test("a history that was taken in goes on as one that was received", () => {
	fc.assert(
		fc.property(oneHost, fc.double({ min: 0, max: 1, noNaN: true }), (reports, share) => {
			const accepted = withoutDuplicates(reports);
			const until = Math.floor(share * accepted.length);
			const history = historyOf(reports);
			history.takeIn(accepted.slice(0, until).reverse());
			for (const report of accepted.slice(until)) history.receive(report);
			expectHistory(history, accepted);
		}),
		{ numRuns: rounds(8, 1000) },
	);
});

describe("facts that are gone", () => {
	test("what was counted stays, whatever comes late; what is kept is right", () => {
		fc.assert(
			fc.property(oneHost, cuts, cutoffs, (reports, cut, cutoff) => {
				const accepted = withoutDuplicates(reports);
				const [timely = [], ...late] = inParts(accepted, cut, 3);
				const history = historyOf(reports);
				for (const report of timely) history.receive(report);
				let count = timely.length;
				for (const part of late) {
					history.prune(cutoff);
					count += history.takeIn(part);
				}
				fc.pre(count === accepted.length);
				const { known, facts, amounts } = dailyHistory(history.state, firstDay, lastDay);
				const slow = slowHistory(accepted, statistics, lastDay);
				expectSame(known, slow.known);
				expectSame(amounts, slow.amounts);
				expect(untidyRows(history.state)).toEqual([]);
				for (const key of known) {
					const [, day = ""] = key.split(" ");
					if (day >= cutoff) expectSame(facts.get(key), slow.facts.get(key));
				}
			}),
			{ numRuns: rounds(15, 2000) },
		);
	});
});

test("statistics added later get the past they would have had", () => {
	fc.assert(
		fc.property(oneHost, (reports) => {
			// What a superseded report of a day said is not kept, so it cannot make an "ever" true later.
			const accepted = withoutDuplicates(lastOfEachDay(reports));
			const before = new HistoryInMemory(accepted[0]?.product ?? "openvz7", catalogOf([]));
			before.takeIn(accepted);
			const { state } = replay(before.product, reportsOfVersions(before), catalog);
			const { amounts } = dailyHistory(state, firstDay, lastDay);
			expectSame(amounts, slowHistory(accepted, statistics, lastDay).amounts);
		}),
		{ numRuns: rounds(8, 1000) },
	);
});

function lastOfEachDay(reports: readonly RawReport[]): RawReport[] {
	const inOrder = [...reports].sort((a, b) => a.at.getTime() - b.at.getTime());
	return [...new Map(inOrder.map((one) => [one.at.toISOString().slice(0, 10), one])).values()];
}

/** As the store reads them: a report for each day on which a version of any facts begins. */
function reportsOfVersions({ state }: HistoryInMemory): HostReport[] {
	const byDay = new Map<Day, Record<string, unknown>>();
	for (const section of sectionNames) {
		for (const { since, facts } of state.versions.get(section) ?? []) {
			byDay.set(since, { ...byDay.get(since), [section]: facts });
		}
	}
	return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, sections]) => ({ day, sections }));
}

test("both spellings of a bucket's name are reported, whichever report came first", () => {
	const saying = (day: number, vendor: string): RawReport => ({
		product: "openvz7",
		uuid: "00000000-0000-4000-8000-000000000001",
		at: new Date(`2026-01-0${day}T10:00:00Z`),
		digest: Buffer.alloc(32, day),
		sections: { hardware: { vendor, numaNodes: null } },
	});
	const reports = [saying(1, "Acme  Inc"), saying(2, "ACME Inc")];
	const received = historyOf(reports);
	for (const report of reports) received.receive(report);
	expect(received.labels).toEqual(slowLabels(reports, statistics));
	const late = historyOf(reports);
	for (const report of reports.toReversed()) late.takeIn([report]);
	expect(late.labels).toEqual(received.labels);
	expect(received.labels.size).toBe(2);
});
