/**
 * The answers to questions, computed the slow way: host by host, straight from the reports and the definitions, sharing
 * nothing with the SQL but the statistics' tallies.
 */
import { type Day, plusDays } from "#lib/day";
import type { SectionName } from "#lib/facts/sections";
import { type Product, products, windowDays } from "#lib/product";
import { isAcrossProducts, isSentBy, type WindowStatistic } from "#lib/statistics/statistic";
import type { RawReport } from "../publish/brute-force";

const dayOf = ({ at }: RawReport) => at.toISOString().slice(0, 10) as Day;

/** What a statistic says of a host whose section is known on a day. */
interface Known {
	product: Product;
	firstDay: Day;
	/** Amounts by bucket. */
	own: ReadonlyMap<string, number>;
	/** The same by the bucket in which it is published: `other` for those of few hosts. */
	shown: ReadonlyMap<string, number>;
	base: number;
}

export type Hosts = ReadonlyMap<string, Known>;

export function hostsOn(
	reports: readonly RawReport[],
	statistic: WindowStatistic,
	product: Product,
	day: Day,
	isDenied: (bucket: string) => boolean = () => false,
): Hosts {
	const byHost = new Map<string, RawReport[]>();
	for (const report of [...reports].sort((a, b) => a.at.getTime() - b.at.getTime())) {
		if (!isAcrossProducts(statistic) && report.product !== product) continue;
		const key = `${report.product} ${report.uuid}`;
		byHost.set(key, [...(byHost.get(key) ?? []), report]);
	}
	const section = statistic.section as SectionName;
	const known = [...byHost].flatMap(([key, all]) => {
		const [first] = all;
		const inWindow = all.filter(
			(one) =>
				dayOf(one) <= day &&
				dayOf(one) > plusDays(day, -windowDays[one.product]) &&
				one.sections[section] !== undefined,
		);
		const facts = inWindow.at(-1)?.sections[section];
		if (!first || facts === undefined) return [];
		const counted = statistic.tally(facts, first.product);
		const own = new Map(counted.map(({ bucket, amount }) => [bucket, amount]));
		const base = statistic.baseAmount?.(facts) ?? counted.reduce((sum, { amount }) => sum + amount, 0);
		return [{ key, product: first.product, firstDay: dayOf(first), own, base }];
	});
	const isShown = (bucket: string) =>
		known.filter(({ own }) => own.has(bucket)).length >= statistic.threshold && !isDenied(bucket);
	return new Map(
		known.map(({ key, ...host }) => {
			const shown = new Map<string, number>();
			for (const [bucket, amount] of host.own) {
				const name = isShown(bucket) ? bucket : "other";
				shown.set(name, (shown.get(name) ?? 0) + amount);
			}
			return [key, { ...host, shown }];
		}),
	);
}

/** The host's amount in a bucket; `undefined` if it is not in it. */
const amountIn = ({ own, shown }: Known, bucket: string) => (bucket === "other" ? shown.get(bucket) : own.get(bucket));

/** `product`'s published rows of the day: hosts, total and the sums of intervals. */
export function slowRows(hosts: Hosts, countsHosts: boolean) {
	const rows = new Map<string, { hosts: number; total: number; squares: number; products: number }>();
	const add = (bucket: string, amount: number, base: number) => {
		const { hosts, total, squares, products } = rows.get(bucket) ?? { hosts: 0, total: 0, squares: 0, products: 0 };
		rows.set(bucket, {
			hosts: hosts + 1,
			total: total + amount,
			squares: squares + amount ** 2,
			products: products + amount * base,
		});
	};
	for (const { shown, base } of hosts.values()) {
		add("", countsHosts ? 1 : base, base);
		// A host in several merged buckets counts once.
		for (const [bucket, amount] of shown) add(bucket, countsHosts && bucket !== "other" ? 1 : amount, base);
	}
	return rows;
}

export function slowMoves(then: Hosts, now: Hosts, from: Day, bucket: string | null, countsHosts: boolean) {
	const inside = (host: Known | undefined) => {
		if (!host) return undefined;
		return bucket === null ? (countsHosts ? 0 : host.base) : amountIn(host, bucket);
	};
	const hosts = new Set([...then.keys(), ...now.keys()]);
	const counts = { start: 0, end: 0, stayed: 0, new: 0, returned: 0, switchedTo: 0, silent: 0, switchedFrom: 0 };
	const amount = { start: 0, grown: 0, shrunk: 0, end: 0 };
	const moved: { to: Known[]; from: Known[] } = { to: [], from: [] };
	for (const key of hosts) {
		const [before, after] = [then.get(key), now.get(key)];
		const [a, b] = [inside(before), inside(after)];
		if (a !== undefined) counts.start += 1;
		if (b !== undefined) counts.end += 1;
		if (a !== undefined && b !== undefined) {
			counts.stayed += 1;
			amount.start += a;
			amount.end += b;
			amount.grown += Math.max(0, b - a);
			amount.shrunk += Math.max(0, a - b);
		} else if (a !== undefined && after) {
			counts.switchedFrom += 1;
			moved.to.push(after);
		} else if (a !== undefined) counts.silent += 1;
		else if (b !== undefined && after) {
			if (after.firstDay > from) counts.new += 1;
			else if (!before) counts.returned += 1;
			else {
				counts.switchedTo += 1;
				moved.from.push(before);
			}
		}
	}
	return { counts, amount, flows: { to: flowsOf(moved.to), from: flowsOf(moved.from) } };
}

/** The hosts in the bucket on both days, each by what another statistic says of it on that day. */
export function slowChanges(
	sides: { start: Hosts; end: Hosts },
	by: { start: Hosts; end: Hosts },
	bucket: string | null,
): { bucket: string; start: number; end: number }[] {
	const changes = new Map<string, { start: number; end: number }>();
	for (const side of ["start", "end"] as const)
		for (const [key, host] of sides[side]) {
			if (bucket !== null && amountIn(host, bucket) === undefined) continue;
			const [name = "other"] = by[side].get(key)?.shown.keys() ?? [];
			const change = changes.get(name) ?? { start: 0, end: 0 };
			change[side] += 1;
			changes.set(name, change);
		}
	return [...changes].map(([name, change]) => ({ bucket: name, ...change }));
}

function flowsOf(hosts: readonly Known[]): Record<string, number> {
	const size = (bucket: string) => hosts.filter((host) => [...host.shown.keys()].includes(bucket)).length;
	const flows = new Map<string, Set<Known>>();
	for (const host of hosts)
		for (const bucket of [...host.shown.keys()]) {
			const name = size(bucket) < 5 ? "other" : bucket;
			flows.set(name, (flows.get(name) ?? new Set()).add(host));
		}
	return Object.fromEntries([...flows].map(([bucket, of]) => [bucket, of.size]));
}

export function slowShares(
	statistic: WindowStatistic,
	hostsOf: (product: Product) => Hosts,
	bucket: string,
): Record<string, { hosts: number; base: number }> {
	const sending = products.filter((product) => isSentBy(statistic, product));
	return Object.fromEntries(
		sending.map((product) => {
			const known = [...hostsOf(product).values()].filter((host) => host.product === product);
			const hosts = known.filter((host) => amountIn(host, bucket) !== undefined).length;
			return [product, { hosts, base: known.length }];
		}),
	);
}

export function slowOnly(hosts: Hosts, bucket: string, countsHosts: boolean): number {
	return [...hosts.values()].filter((host) => {
		const amount = amountIn(host, bucket);
		if (amount === undefined) return false;
		if (!countsHosts) return amount === host.base;
		return [...(bucket === "other" ? host.shown : host.own).keys()].every((one) => one === bucket);
	}).length;
}

export function slowCross(one: Hosts, other: Hosts): { hosts: number; cells: Record<string, number> } {
	const both = [...one].flatMap(([key, a]) => {
		const b = other.get(key);
		return b ? [{ key, a: [...a.shown.keys()], b: [...b.shown.keys()] }] : [];
	});
	const size = (a: string, b: string) => both.filter((host) => host.a.includes(a) && host.b.includes(b)).length;
	const cells = new Map<string, Set<string>>();
	for (const { key, a: ofA, b: ofB } of both)
		for (const a of ofA)
			for (const b of ofB) {
				const name = `${a} ${size(a, b) < 5 ? "other" : b}`;
				cells.set(name, (cells.get(name) ?? new Set()).add(key));
			}
	return { hosts: both.length, cells: Object.fromEntries([...cells].map(([name, keys]) => [name, keys.size])) };
}
