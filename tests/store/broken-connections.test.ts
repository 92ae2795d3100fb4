/** What becomes of queries whose connection breaks, or falls silent as after a failover or in a router that forgot it. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { parse } from "pg-connection-string";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeStore, openStore } from "#lib/store/client";
import { isReachable } from "#lib/store/live";
import { onConnection } from "#lib/store/sql";
import { testDatabase } from "../database";

const database = testDatabase();

/** Between a client and the database; `silent` connections stay open, and nothing passes them any more. */
const between = { url: "", isSilent: false, sockets: new Set<Socket>() };
const proxy = createServer((client) => {
	const { host, port } = parse(database().url);
	const server = host?.startsWith("/")
		? connect(`${host}/.s.PGSQL.${port || 5432}`)
		: connect(Number(port), host ?? "");
	for (const socket of [client, server]) between.sockets.add(socket.on("error", () => {}));
	client.on("data", (bytes) => between.isSilent || server.write(bytes));
	server.on("data", (bytes) => between.isSilent || client.write(bytes));
});

beforeAll(async () => {
	proxy.listen(0, "127.0.0.1");
	await once(proxy, "listening");
	const { user, password, database: name } = parse(database().url);
	const { port } = proxy.address() as AddressInfo;
	between.url = `postgresql://${user}:${password ?? ""}@127.0.0.1:${port}/${name}`;
});
afterAll(() => {
	for (const socket of between.sockets) socket.destroy();
	proxy.close();
});

test("a query on a silent connection fails in time, and the next one has another connection", async () => {
	const { pool, close } = openStore(between.url, 1, { query_timeout: 500, connectionTimeoutMillis: 5000 });
	try {
		await pool.query("select 1");
		between.isSilent = true;
		await expect(pool.query("select 2")).rejects.toThrow("timeout");
		between.isSilent = false;
		expect((await pool.query("select 3 as three")).rows).toEqual([{ three: 3 }]);
	} finally {
		for (const socket of between.sockets) socket.destroy();
		await close();
	}
});

test("a silent database is found unreachable in two seconds", async () => {
	process.env.DATABASE_URL = between.url;
	try {
		expect(await isReachable()).toBe(true);
		between.isSilent = true;
		const begun = performance.now();
		expect(await isReachable()).toBe(false);
		// Far less than the limit of a query.
		expect(performance.now() - begun).toBeLessThan(15_000);
	} finally {
		between.isSilent = false;
		for (const socket of between.sockets) socket.destroy();
		await closeStore();
		delete process.env.DATABASE_URL;
	}
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
