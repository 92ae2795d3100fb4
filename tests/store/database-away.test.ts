/** Which errors of SQL and of Prisma say that the database was away, and which ones are mistakes in this program. */
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, type Store } from "#lib/store/client";
import { isDatabaseAway } from "#lib/store/database-away";
import { testDatabase } from "../database";
import { type DatabaseProxy, databaseProxy } from "./database-proxy";

const database = testDatabase();
let proxy: DatabaseProxy;
beforeAll(async () => {
	proxy = await databaseProxy(database().url);
});
afterAll(() => proxy.close());

/** The errors of the same question in SQL and through Prisma. */
async function errorsOf({ pool, prisma }: Store): Promise<[sql: unknown, prisma: unknown]> {
	const failure = (asked: Promise<unknown>) =>
		asked.then(
			() => "no error",
			(error: unknown) => error,
		);
	return Promise.all([failure(pool.query("select from daily_row")), failure(prisma.dailyRow.findFirst())]);
}

async function expectAway(url: string, limits: pg.PoolConfig = {}, connections = 2): Promise<void> {
	const store = openStore(url, connections, limits);
	try {
		const errors = await errorsOf(store);
		expect(errors.map(isDatabaseAway), errors.join("\n")).toEqual([true, true]);
	} finally {
		await store.close();
	}
}

describe("the database is away", () => {
	test.each([
		["the server ends a statement that takes too long", { statement_timeout: 200 }, 2],
		["the client waits no longer", { query_timeout: 200 }, 2],
		["a lock is not free in time", { lock_timeout: 200 }, 2],
		["no connection of the pool is free in time", { query_timeout: 1500, connectionTimeoutMillis: 300 }, 1],
	])("when %s", async (_, limits, connections) => {
		const holder = await database().pool.connect();
		try {
			await holder.query("begin; lock table daily_row in access exclusive mode");
			await expectAway(database().url, limits, connections);
		} finally {
			holder.release(true);
		}
	});

	test("when nothing listens, on a port or a socket, at a name that is not there", async () => {
		await expectAway("postgresql://nobody@127.0.0.1:1/none");
		await expectAway("postgresql://nobody@%2Fnowhere/none");
		await expectAway("postgresql://nobody@nowhere.invalid/none");
	});

	test("when it is silent, or ends connections", async () => {
		proxy.silence();
		await expectAway(proxy.url, { connectionTimeoutMillis: 200 });
		proxy.cut();
		await expectAway(proxy.url);
		proxy.pass();
		const store = openStore(proxy.url, 2);
		await store.pool.query("select 1");
		const holder = await database().pool.connect();
		try {
			await holder.query("begin; lock table daily_row in access exclusive mode");
			const asked = errorsOf(store);
			await pause(200);
			await holder.query(
				"select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
			);
			expect((await asked).map(isDatabaseAway)).toEqual([true, true]);
		} finally {
			holder.release(true);
			await store.close();
		}
		expect((await errorsOf({ ...store, prisma: database().prisma })).map(isDatabaseAway)).toEqual([true, false]);
	});

	test("when it takes no writes", async () => {
		const written = database().pool.query("begin read only; delete from daily_row; commit");
		expect(await written.catch(isDatabaseAway)).toBe(true);
	});
});

test("mistakes are none of that", async () => {
	const { pool, prisma } = database();
	const wrong = await Promise.all([
		pool.query("select nothing").catch((error: unknown) => error),
		pool.query("select 9007199254740993::int8").catch((error: unknown) => error),
		pool.query("select 1/0").catch((error: unknown) => error),
		prisma.$queryRawUnsafe("select nothing").catch((error: unknown) => error),
		readFile("nowhere").catch((error: unknown) => error),
	]);
	for (const error of [...wrong, new Error("x", { cause: "y" }), new TypeError(), "text", null, undefined])
		expect(isDatabaseAway(error), String(error)).toBe(false);
});
