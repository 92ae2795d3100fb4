/** Hosts in quarantine are out of every number, and a release brings everything back, compared with the slow computation. */
import fc from "fast-check";
import type pg from "pg";
import { expect, test } from "vitest";
import { type Day, plusDays, startOf } from "#lib/day";
import { hostIdOf } from "#lib/host-history/host-id";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import type { Statistic } from "#lib/statistics/statistic";
import { acceptReport, acceptReports } from "#lib/store/accept";
import { forgetHost } from "#lib/store/one-host";
import {
	hostsIn,
	hostsNamed,
	type Preview,
	previewChange,
	quarantineHosts,
	quarantines,
	releaseHosts,
} from "#lib/store/quarantine";
import { pruneFacts } from "#lib/store/retention";
import { testDatabase } from "../database";
import { rounds } from "../rounds";
import { bruteForceLargest, bruteForceRows, type RawReport, withoutDuplicates } from "./brute-force";
import {
	emptied,
	few,
	firstDay,
	inOrder,
	lastDay,
	now,
	publishedLargest,
	publishedRows,
	sensitive,
	upToLast,
} from "./publishing";
import { daysMax, fleet, widestFleet } from "./random-fleet";

const database = testDatabase();
const dayIn = (key: string) => key.split(" ")[2] as Day;

/** What is published is what the reports give. Days that were published before the first of them stay, with zeros. */
async function expectPublished(pool: pg.Pool, reports: readonly RawReport[], catalog: Statistic[]): Promise<void> {
	const expected = bruteForceRows(reports, catalog, lastDay);
	const begin = [...expected.keys()].map(dayIn).sort()[0] ?? ("9999-12-31" as Day);
	const rows = await publishedRows(pool);
	expect(new Map([...rows].filter(([key]) => dayIn(key) >= begin))).toEqual(new Map([...expected].sort()));
	const before = [...rows].filter(([key]) => dayIn(key) < begin);
	expect(new Set(before.map(([, value]) => value))).toEqual(new Set(before.length > 0 ? ["0 0 null"] : []));
	expect(await publishedLargest(pool)).toEqual(bruteForceLargest(reports, catalog, lastDay));
}

/** What was foreseen is what changed: as many days of each statistic, and on the last of them these rows. */
function expectForeseen(
	{ changes }: Preview,
	before: ReadonlyMap<string, string>,
	after: ReadonlyMap<string, string>,
): void {
	const changed = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
	const lastOf = new Map<string, { day: Day; days: Set<Day> }>();
	for (const key of changed) {
		const of = key.split(" ").slice(0, 2).join(" ");
		const known = lastOf.get(of) ?? { day: dayIn(key), days: new Set() };
		lastOf.set(of, { day: known.day > dayIn(key) ? known.day : dayIn(key), days: known.days.add(dayIn(key)) });
	}
	const withoutMerged = (value: string | undefined) => value?.split(" ").slice(0, 2).join(" ");
	const latest = changed.filter((key) => dayIn(key) === lastOf.get(key.split(" ").slice(0, 2).join(" "))?.day);
	expect(
		new Set(
			changes.map((one) => {
				const key = `${one.product} ${one.statistic} ${one.day} ${one.bucket || "(base)"}`;
				const said = (hosts: number | null, total: number | null) => (hosts === null ? undefined : `${hosts} ${total}`);
				return JSON.stringify([
					...[key, one.days],
					...[said(one.hostsBefore, one.totalBefore), said(one.hostsAfter, one.totalAfter)],
				]);
			}),
		),
	).toEqual(
		new Set(
			latest.map((key) =>
				JSON.stringify([
					...[key, lastOf.get(key.split(" ").slice(0, 2).join(" "))?.days.size],
					...[withoutMerged(before.get(key)), withoutMerged(after.get(key))],
				]),
			),
		),
	);
}

const idOf = ({ product, uuid }: RawReport) => hostIdOf(product, uuid);
/** Every host whose place has its bit set. */
function chosen(reports: readonly RawReport[], bits: number): string[] {
	const ids = [...new Set(reports.map(idOf))].sort();
	return ids.filter((_, place) => (bits >> place) & 1);
}
const bits = fc.integer({ min: 0, max: 0xfff });

async function expectQuarantined(
	reports: readonly RawReport[],
	[one, other, cut, pause]: readonly [number, number, number, number],
	catalog: Statistic[],
): Promise<void> {
	const { pool } = database();
	await emptied(pool);
	const counted = catalogOf(catalog);
	const distinct = withoutDuplicates(reports);
	const late = inOrder(distinct).filter((_, index) => (cut >> (index % 16)) & 1);
	for (const report of inOrder(distinct)) if (!late.includes(report)) await acceptReport(pool, report, counted);
	await publish(pool, catalog, { now: startOf(plusDays(firstDay, 2 + (pause % daysMax))) });
	const take = async (ids: readonly string[]) => {
		const hosts = (await hostsNamed(pool, ids)).filter(({ quarantineId }) => quarantineId === null);
		if (hosts.length === 0) return null;
		return quarantineHosts(pool, { hostIds: hosts.map(({ id }) => id), network: null, now });
	};
	const out = new Set<string>();

	// Taken out while the days are published as far as they are; reports of all hosts go on, by both ways.
	const first = chosen(distinct, one);
	const firstId = await take(first);
	const held = firstId === null ? [] : (await hostsIn(pool, firstId)).map(({ id }) => id);
	for (const id of held) out.add(id);
	const half = late.length >> 1;
	await acceptReports(pool, late.slice(half).reverse(), counted);
	for (const report of late.slice(0, half).reverse()) await acceptReport(pool, report, counted);
	const accepted = await pool.query("select 1 from report");
	fc.pre(accepted.rowCount === distinct.length);
	await publish(pool, catalog, upToLast);
	await expectPublished(
		pool,
		distinct.filter((report) => !out.has(idOf(report))),
		catalog,
	);

	// A second one, foreseen; it leaves those alone that are out already.
	const before = await publishedRows(pool);
	const candidates = (await hostsNamed(pool, chosen(distinct, other))).filter((host) => host.quarantineId === null);
	const foreseen = await previewChange(pool, catalog, candidates, "out");
	expect(await publishedRows(pool)).toEqual(before);
	const secondId = await take(chosen(distinct, other));
	for (const { id } of candidates) out.add(id);
	await publish(pool, catalog, upToLast);
	await expectPublished(
		pool,
		distinct.filter((report) => !out.has(idOf(report))),
		catalog,
	);
	const without = await publishedRows(pool);
	expectForeseen(foreseen, before, without);

	// Released, everything is as it was, byte for byte.
	if (secondId !== null) {
		const back = await previewChange(pool, catalog, await hostsIn(pool, secondId), "counted");
		expect(await releaseHosts(pool, secondId, now)).toBe(candidates.length);
		await publish(pool, catalog, upToLast);
		expect([...(await publishedRows(pool))]).toEqual([...before]);
		expectForeseen(back, without, before);
		expect(await releaseHosts(pool, secondId, now)).toBe(0);
	}
	for (const { id } of candidates) out.delete(id);

	// One of the first is forgotten while it is out; old facts of all are deleted; the rest comes back.
	const [gone] = held;
	const report = distinct.find((any) => idOf(any) === gone);
	if (report) expect(await forgetHost(pool, report.uuid)).not.toBeNull();
	await pruneFacts(pool, plusDays(firstDay, pause % daysMax));
	if (firstId !== null) await releaseHosts(pool, firstId, now);
	await publish(pool, catalog, {
		now,
		from: distinct.map((any) => any.at.toISOString().slice(0, 10) as Day).sort()[0],
	});
	await expectPublished(
		pool,
		distinct.filter((any) => !report || any.uuid !== report.uuid),
		catalog,
	);
	expect((await quarantines(pool)).map((any) => any.held)).toEqual((await quarantines(pool)).map(() => 0));
}

const choices = fc.tuple(bits, bits, fc.nat(), fc.nat());
const fleets = rounds(3, 400);
const whole = rounds(1, 25);

test(`in and out of quarantine, ${fleets} fleets`, async () => {
	await fc.assert(
		fc.asyncProperty(fleet, choices, (reports, choice) => expectQuarantined(reports, choice, few)),
		{ numRuns: fleets },
	);
});

test(`the same with the whole catalog, ${whole} fleets`, async () => {
	await fc.assert(
		fc.asyncProperty(widestFleet, choices, (reports, choice) => expectQuarantined(reports, choice, sensitive)),
		{ numRuns: whole },
	);
});

test("a quarantine of no hosts is refused, and ids go up", async () => {
	const { pool } = database();
	await emptied(pool);
	const sections = { activity: { country: "us" } };
	for (const [n, uuid] of ["1", "2"].map((one) => `00000000-0000-4000-8000-00000000000${one}`).entries()) {
		await acceptReport(
			pool,
			{ product: "legacy", uuid, at: startOf(firstDay), digest: Buffer.alloc(32, n), sections },
			catalogOf(few),
		);
	}
	const all = (await pool.query<{ id: string }>("select id from host order by id")).rows.map(({ id }) => id);
	expect(await quarantineHosts(pool, { hostIds: all.slice(0, 1), network: null, now })).toBe(1);
	expect(await quarantineHosts(pool, { hostIds: all, network: "0123456789ab", now })).toBe(2);
	await expect(quarantineHosts(pool, { hostIds: all, network: null, now })).rejects.toThrow(
		"all of these hosts are in quarantine already",
	);
	expect(await quarantines(pool)).toEqual([
		{ id: 1, at: now, network: null, hosts: 1, held: 1, releasedAt: null },
		{ id: 2, at: now, network: "0123456789ab", hosts: 1, held: 1, releasedAt: null },
	]);
});
