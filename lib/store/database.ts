/** Opens the one database of this installation: the server named by DATABASE_URL, or the embedded one. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import type { Env } from "#lib/env";
import { errorLine, OperatorError } from "#lib/operator-error";
import { enterCluster, type Presence, type PresenceOptions } from "./embedded/presence";
import { rowsOf } from "./sql";

export interface Database {
	url: string;
	embedded: boolean;
	/** Of the embedded one: the process that serves the site from it, if there is one. */
	serverProcess(): Promise<number | null>;
	/**
	 * Whether nobody else uses the embedded one; whoever comes now waits until this process has closed it. Of another server
	 * nobody knows.
	 */
	isAlone(): Promise<boolean>;
	/** Ends this process's use of it; the embedded server stops when nobody else uses it. Call it after closing stores. */
	close(): Promise<void>;
}

const databaseName = "statistics";
const versionLeast = 15;

export async function openDatabase(
	env: Pick<Env, "DATABASE_URL" | "DATA_DIR">,
	options: PresenceOptions = {},
): Promise<Database> {
	if (env.DATABASE_URL) {
		await assertReachable(env.DATABASE_URL);
		return {
			url: env.DATABASE_URL,
			embedded: false,
			serverProcess: async () => null,
			isAlone: async () => false,
			close: async () => {},
		};
	}
	const presence = await enterCluster(env.DATA_DIR, options);
	try {
		await assertNotMoved(env.DATA_DIR);
		await createDatabase(presence, databaseName);
	} catch (error) {
		await presence.leave();
		throw error;
	}
	return {
		url: presence.urlOf(databaseName),
		embedded: true,
		serverProcess: presence.serverProcess,
		isAlone: presence.isAlone,
		close: presence.leave,
	};
}

/** In the data folder, after a move: what was reported to the database that was left would be lost. */
const movedFile = (dataFolder: string) => join(dataFolder, "moved");

/** Makes the embedded database refuse to be used: everything is in another one now. */
export async function markMoved(dataFolder: string, url: string): Promise<void> {
	const { host, pathname } = new URL(url);
	await writeFile(movedFile(dataFolder), `${pathname.slice(1)} at ${host || "the local socket"}\n`, { flush: true });
}

async function assertNotMoved(dataFolder: string): Promise<void> {
	const target = await readFile(movedFile(dataFolder), "utf8").catch(() => null);
	if (target === null) return;
	throw new OperatorError(
		`the database in ${dataFolder} was moved to ${target.trim()}: set DATABASE_URL to that, or delete ${movedFile(dataFolder)} to go back to what was there before`,
	);
}

async function createDatabase(presence: Presence, name: string): Promise<void> {
	const { rowCount } = await presence.query("select from pg_database where datname = $1", [name]);
	if (rowCount) return;
	await presence.query(`create database ${pg.escapeIdentifier(name)}`).catch((error: { code?: string }) => {
		// Another process made it at the same time.
		if (error.code !== "42P04" && error.code !== "23505") throw error;
	});
}

async function assertReachable(url: string): Promise<void> {
	const { host, pathname } = new URL(url);
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	client.on("error", () => {});
	try {
		await client.connect();
		const rows = await rowsOf(
			client,
			z.object({ version: z.int() }),
			"select current_setting('server_version_num')::int / 10000 as version",
		);
		const version = rows[0]?.version ?? 0;
		if (version < versionLeast)
			throw new OperatorError(`DATABASE_URL names a PostgreSQL ${version}: ${versionLeast} or newer is needed`);
	} catch (error) {
		if (error instanceof OperatorError) throw error;
		throw new OperatorError(
			`DATABASE_URL: the database ${pathname.slice(1) || "postgres"} at ${host || "the local socket"} cannot be reached: ${reason(error)}`,
		);
	} finally {
		await client.end().catch(() => {});
	}
}

/** Of a host with several addresses, the first attempt's reason. */
function reason(error: unknown): string {
	return errorLine(error instanceof AggregateError ? (error.errors[0] ?? error) : error);
}
