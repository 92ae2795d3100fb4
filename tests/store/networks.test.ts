/** Limits of networks: exact under concurrency, the same for all processes, and nothing but keyed hashes in the database. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Day, plusDays, startOf } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { admit, hashedNetworks, recentNetworks } from "#lib/receipt/admission";
import { statistics } from "#lib/statistics/index";
import { acceptReport, acceptReports, type IncomingReport } from "#lib/store/accept";
import { openStore, type Store } from "#lib/store/client";
import { LimitExceeded, networkKey, pruneNetworks } from "#lib/store/networks";
import { forgetHost } from "#lib/store/one-host";
import { testDatabase } from "../database";

const database = testDatabase();
const noon = new Date("2026-11-22T12:00:00Z");
const later = (ms: number) => new Date(noon.getTime() + ms);
const minute = 60_000;

beforeEach(async () => {
	await database().pool.query(
		"truncate host, report, known_span, fact_version, membership, rate_limit, newcomer, newcomer_count",
	);
});

const others: Store[] = [];
afterAll(async () => {
	for (const store of others) await store.close();
});
/** Another process, as far as the database can tell. */
function anotherProcess(): Store["pool"] {
	const store = openStore(database().url, 5);
	others.push(store);
	return store.pool;
}

/** 0, or the seconds after which to try again. */
async function waits(done: Promise<unknown>): Promise<number> {
	return done.then(
		() => 0,
		(error) => (error instanceof LimitExceeded ? error.retryAfterSeconds : Promise.reject(error)),
	);
}

const passed = (all: readonly number[]) => all.filter((seconds) => seconds === 0).length;

async function countOf(table: string): Promise<number> {
	const { rows } = await database().pool.query<{ count: number }>(`select count(*)::int as count from ${table}`);
	return rows[0]?.count ?? -1;
}

describe("requests", () => {
	const ask = (address: string | null, perHour: number, now = noon, pool = database().pool) =>
		waits(admit(pool, "reports", address, perHour, now));

	test("one network may send its burst, then waits for the next one", async () => {
		for (const host of [1, 2, 3]) expect(await ask(`192.0.2.${host}`, 3)).toBe(0);
		expect(await ask("192.0.2.200", 3)).toBe(20 * 60);
		expect(await ask("192.0.2.200", 3, later(20 * minute - 1))).toBe(1);
		expect(await ask("192.0.2.200", 3, later(20 * minute))).toBe(0);
		expect(await ask("192.0.2.200", 3, later(20 * minute))).toBe(20 * 60);
		expect(await ask("192.0.2.200", 3, later(1e9))).toBe(0);
	});

	test("networks do not share a limit; addresses of one /48 do, and what is counted apart does not", async () => {
		expect(await ask("192.0.2.1", 1)).toBe(0);
		expect(await ask("192.0.3.1", 1)).toBe(0);
		expect(await ask("2001:db8:1::1", 1)).toBe(0);
		expect(await ask("2001:db8:1:ffff::2", 1)).toBeGreaterThan(0);
		expect(await ask("::ffff:192.0.2.9", 1)).toBeGreaterThan(0);
		expect(await ask(null, 1)).toBe(0);
		expect(await ask("no address", 1)).toBeGreaterThan(0);
		expect(await waits(admit(database().pool, "requests", "192.0.2.1", 1, noon))).toBe(0);
	});

	test("a clock that goes backwards gives nothing away, and one that ran ahead locks nobody out", async () => {
		expect(await ask("192.0.2.1", 1, later(5000))).toBe(0);
		expect(await ask("192.0.2.1", 1, noon)).toBeGreaterThan(0);
		expect(await ask("192.0.2.1", 1, later(20 * 24 * 60 * minute))).toBe(0);
		expect(await ask("192.0.2.1", 1, noon)).toBe(0);
		expect(await ask("192.0.2.1", 1, noon)).toBeGreaterThan(0);
	});

	test("many at once from two processes are counted one by one", async () => {
		const pools = [database().pool, anotherProcess()];
		const answers = await Promise.all(
			Array.from({ length: 60 }, (_, i) => ask(`192.0.2.${i}`, 25, noon, pools[i % 2])),
		);
		expect(passed(answers)).toBe(25);
		expect(await ask("192.0.2.1", 25, noon, anotherProcess())).toBeGreaterThan(0);
	});

	test("a network that may send everything again needs no row", async () => {
		await ask("192.0.2.1", 60);
		await ask("192.0.2.1", 60);
		await ask("192.0.3.1", 60);
		await pruneNetworks(database().pool, later(minute));
		expect(await countOf("rate_limit")).toBe(1);
		await pruneNetworks(database().pool, later(2 * minute));
		expect(await countOf("rate_limit")).toBe(0);
	});
});

describe("new hosts", () => {
	const catalog = catalogOf(statistics);
	let digest = 0;
	const reportOf = async (uuid: string, address: string, at: Date): Promise<IncomingReport> => ({
		product: "openvz7",
		uuid,
		at,
		digest: Buffer.alloc(32, digest++ % 256),
		sections: { activity: { country: "us" } },
		networks: hashedNetworks(address, await networkKey(database().pool, "2026-11-22" as Day)),
	});
	const send = async (address: string, { uuid = randomUUID() as string, at = noon, pool = database().pool } = {}) =>
		waits(acceptReport(pool, await reportOf(uuid, address, at), catalog, 5));

	test("of one /24 at once, from two processes: not one too many, and what is refused leaves nothing", async () => {
		const pools = [database().pool, anotherProcess()];
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, i) => send(`192.0.2.${i}`, { pool: pools[i % 2] })),
		);
		expect(passed(answers)).toBe(5);
		expect(answers.find((seconds) => seconds > 0)).toBe(12 * 3600);
		for (const table of ["host", "report", "newcomer"]) expect(await countOf(table)).toBe(5);
		const { rows } = await database().pool.query("select hosts from newcomer_count");
		expect(rows).toEqual([{ hosts: 5 }, { hosts: 5 }]);
	});

	test("known hosts go on, and the next day has a limit of its own", async () => {
		const known = randomUUID();
		expect(await send("192.0.2.1", { uuid: known })).toBe(0);
		for (let i = 0; i < 4; i++) expect(await send("192.0.2.1")).toBe(0);
		expect(await send("192.0.2.1")).toBeGreaterThan(0);
		expect(await send("192.0.2.1", { uuid: known, at: later(minute) })).toBe(0);
		expect(await send("192.0.2.1", { at: later(12 * 60 * minute) })).toBe(0);
	});

	test("the /16 around them may add ten times as many", async () => {
		const answers: number[] = [];
		for (let i = 0; i < 60; i++) answers.push(await send(`198.51.${i % 20}.${i}`));
		expect(passed(answers)).toBe(50);
		expect(await send("198.52.0.1")).toBe(0);
		const ipv6: number[] = [];
		for (let i = 0; i < 60; i++) ipv6.push(await send(`2001:db8:${i.toString(16)}::1`));
		expect(passed(ipv6)).toBe(50);
	});

	test("a host that was forgotten is new again", async () => {
		const uuid = randomUUID();
		for (let i = 0; i < 5; i++) {
			expect(await send("192.0.2.1", { uuid })).toBe(0);
			expect(await forgetHost(database().pool, uuid)).toBe(1);
			expect(await countOf("newcomer")).toBe(0);
		}
		expect(await send("192.0.2.1", { uuid })).toBeGreaterThan(0);
	});

	test("imported hosts have the network of their first report, and no limit", async () => {
		const uuids = Array.from({ length: 8 }, () => randomUUID());
		const networksOf = await recentNetworks(database().pool, noon);
		const report = async (uuid: string, address: string | null, day: Day): Promise<IncomingReport> => {
			const at = startOf(day);
			return { ...(await reportOf(uuid, address ?? "", at)), networks: networksOf(address, at) };
		};
		const kept = async () =>
			(await database().pool.query("select day, network from newcomer order by host_id")).rows as object[];
		const take = async (address: string | null, day: string) =>
			acceptReports(
				database().pool,
				await Promise.all(uuids.map((uuid) => report(uuid, address, day as Day))),
				catalog,
			);
		await take("192.0.2.1", "2026-11-20");
		const first = await kept();
		expect(first).toHaveLength(8);
		await take("198.51.100.1", "2026-11-21");
		expect(await kept()).toEqual(first);
		await take("198.51.100.1", "2026-11-19");
		expect(await kept()).toEqual(
			first.map(() => ({ day: "2026-11-19", network: networksOf("198.51.100.1", noon)?.narrow })),
		);
		await take(null, "2026-11-18");
		expect(await kept()).toEqual([]);
		expect(networksOf("192.0.2.1", startOf("2026-09-23" as Day))).toBeUndefined();
		expect(networksOf("192.0.2.1", startOf("2026-09-24" as Day))).toBeDefined();
	});

	test("networks are gone after 60 days, and their key with the last of them", async () => {
		const today = "2026-11-22" as Day;
		await networkKey(database().pool, today);
		await send("192.0.2.1", { at: startOf(plusDays(today, 29)) });
		const prune = (days: number) => pruneNetworks(database().pool, startOf(plusDays(today, days)));
		await prune(29 + 59);
		expect([await countOf("newcomer"), await countOf("network_key")]).toEqual([1, 1]);
		await prune(29 + 60);
		expect([await countOf("newcomer"), await countOf("network_key")]).toEqual([0, 1]);
		await prune(29 + 61);
		expect([await countOf("newcomer"), await countOf("network_key"), await countOf("newcomer_count")]).toEqual([
			0, 0, 0,
		]);
	});
});

test("a key holds for 30 days and is the same for everybody", async () => {
	const days = ["2026-11-22", "2026-12-21", "2026-12-22"] as Day[];
	const keys = await Promise.all(
		days.slice(0, 1).flatMap((day) => [1, 2, 3].map(() => networkKey(anotherProcess(), day))),
	);
	expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(1);
	const [first, last, next] = [
		keys[0],
		...(await Promise.all(days.slice(1).map((day) => networkKey(database().pool, day)))),
	];
	expect(last).toEqual(first);
	expect(next).not.toEqual(first);
	expect(first).toHaveLength(32);
});

test("a hash says nothing of the network without the key", () => {
	const hashes = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)].map((key) => hashedNetworks("192.0.2.77", key));
	expect(new Set(hashes.flatMap(({ narrow, wide }) => [narrow, wide])).size).toBe(4);
	for (const { narrow, wide } of hashes) expect([narrow, wide].join(" ")).toMatch(/^[0-9a-f]{12} [0-9a-f]{12}$/);
});
