/** Serves the whole site: database, schema, build, open port. */
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { prepare } from "#bin/prepare";
import { aborted } from "#bin/run";
import { readSimulation } from "#bin/simulation-file";
import type { Env } from "#lib/env";
import { migratedStore } from "#lib/publish/ready-store";
import { runSchedule } from "#lib/publish/schedule";
import { countriesPath, openCountries } from "#lib/receipt/country";
import { startReaders } from "#lib/receipt/reader-threads";
import { closeStore, store as limitedStore, type Store } from "#lib/store/client";
import { openDatabase } from "#lib/store/database";
import { lastPublication } from "#lib/store/day-records";
import { clearNotices, putNotice } from "#lib/store/notices";
import { withCheckedPages } from "./checked-pages";
import { type SiteCache, siteCache } from "./site-cache";
import { drain, drainMillisecondsMax, listen, type RequestHandler, siteServer } from "./site-server";
import { mapStackTraces } from "./source-maps";

/** Serves until the signal comes. */
export async function serve(env: Env, signal: AbortSignal, { dev = false } = {}): Promise<void> {
	// It is opened again for the first report: what is wrong with it must be said before.
	await openCountries(countriesPath());
	const database = await openDatabase(env, { serve: true, onNotice: (line) => console.error(line) });
	try {
		// The site's code reads the environment for itself.
		process.env.DATABASE_URL = database.url;
		process.env.SIMULATION = (await readSimulation(env.DATA_DIR)) ? "1" : "";
		const store = await migratedStore(database.url, { connectionsMax: 3, onDone: (line) => console.error(line) });
		await Promise.race([serveSite(env, store, signal, dev), aborted(signal, drainMillisecondsMax + 5000)]).finally(() =>
			inTime(store.close()),
		);
	} finally {
		await inTime(closeStore());
		await database.close();
	}
}

/** A database that has fallen silent does not answer to the end of a connection either: what is open ends with the process. */
async function inTime(closing: Promise<void>): Promise<void> {
	const limit = new AbortController();
	await Promise.race([closing, pause(closeMillisecondsMax, undefined, limit).catch(() => {})]);
	limit.abort();
}

const closeMillisecondsMax = 2_000;

async function serveSite(env: Env, store: Store, signal: AbortSignal, dev: boolean): Promise<void> {
	let handler: RequestHandler = (_, response) => {
		response.writeHead(503, { "retry-after": "5", "content-type": "text/plain" }).end("The site is starting.\n");
	};
	let cache: SiteCache | null = null;
	const server = siteServer(
		env.TRUSTED_PROXIES,
		() => handler,
		() => cache?.answerFromCache ?? (() => false),
		() => void putNotice(store.pool, "undeclared-proxy").catch(() => {}),
	);
	await clearNotices(store.pool);
	// Before the build, which takes longer than to say that the port is in use.
	const address = await listen(server, env);
	const readers = startReaders();
	try {
		await prepare({ site: !dev, signal });
		const site = await startNext(dev, env.HOST, server);
		// In development the shell shows what went wrong, and nothing is kept.
		// Publishing may take long. What is asked each second may not: a silent connection would hold it.
		const asking = limitedStore();
		cache = dev ? null : siteCache(site.handler, await lastChange(asking));
		handler = cache?.handler ?? site.handler;
		console.error(`Ready on ${address}`);
		await runSchedule({ ...asking, pool: store.pool }, async () => cache?.empty(), signal);
		console.error("Stopping");
		await drain(server);
		await site.close();
	} finally {
		server.closeAllConnections();
		server.close();
		await readers.close();
	}
}

/** Data change with a publication, and with what is built: names, formats and rules. Never later than now. */
async function lastChange({ pool }: Store): Promise<() => Promise<Date>> {
	const { mtime: builtAt } = await stat(".next/BUILD_ID");
	return async () => {
		const publishedAt = await lastPublication(pool);
		return new Date(Math.min(Math.max(builtAt.getTime(), publishedAt?.getTime() ?? 0), Date.now()));
	};
}

async function startNext(dev: boolean, hostname: string, httpServer: ReturnType<typeof siteServer>) {
	Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
	// Node would read the source maps of all that is loaded.
	process.setSourceMapsEnabled(false);
	const { default: next } = await import("next");
	// Next takes every request with an `Upgrade` header from this server, or else from that of the first request, and answers
	// them in development only: in production it gets a server that nobody asks.
	const app = next({ dev, dir: process.cwd(), hostname, httpServer: dev ? httpServer : createServer(), quiet: false });
	await app.prepare();
	if (dev) process.setSourceMapsEnabled(true);
	else await mapStackTraces();
	return { handler: withCheckedPages(app.getRequestHandler()), close: () => app.close() };
}
