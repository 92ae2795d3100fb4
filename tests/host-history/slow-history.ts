/**
 * The history of one host computed the slow way: for each day, straight from all its reports. It shares nothing with the
 * fold but the tallies of the statistics.
 */
import { type Day, daysThrough, plusDays } from "#lib/day";
import { type Facts, type SectionName, sectionNames } from "#lib/facts/sections";
import type { HostState } from "#lib/host-history/state";
import { windowDays } from "#lib/product";
import type { Statistic } from "#lib/statistics/statistic";
import type { RawReport } from "../publish/brute-force";

/** By `section day`: whether it is known. By `section day`: its facts. By `statistic day`: amounts by bucket. */
export interface DailyHistory {
	known: Set<string>;
	facts: Map<string, unknown>;
	amounts: Map<string, Record<string, number>>;
}

const emptyHistory = (): DailyHistory => ({ known: new Set(), facts: new Map(), amounts: new Map() });

const dayOf = (report: RawReport) => report.at.toISOString().slice(0, 10) as Day;

/** `accepted` in order of receipt. */
export function slowHistory(
	accepted: readonly RawReport[],
	statistics: readonly Statistic[],
	through: Day,
): DailyHistory {
	const history = emptyHistory();
	const [first] = accepted;
	if (!first) return history;
	const { product } = first;
	const tallies = new Map<string, Record<string, number>>();
	for (const day of daysThrough(dayOf(first), through)) {
		const soFar = accepted.filter((report) => dayOf(report) <= day);
		for (const section of sectionNames) {
			const carrying = soFar.filter((report) => report.sections[section]);
			const last = carrying.at(-1);
			const facts = last?.sections[section];
			if (!last || !facts) continue;
			history.facts.set(`${section} ${day}`, facts);
			if (carrying.some((report) => plusDays(dayOf(report), windowDays[product]) > day)) {
				history.known.add(`${section} ${day}`);
			}
			for (const statistic of statistics) {
				if (statistic.over !== "window" || statistic.section !== section) continue;
				if (!statistic.products.includes(product)) continue;
				const key = `${statistic.slug} ${last.at.getTime()}`;
				const amounts = tallies.get(key) ?? amountsOf(statistic, facts, product);
				tallies.set(key, amounts);
				if (Object.keys(amounts).length > 0) history.amounts.set(`${statistic.slug} ${day}`, amounts);
			}
		}
		for (const statistic of statistics) {
			if (statistic.over !== "ever" || !statistic.products.includes(product)) continue;
			const holds = Object.entries(statistic.holds) as [SectionName, (facts: unknown) => boolean][];
			const isTrue = soFar.some(({ sections }) => holds.some(([name, test]) => sections[name] && test(sections[name])));
			if (isTrue) history.amounts.set(`${statistic.slug} ${day}`, { all: 1 });
		}
	}
	return history;
}

type WindowStatistic = Extract<Statistic, { over: "window" }>;

function amountsOf(statistic: WindowStatistic, facts: Facts[SectionName], product: RawReport["product"]) {
	const counted = statistic.tally(facts, product);
	const amounts = Object.fromEntries(counted.map(({ bucket, amount }) => [bucket, amount]));
	if (statistic.unit === "hosts") return amounts;
	const base = statistic.baseAmount?.(facts) ?? counted.reduce((sum, { amount }) => sum + amount, 0);
	return base > 0 ? { ...amounts, "": base } : amounts;
}

/** Names of buckets that any report gave. */
export function slowLabels(accepted: readonly RawReport[], statistics: readonly Statistic[]): Set<string> {
	const labels = accepted.flatMap(({ product, sections }) =>
		statistics.flatMap((statistic) => {
			if (statistic.over !== "window" || !statistic.products.includes(product)) return [];
			const facts = sections[statistic.section];
			if (!facts) return [];
			const named = statistic.tally(facts, product).filter(({ label }) => label !== undefined);
			return named.map(({ bucket, label }) => `${statistic.slug} ${bucket}: ${label}`);
		}),
	);
	return new Set(labels);
}

/** What the rows of a host say of each day. */
export function dailyHistory(state: HostState, from: Day, through: Day): DailyHistory {
	const history = emptyHistory();
	for (const day of daysThrough(from, through)) {
		for (const [section, spans] of state.spans) {
			if (spans.some(({ since, until }) => since <= day && day < until)) history.known.add(`${section} ${day}`);
		}
		for (const [section, versions] of state.versions) {
			const version = versions.findLast(({ since }) => since <= day);
			if (version) history.facts.set(`${section} ${day}`, version.facts);
		}
		for (const [statistic, rows] of state.memberships) {
			const holding = rows.filter(({ since, until }) => since <= day && (until === null || day < until));
			const amounts = Object.fromEntries(holding.map(({ bucket, amount }) => [bucket, amount]));
			if (holding.length > 0) history.amounts.set(`${statistic} ${day}`, amounts);
		}
	}
	return history;
}
