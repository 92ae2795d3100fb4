/**
 * The numbers of DESIGN section 3, computed the slow way: for each day, each host and each statistic, straight from the
 * reports and the definitions, sharing nothing with the fold and the SQL but the statistics' tallies.
 */
import { type Day, daysThrough, plusDays } from "#lib/day";
import type { Facts, SectionName } from "#lib/facts/sections";
import { defaultProduct, type Product, windowDays } from "#lib/product";
import { isOneNumber, type Statistic, type WindowStatistic } from "#lib/statistics/statistic";

export interface RawReport {
	product: Product;
	uuid: string;
	at: Date;
	digest: Buffer;
	sections: Partial<Facts>;
}

const days = new WeakMap<RawReport, Day>();

/** Asked so often that writing the date each time would be most of the work. */
function dayOf(report: RawReport): Day {
	const day = days.get(report) ?? (report.at.toISOString().slice(0, 10) as Day);
	days.set(report, day);
	return day;
}
const dayMs = 86_400_000;

/** Reports that count: sorted by receipt, without the repeats of a host's bytes within a day after an accepted report. */
export function withoutDuplicates(reports: readonly RawReport[]): RawReport[] {
	const accepted: RawReport[] = [];
	for (const report of [...reports].sort((a, b) => a.at.getTime() - b.at.getTime())) {
		const repeated = accepted.some(
			(other) =>
				other.product === report.product &&
				other.uuid === report.uuid &&
				other.digest.equals(report.digest) &&
				report.at.getTime() - other.at.getTime() <= dayMs,
		);
		if (!repeated) accepted.push(report);
	}
	return accepted;
}

/** Whether the operator keeps the label away. */
type IsDenied = (statistic: string, bucket: string) => boolean;

/** Every row of every day, as `product statistic day bucket` → `hosts total merged`. */
export function bruteForceRows(
	accepted: readonly RawReport[],
	statistics: readonly Statistic[],
	lastDay: Day,
	isDenied: IsDenied = () => false,
): Map<string, string> {
	return onEachDay(accepted, statistics, lastDay, (statistic, soFar, day) => rowsOf(statistic, soFar, day, isDenied));
}

/** Of every row of statistics that count units, as `product statistic day bucket` → `squares products`. */
export function bruteForceSums(
	accepted: readonly RawReport[],
	statistics: readonly Statistic[],
	lastDay: Day,
	isDenied: IsDenied = () => false,
): Map<string, string> {
	const ofUnits = statistics.filter(({ over, unit }) => over === "window" && unit !== "hosts");
	return onEachDay(accepted, ofUnits, lastDay, (statistic, soFar, day) => sumsOf(statistic, soFar, day, isDenied));
}

function onEachDay(
	accepted: readonly RawReport[],
	statistics: readonly Statistic[],
	lastDay: Day,
	compute: (statistic: Statistic, soFar: readonly RawReport[], day: Day) => ReadonlyMap<string, string>,
): Map<string, string> {
	const rows = new Map<string, string>();
	const firstDay = accepted.map(dayOf).sort()[0];
	if (!firstDay) return rows;
	for (const day of daysThrough(firstDay, lastDay)) {
		for (const statistic of statistics) {
			const across = statistic.over === "window" && statistic.acrossProducts;
			for (const product of across ? (["all"] as const) : statistic.products) {
				const soFar = accepted.filter(
					(report) => dayOf(report) <= day && (product === "all" || report.product === product),
				);
				for (const [bucket, value] of compute(statistic, soFar, day)) {
					rows.set(`${product} ${statistic.slug} ${day} ${bucket || "(base)"}`, value);
				}
			}
		}
	}
	return rows;
}

function rowsOf(statistic: Statistic, soFar: readonly RawReport[], day: Day, isDenied: IsDenied): Map<string, string> {
	const base = baseOf(statistic, soFar, day);
	const value = `${base.hosts} ${base.total} null`;
	if (isOneNumber(statistic)) {
		return new Map([
			["", value],
			["all", value],
		]);
	}
	return new Map([["", value], ...bucketsOf(statistic, soFar, day, isDenied)]);
}

function byHost(reports: readonly RawReport[]): RawReport[][] {
	const hosts = new Map<string, RawReport[]>();
	for (const report of reports) {
		const key = `${report.product} ${report.uuid}`;
		hosts.set(key, [...(hosts.get(key) ?? []), report]);
	}
	return [...hosts.values()];
}

/** The facts of each host whose section is known on the day. */
function knownFacts(section: SectionName, soFar: readonly RawReport[], day: Day) {
	return byHost(soFar).flatMap((reports) => {
		const product = reports[0]?.product ?? defaultProduct;
		const opening = plusDays(day, -windowDays[product]);
		const carrying = reports.filter((report) => dayOf(report) > opening && report.sections[section] !== undefined);
		const facts = carrying.at(-1)?.sections[section];
		return facts === undefined ? [] : [{ product, facts }];
	});
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** The amount of one host in the base. */
function amountOf(statistic: WindowStatistic, facts: Facts[SectionName], product: Product): number {
	return statistic.baseAmount?.(facts) ?? sumOf(statistic.tally(facts, product).map((one) => one.amount));
}

/** What the largest host has of each total that is not of hosts, as `product statistic day` → `hosts largest total`. */
export function bruteForceLargest(
	accepted: readonly RawReport[],
	statistics: readonly Statistic[],
	lastDay: Day,
): Map<string, string> {
	const rows = new Map<string, string>();
	const firstDay = accepted.map(dayOf).sort()[0];
	if (!firstDay) return rows;
	for (const day of daysThrough(firstDay, lastDay)) {
		for (const statistic of statistics) {
			if (statistic.over !== "window" || statistic.unit === "hosts") continue;
			for (const product of statistic.products) {
				const soFar = accepted.filter((report) => dayOf(report) <= day && report.product === product);
				const amounts = knownFacts(statistic.section, soFar, day)
					.map(({ facts }) => amountOf(statistic, facts, product))
					.filter((amount) => amount > 0);
				const row = `${amounts.length} ${Math.max(...amounts)} ${sumOf(amounts)}`;
				if (amounts.length > 0) rows.set(`${product} ${statistic.slug} ${day}`, row);
			}
		}
	}
	return rows;
}

function baseOf(statistic: Statistic, soFar: readonly RawReport[], day: Day): { hosts: number; total: number } {
	switch (statistic.over) {
		case "window": {
			const known = knownFacts(statistic.section, soFar, day);
			const total = sumOf(known.map(({ product, facts }) => amountOf(statistic, facts, product)));
			return { hosts: known.length, total: statistic.unit === "hosts" ? known.length : total };
		}
		case "observed":
			throw new Error("no rows of hosts");
		case "ever": {
			const hosts = byHost(soFar).filter((reports) =>
				reports.some(({ sections }) =>
					Object.entries(statistic.holds).some(([section, test]) => {
						const facts = sections[section as SectionName];
						return facts !== undefined && (test as (facts: unknown) => boolean)(facts);
					}),
				),
			).length;
			return { hosts, total: hosts };
		}
		case "events": {
			const today = soFar.filter((report) => dayOf(report) === day);
			const hosts = byHost(soFar);
			if (statistic.event === "report") return { hosts: byHost(today).length, total: today.length };
			if (statistic.event === "report-so-far") return { hosts: hosts.length, total: soFar.length };
			const fresh = hosts.filter((reports) => reports[0] && dayOf(reports[0]) === day).length;
			return { hosts: fresh, total: fresh };
		}
	}
}

function bucketsOf(
	statistic: Statistic,
	soFar: readonly RawReport[],
	day: Day,
	isDenied: IsDenied,
): Map<string, string> {
	if (statistic.over !== "window") return new Map();
	const buckets = new Map<string, { hosts: Set<number>; total: number }>();
	for (const [host, { product, facts }] of knownFacts(statistic.section, soFar, day).entries()) {
		for (const { bucket, amount } of statistic.tally(facts, product)) {
			const counted = buckets.get(bucket) ?? { hosts: new Set(), total: 0 };
			counted.hosts.add(host);
			counted.total += amount;
			buckets.set(bucket, counted);
		}
	}
	const rows = new Map<string, string>();
	const small = [...buckets].filter(
		([bucket, { hosts }]) =>
			bucket !== "other" && (hosts.size < statistic.threshold || isDenied(statistic.slug, bucket)),
	);
	for (const [bucket, { hosts, total }] of buckets) {
		if (!small.some(([name]) => name === bucket)) rows.set(bucket, `${hosts.size} ${total} null`);
	}
	if (small.length > 0) {
		const other = buckets.get("other");
		const hosts = new Set([...(other?.hosts ?? []), ...small.flatMap(([, one]) => [...one.hosts])]);
		const total = small.reduce((sum, [, one]) => sum + one.total, other?.total ?? 0);
		rows.set("other", `${hosts.size} ${total} ${small.length}`);
	}
	return rows;
}

/** Host by host: what it has in each bucket as it is published, and in the base. */
function sumsOf(statistic: Statistic, soFar: readonly RawReport[], day: Day, isDenied: IsDenied): Map<string, string> {
	if (statistic.over !== "window") return new Map();
	const published = bucketsOf(statistic, soFar, day, isDenied);
	const sums = new Map([["", [0n, 0n]]]);
	const add = (bucket: string, squares: bigint, products: bigint) => {
		const [a = 0n, b = 0n] = sums.get(bucket) ?? [];
		sums.set(bucket, [a + squares, b + products]);
	};
	for (const { product, facts } of knownFacts(statistic.section, soFar, day)) {
		const counted = statistic.tally(facts, product);
		const whole = BigInt(statistic.baseAmount?.(facts) ?? counted.reduce((sum, { amount }) => sum + amount, 0));
		const amounts = new Map<string, bigint>();
		for (const { bucket, amount } of counted) {
			const shown = published.has(bucket) ? bucket : "other";
			amounts.set(shown, (amounts.get(shown) ?? 0n) + BigInt(amount));
		}
		add("", whole * whole, whole * whole);
		for (const [bucket, amount] of amounts) add(bucket, amount * amount, amount * whole);
	}
	return new Map([...sums].map(([bucket, values]) => [bucket, values.map(Number).join(" ")]));
}
