/** What becomes of queries whose connection breaks, or falls silent as after a failover or in a router that forgot it. */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeStore, openStore } from "#lib/store/client";
import { isDatabaseAway } from "#lib/store/database-away";
import { isReachable } from "#lib/store/live";
import { onConnection } from "#lib/store/sql";
import { testDatabase } from "../database";
import { type DatabaseProxy, databaseProxy } from "./database-proxy";

const database = testDatabase();

let proxy: DatabaseProxy;
beforeAll(async () => {
	proxy = await databaseProxy(database().url);
});
afterAll(() => proxy.close());

test("a query on a silent connection fails in time, and the next one has another connection", async () => {
	const { pool, close } = openStore(proxy.url, 1, { query_timeout: 500, connectionTimeoutMillis: 5000 });
	try {
		await pool.query("select 1");
		proxy.silence();
		await expect(pool.query("select 2")).rejects.toThrow("timeout");
		proxy.pass();
		expect((await pool.query("select 3 as three")).rows).toEqual([{ three: 3 }]);
	} finally {
		await close();
	}
});

test("a silent database is found unreachable in two seconds", async () => {
	process.env.DATABASE_URL = proxy.url;
	try {
		expect(await isReachable()).toBe(true);
		proxy.silence();
		const begun = performance.now();
		expect(await isReachable()).toBe(false);
		// Far less than the limit of a query.
		expect(performance.now() - begun).toBeLessThan(15_000);
	} finally {
		proxy.cut();
		proxy.pass();
		await closeStore();
		delete process.env.DATABASE_URL;
	}
});

test("the database releases the locks of a transaction whose client has gone, and no wait is without an end", async () => {
	const { pool, close } = openStore(database().url, 2, { idle_in_transaction_session_timeout: 200 });
	try {
		const left = onConnection(pool, async (db) => {
			await db.query("begin; lock table daily_row in access exclusive mode");
			// Meanwhile somebody else waits for the lock.
			expect((await pool.query("select count(*) as rows from daily_row")).rows).toEqual([{ rows: 0 }]);
			return db.query("commit");
		});
		await expect(left).rejects.toSatisfy(isDatabaseAway);
	} finally {
		await close();
	}
	const { pool: usual } = database();
	expect((await usual.query("show idle_in_transaction_session_timeout")).rows).toEqual([
		{ idle_in_transaction_session_timeout: "10min" },
	]);
	expect(usual.options).toMatchObject({ keepAlive: true, connectionTimeoutMillis: 10_000, query_timeout: 3_600_000 });
});

test("a connection that ends while it is used fails the next statement, and nothing else", async () => {
	const { pool } = database();
	const failed = onConnection(pool, async (db) => {
		const { rows } = await db.query("select pg_backend_pid() as pid");
		await pool.query("select pg_terminate_backend($1)", [rows[0].pid]);
		await pause(300);
		return db.query("select 1");
	});
	await expect(failed).rejects.toThrow();
	expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});
