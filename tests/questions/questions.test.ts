/** Every answer over random fleets, compared with the slow computation from the reports. */
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Day, daysBetween, later, plusDays, startOf } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { defaultLanguage } from "#lib/language";
import { type Product, products } from "#lib/product";
import { publish } from "#lib/publish/publish";
import { readComparison, readCross, readMoves } from "#lib/query/questions";
import { readRetirement } from "#lib/query/retirement";
import { inPercent, newcombe, shareOfUnits, twoDecimals, wilson } from "#lib/questions/intervals";
import { changesWithoutFew, flowsWithoutFew, isFew, withoutFew } from "#lib/questions/suppression";
import { inUnit, percentOf } from "#lib/series/amounts";
import country from "#lib/statistics/country";
import cpuVendor from "#lib/statistics/cpu-vendor";
import { statistics } from "#lib/statistics/index";
import { canCross } from "#lib/statistics/questions";
import { isOneNumber, isSentBy, type WindowStatistic } from "#lib/statistics/statistic";
import { acceptReports } from "#lib/store/accept";
import { closeStore } from "#lib/store/client";
import { published as readPublished } from "#lib/store/daily-rows";
import { onConnection } from "#lib/store/sql";
import { tallyNewStatistics } from "#lib/store/tally-facts";
import { testDatabase } from "../database";
import { type RawReport, withoutDuplicates } from "../publish/brute-force";
import { daysMax, fleet, largerFleet } from "../publish/random-fleet";
import { rounds } from "../rounds";
import { type Hosts, hostsOn, slowChanges, slowCross, slowMoves, slowOnly, slowRows, slowShares } from "./brute-force";

const database = testDatabase();
beforeAll(() => {
	process.env.DATABASE_URL = database().url;
});
afterAll(async () => {
	await closeStore();
	delete process.env.DATABASE_URL;
});

const lastDay = plusDays("2026-01-01" as Day, daysMax + 3);
const language = defaultLanguage;

/** Closed and open lists, of hosts and of units, with one bucket for each host and with several; both products at once. */
const few = new Set([
	...["hosts-active", "openvz-version", "country", "cpu-vendor", "cpu-model", "virtualization"],
	...["container-os", "container-processes", "containers-per-host", "disk-kind", "memory-installed"],
]);
const some = statistics
	.filter((one): one is WindowStatistic => one.over === "window" && few.has(one.slug))
	.map((one) => (one.threshold === 1 ? one : { ...one, threshold: 2 as unknown as 5 }));

async function publishedFleet(reports: readonly RawReport[]): Promise<pg.Pool> {
	const { pool } = database();
	await pool.query(
		`truncate host, report, known_span, fact_version, membership, bucket_label, daily_row, publication, denied_label`,
	);
	await pool.query("insert into publication (id) values (1)");
	await onConnection(pool, (db) => tallyNewStatistics(db, some));
	await acceptReports(pool, reports, catalogOf(some));
	await publish(pool, some, { now: startOf(plusDays(lastDay, 1)), through: lastDay });
	return pool;
}

const cases = some.flatMap((statistic) =>
	products.filter((product) => isSentBy(statistic, product)).map((product) => ({ statistic, product })),
);

/** Of the statistic on a day, by whatever is in the reports. */
const hostsOf = (reports: readonly RawReport[]) => {
	const found = new Map<string, Hosts>();
	return (statistic: WindowStatistic, product: Product, day: Day): Hosts => {
		const key = `${statistic.slug} ${product} ${day}`;
		const hosts = found.get(key) ?? hostsOn(reports, statistic, product, day);
		found.set(key, hosts);
		return hosts;
	};
};

const bucketsOf = (...sides: Hosts[]) => [
	...new Set(sides.flatMap((hosts) => [...hosts.values()].flatMap(({ shown }) => [...shown.keys()]))),
];

/** Two published days of a fleet, the first not after the second. */
async function daysFor(a: number, b: number): Promise<{ from: Day; to: Day; first: Day }> {
	const days = (await readPublished()) ?? expect.fail("nothing is published");
	const length = daysBetween(days.firstDay, days.lastDay) + 1;
	const [from = days.firstDay, to = days.firstDay] = [a, b].map((n) => plusDays(days.firstDay, n % length)).sort();
	return { from, to, first: days.firstDay };
}

const sums = [
	{ whole: "start", parts: ["stayed", "silent", "switchedFrom"] },
	{ whole: "end", parts: ["stayed", "new", "returned", "switchedTo"] },
] as const;

const flowsToldOf = (flows: Readonly<Record<string, number>>, total: number | null, isClosed: boolean) => {
	const list = Object.entries(flows).map(([bucket, hosts]) => ({ bucket, hosts }));
	const told = isClosed ? list : flowsWithoutFew(list, total);
	return new Map(told.map(({ bucket, hosts }) => [bucket, hosts]));
};
const asMap = (flows: readonly { bucket: string; hosts: number | null }[]) =>
	new Map(flows.map(({ bucket, hosts }) => [bucket, hosts]));

const larger = fc.tuple(largerFleet, fc.nat(), fc.nat());
const fleets = fc.oneof({ weight: 3, arbitrary: larger }, fc.tuple(fleet, fc.nat(), fc.nat()));
/** Always tried, beside random ones: in them there is something of everything. */
const examples = fc.sample(larger, { seed: 7, numRuns: 1 }).map((one): [typeof one] => [one]);
const tries = rounds(2, 80);

test(`why and retire, ${tries} fleets`, async () => {
	const told = { closed: 0, few: 0, flows: 0, only: 0, returned: 0, amounts: 0, countries: 0 };
	await fc.assert(
		fc.asyncProperty(fleets, async ([drawn, one, other]) => {
			const reports = withoutDuplicates(drawn);
			await publishedFleet(reports);
			const { from, to, first } = await daysFor(one, other);
			const hosts = hostsOf(reports);
			for (const { statistic, product } of cases) {
				const subject = { statistic, product, language };
				const [then, now] = [hosts(statistic, product, from), hosts(statistic, product, to)];
				const isClosed = statistic.threshold === 1;
				const countsHosts = statistic.unit === "hosts";
				for (const bucket of [null, ...bucketsOf(then, now)]) {
					const about = `${statistic.slug} ${product} ${bucket} ${from} ${to}`;
					const slow = slowMoves(then, now, from, bucket, countsHosts);
					const counts = isClosed ? slow.counts : withoutFew<keyof typeof slow.counts>(slow.counts, sums);
					const answer = await readMoves(subject, { from, to }, bucket);
					expect(answer, about).toMatchObject(counts);
					const { start, silent, switchedFrom, returned, switchedTo, end } = answer;
					if (isClosed)
						expect(
							Number(start) -
								Number(silent) -
								Number(switchedFrom) +
								Number(answer.new) +
								Number(returned) +
								Number(switchedTo),
							about,
						).toBe(end);
					const { amount, flows } = slow;
					const inUnits = Object.fromEntries(
						Object.entries(amount).map(([key, n]) => [key, inUnit(n, statistic.unit)]),
					);
					expect(answer.amount, about).toEqual(countsHosts ? undefined : counts.stayed === null ? null : inUnits);
					expect(asMap(answer.flows.to), about).toEqual(flowsToldOf(flows.to, counts.switchedFrom, isClosed));
					expect(asMap(answer.flows.from), about).toEqual(flowsToldOf(flows.from, counts.switchedTo, isClosed));
					const byCountry = answer.by.find((each) => each.statistic.slug === "country")?.rows;
					if (byCountry) {
						const countries = { start: hosts(country, product, from), end: hosts(country, product, to) };
						const changes = changesWithoutFew(slowChanges({ start: then, end: now }, countries, bucket));
						expect(
							byCountry.map(({ label: _, ...change }) => change),
							about,
						).toEqual(changes);
						told.countries += changes.length > 1 ? 1 : 0;
					}
					told.closed += isClosed ? 1 : 0;
					told.few += answer.few ? 1 : 0;
					told.flows += answer.flows.to.some((flow) => flow.bucket !== "other") ? 1 : 0;
					told.returned += returned ? 1 : 0;
					told.amounts += answer.amount && answer.amount.grown > 0 ? 1 : 0;
					if (bucket === null || isOneNumber(statistic)) continue;

					const shares = slowShares(statistic, (each) => hosts(statistic, each, to), bucket);
					const only = slowOnly(now, bucket, countsHosts);
					const since = later(plusDays(to, -365), first);
					const ofYear = slowMoves(hosts(statistic, product, since), now, since, bucket, countsHosts);
					const year = isClosed ? ofYear.counts : withoutFew<keyof typeof ofYear.counts>(ofYear.counts, sums);
					const retirement = await readRetirement(subject, to, bucket, await readPublished());
					for (const [sending, { hosts: inside, base }] of Object.entries(shares)) {
						const isTold = isClosed || !isFew(inside);
						expect(retirement.products[sending as Product], about).toEqual({
							hosts: isTold ? inside : null,
							base,
							percent: isTold ? percentOf(inside, base) : null,
							interval: isTold ? inPercent(wilson({ share: base ? inside / base : 0, size: base })) : null,
							...(isTold ? {} : { few: true }),
						});
					}
					expect(retirement.only, about).toBe(isClosed || !isFew(only) ? only : null);
					expect(retirement.year, about).toMatchObject({
						from: since,
						stayed: year.stayed,
						switched: year.switchedFrom,
						silent: year.silent,
					});
					expect(asMap(retirement.year.flows), about).toEqual(
						flowsToldOf(ofYear.flows.to, year.switchedFrom, isClosed),
					);
					told.only += retirement.only ? 1 : 0;
				}
			}
		}),
		{ numRuns: tries, examples },
	);
	for (const [what, times] of Object.entries(told)) expect(times, what).toBeGreaterThan(0);
});

test("why tells how often silent hosts came back within 60 days of a silence", async () => {
	const begin = "2026-01-01" as Day;
	const cpu = fc.sample(largerFleet, { seed: 7, numRuns: 1 })[0]?.find((one) => one.sections.cpu)?.sections.cpu;
	const report = (n: number, day: number): RawReport => ({
		uuid: `0f5c3f6e-8f1d-4a0e-9c7e-${String(n).padStart(12, "0")}`,
		product: "openvz7",
		at: new Date(startOf(plusDays(begin, day)).getTime() + 36e5 + n),
		digest: Buffer.from(`${n} ${day}`.padEnd(32)),
		sections: { cpu },
	});
	// All are silent from day 14 on: 12 come back on day 40, and 6 on day 74, the last one that counts; 5 are too late.
	const again = (n: number) => (n < 12 ? [40] : n < 18 ? [74] : n < 23 ? [75] : []);
	const reports = Array.from({ length: 30 }, (_, n) => [0, ...again(n)].map((day) => report(n, day))).flat();
	await publishedFleet(reports);
	const subject = { statistic: cpuVendor, product: "openvz7" as const, language };
	const answer = await readMoves(subject, { from: begin, to: lastDay }, null);
	expect(answer.returns).toMatchObject({ days: 60, silences: 30, returned: 18, percent: 60 });
});

test(`compare and cross, ${tries} fleets`, async () => {
	const told = { merged: 0, absent: 0, certain: 0, cells: 0, others: 0 };
	await fc.assert(
		fc.asyncProperty(fleets, async ([drawn, one, other]) => {
			const reports = withoutDuplicates(drawn);
			await publishedFleet(reports);
			const days = await daysFor(one, other);
			const hosts = hostsOf(reports);
			for (const { statistic, product } of cases.filter((each) => !isOneNumber(each.statistic))) {
				const bProduct = products.find((each) => each !== product && isSentBy(statistic, each)) ?? product;
				const sides = { a: { product, day: days.from }, b: { product: bProduct, day: days.to } };
				const [ofA, ofB] = [hosts(statistic, product, days.from), hosts(statistic, bProduct, days.to)];
				const [a, b] = [slowRows(ofA, statistic.unit === "hosts"), slowRows(ofB, statistic.unit === "hosts")];
				const answer = await readComparison(statistic, sides, language);
				const buckets = new Set([...a.keys(), ...b.keys()].filter((bucket) => bucket !== ""));
				expect(new Set(answer.rows.map(({ bucket }) => bucket))).toEqual(buckets);
				for (const row of answer.rows) {
					const about = `${statistic.slug} ${row.bucket} ${JSON.stringify(sides)}`;
					const side = (rows: typeof a, of: Hosts) => {
						const base = rows.get("") ?? { hosts: 0, total: 0, squares: 0, products: 0 };
						const found = rows.get(row.bucket);
						const isMerged = !found && [...of.values()].some(({ own }) => own.has(row.bucket));
						const { hosts, total, squares, products } = found ?? { hosts: 0, total: 0, squares: 0, products: 0 };
						const share =
							statistic.unit === "hosts"
								? { share: base.hosts ? hosts / base.hosts : 0, size: base.hosts }
								: shareOfUnits({
										hosts: base.hosts,
										bucket: total,
										base: base.total,
										bucketSquares: squares,
										products,
										baseSquares: base.squares,
									});
						const percent = percentOf(total, base.total);
						told.absent += found || isMerged ? 0 : 1;
						told.merged += isMerged ? 1 : 0;
						return isMerged ? null : { share, counts: { hosts, total: inUnit(total, statistic.unit), percent } };
					};
					const [x, y] = [side(a, ofA), side(b, ofB)];
					expect(row.a, about).toEqual(x?.counts ?? null);
					expect(row.b, about).toEqual(y?.counts ?? null);
					expect(row.points, about).toBe(x && y ? twoDecimals(y.counts.percent - x.counts.percent) : null);
					expect(row.interval, about).toEqual(x && y ? inPercent(newcombe(x.share, y.share)) : null);
					const [low, high] = row.interval ?? [0, 0];
					expect(row.certain, about).toBe(low > 0 || high < 0);
					told.certain += row.certain ? 1 : 0;
				}
				for (const by of some.filter((each) => isSentBy(each, product) && canCross(statistic, each))) {
					const cross = await readCross({ statistic, product, language }, by, days.to);
					const slow = slowCross(hosts(statistic, product, days.to), hosts(by, product, days.to));
					const cells = Object.fromEntries(cross.rows.map((cell) => [`${cell.a} ${cell.b}`, cell.hosts]));
					expect(cross.base.hosts).toBe(slow.hosts);
					expect(cells, `${statistic.slug} by ${by.slug} ${product} ${days.to}`).toEqual(slow.cells);
					told.cells += cross.rows.some(({ b }) => b !== "other") ? 1 : 0;
					told.others += cross.rows.some(({ b }) => b === "other") ? 1 : 0;
				}
			}
		}),
		{ numRuns: tries, examples },
	);
	for (const [what, times] of Object.entries(told)) expect(times, what).toBeGreaterThan(0);
});
