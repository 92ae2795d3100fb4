/**
 * A process's stay in the cluster of a data folder: it keeps one connection whose locks show others that it is there,
 * brings the server back when it was lost, and leaves no server behind however the process ends.
 */
import { execFile, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type pg from "pg";
import { z } from "zod";
import { errorLine, OperatorError } from "#lib/operator-error";
import { applicationName, isOfGone, processOf } from "../application-name";
import { locks, rowsOf } from "../sql";
import { installedBinaries } from "./binaries";
import { type ClusterOptions, type Connection, joinCluster } from "./join";
import { dataFolderAt, placesIn } from "./place";
import { isAlive, processFile, type RunningServer } from "./server-process";

export interface PresenceOptions extends ClusterOptions {
	/** Be the one server of this data folder; another one is refused. */
	serve?: boolean;
	/** Told when the database was lost, and when it is back. */
	onNotice?(line: string): void;
}

export interface Presence {
	urlOf(database: string): string;
	query: Connection["client"]["query"];
	/** The process that serves this data folder, if there is one. */
	serverProcess(): Promise<number | null>;
	/** Whether no other process is there; newcomers then wait until this one has left. */
	isAlone(): Promise<boolean>;
	leave(): Promise<void>;
}

export async function enterCluster(dataDir: string, options: PresenceOptions = {}): Promise<Presence> {
	const { serve = false, onNotice = () => {}, ...cluster } = options;
	let connection: Connection | null = null;
	let lost = false;
	let left: Promise<void> | null = null;

	const atExit = () => leaveBehind(dataDir);
	process.once("exit", atExit);

	async function enter(again: ClusterOptions = {}): Promise<Connection> {
		const joined = await joinCluster(dataDir, { ...cluster, ...again, port: connection?.server.port });
		try {
			if (serve) await beOnlyServer(joined, dataDir);
		} catch (error) {
			await leaveCluster(dataDir, joined);
			throw error;
		}
		joined.client.once("end", () => {
			lost = true;
			if (!left) void comeBack();
		});
		connection = joined;
		lost = false;
		return joined;
	}

	async function comeBack(): Promise<void> {
		onNotice("the connection to the database was lost");
		let lastError = "";
		for (let wait = 1000; !left; wait = Math.min(2 * wait, 30_000)) {
			try {
				const again = await enter({ make: false });
				if (left) await leaveCluster(dataDir, again);
				return onNotice("the database is back");
			} catch (error) {
				if (errorLine(error) !== lastError) onNotice(errorLine(error));
				lastError = errorLine(error);
				await pause(wait, undefined, { ref: false });
			}
		}
	}

	try {
		await enter();
	} catch (error) {
		process.removeListener("exit", atExit);
		throw error;
	}
	const current = () => connection as Connection;
	return {
		urlOf: (database) => current().urlOf(database),
		query: ((...query: Parameters<Connection["client"]["query"]>) =>
			current().client.query(...query)) as Presence["query"],
		serverProcess: async () => processOf(await serverName(current().client)),
		isAlone: () => tryLock(current().client, locks.presence),
		async leave() {
			// While it tries to come back there is nothing to leave yet: it leaves when it is back, or is left at the exit.
			left ??= lost
				? Promise.resolve()
				: leaveCluster(dataDir, current()).then(() => {
						process.removeListener("exit", atExit);
					});
			await left;
		},
	};
}

/** To take the lock, every 50 ms: from a server that is gone or from one that may be about to end. */
const triesMax = { ofGone: 1200, ofOther: 20 };

/** Takes the server's lock. That of a server that was just killed is free as soon as PostgreSQL has noticed. */
async function beOnlyServer({ client }: Connection, dataDir: string): Promise<void> {
	let other = "";
	for (let tries = 0; ; tries++, await pause(50)) {
		if (await tryLock(client, locks.server)) return;
		other = await serverName(client);
		if (tries > (isOfGone(other) ? triesMax.ofGone : triesMax.ofOther)) break;
	}
	const pid = processOf(other);
	throw new OperatorError(
		`another server${pid ? ` (process ${pid})` : ""} already runs on ${dataDir}: stop it first, or set DATA_DIR to another folder`,
	);
}

async function tryLock(client: Connection["client"], lock: number): Promise<boolean> {
	const rows = await rowsOf(client, z.object({ locked: z.boolean() }), "select pg_try_advisory_lock($1) as locked", [
		lock,
	]);
	return rows[0]?.locked ?? false;
}

/** The name of its connection; empty when there is none. */
async function serverName(client: Connection["client"]): Promise<string> {
	const rows = await rowsOf(
		client,
		z.object({ name: z.string() }),
		`select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
		 where l.locktype = 'advisory' and l.classid = 0 and l.objid::bigint = $1::bigint and l.granted`,
		[locks.server],
	);
	return rows[0]?.name ?? "";
}

/** At the end of a process nothing can be awaited: another one, which outlives it, leaves in its place. */
function leaveBehind(dataDir: string): void {
	spawn(process.execPath, ["bin/start.mjs", "lib/store/embedded/leave-behind.ts", dataDir], {
		detached: true,
		stdio: "ignore",
		windowsHide: true,
	}).unref();
}

const leaving = "openvz-statistics leaving";
const stopMillisecondsMax = 60_000;
/** How often to look again, every 20 ms, when all connections that are left are ending, some are strangers', or some ours. */
const looksMax = { ending: 3000, strangers: 100, present: 10 };

/** Closes all connections of this process, and stops the server when nobody else is connected. Says whether it did. */
export async function leaveCluster(dataDir: string, { client }: Pick<Connection, "client">): Promise<boolean> {
	const { folder } = placesIn(await dataFolderAt(dataDir));
	let lost = false;
	for (const event of ["error", "end"] as const)
		client.once(event, () => {
			lost = true;
		});
	try {
		await client.query("select pg_advisory_unlock_all()");
		await client.query(`set application_name = '${leaving}'`);
		await client.query(
			"select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()",
			[applicationName],
		);
		if (!(await isLast(client))) return false;
		const server = await processFile(folder);
		return server !== null && (await stopServer(folder, server));
	} catch (error) {
		// Another process, which left at the same moment, is stopping it.
		if (lost || String((error as { code?: string }).code).startsWith("57P")) return false;
		throw error;
	} finally {
		await client.end().catch(() => {});
	}
}

/**
 * Whether nobody else is there. Closed connections take a moment to disappear, so this asks again: long where all that are
 * left are of processes that are gone, shortly where another one shows its presence. Who holds the presence lock alone
 * keeps newcomers waiting until the server stops; they then start it again.
 */
async function isLast(client: pg.Client): Promise<boolean> {
	for (let looks = 0; ; looks++, await pause(20)) {
		const [row] = await rowsOf(
			client,
			z.object({ others: z.array(z.string()), alone: z.boolean() }),
			`select others, case when cardinality(others) > 0 then false else pg_try_advisory_lock($1::bigint) end as alone
			   from (
			     select coalesce(array_agg(application_name), '{}') as others from pg_stat_activity
			      where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $2
			   ) connected`,
			[locks.presence, leaving],
		);
		const { others, alone } = row ?? { others: [], alone: false };
		if (alone) return true;
		// This one's own were told to end.
		const staying = others.filter((name) => name !== applicationName && !isOfGone(name));
		const kind = staying.length === 0 ? "ending" : staying.some(processOf) ? "present" : "strangers";
		if (looks > looksMax[kind]) return false;
	}
}

/** Stops the server without waiting for its clients, and waits until it is gone. */
async function stopServer(folder: string, server: RunningServer): Promise<boolean> {
	if (!(await isAlive(folder, server))) return false;
	try {
		// Elsewhere than on Unix a signal would end it without care.
		if (process.platform === "win32") {
			const { pgCtl } = await installedBinaries();
			await promisify(execFile)(pgCtl, ["stop", "-D", folder, "-m", "fast"]);
		} else process.kill(server.pid, "SIGINT");
	} catch {
		return false;
	}
	for (const begun = performance.now(); performance.now() - begun < stopMillisecondsMax; await pause(20)) {
		if (!(await isAlive(folder, server))) return true;
	}
	return false;
}
