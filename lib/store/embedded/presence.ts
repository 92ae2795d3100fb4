/**
 * A process's stay in the cluster of a data folder: it keeps one connection whose locks show others that it is there,
 * brings the server back when it was lost, and leaves no server behind however the process ends.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { errorLine, OperatorError } from "#lib/operator-error";
import { isOfGone, processOf } from "../application-name";
import { locks } from "../locks";
import { type ClusterOptions, type Connection, joinCluster } from "./join";
import { leaveCluster } from "./leave";

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
		let told = "";
		for (let wait = 1000; !left; wait = Math.min(2 * wait, 30_000)) {
			try {
				const again = await enter({ make: false });
				if (left) await leaveCluster(dataDir, again);
				return onNotice("the database is back");
			} catch (error) {
				if (errorLine(error) !== told) onNotice(errorLine(error));
				told = errorLine(error);
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
		const { rows } = await client.query<{ locked: boolean }>("select pg_try_advisory_lock($1) as locked", [
			locks.server,
		]);
		if (rows[0]?.locked) return;
		other = await serverName(client);
		if (tries > (isOfGone(other) ? triesMax.ofGone : triesMax.ofOther)) break;
	}
	const pid = processOf(other);
	throw new OperatorError(
		`another server${pid ? ` (process ${pid})` : ""} already runs on ${dataDir}: stop it first, or set DATA_DIR to another folder`,
	);
}

/** The name of its connection; empty when there is none. */
async function serverName(client: Connection["client"]): Promise<string> {
	const { rows } = await client.query<{ name: string }>(
		`select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
		 where l.locktype = 'advisory' and l.classid = 0 and l.objid::bigint = $1::bigint and l.granted`,
		[locks.server],
	);
	return rows[0]?.name ?? "";
}

/** At the end of a process nothing can be awaited: another one, which outlives it, leaves in its place. */
function leaveBehind(dataDir: string): void {
	const program = join(import.meta.dirname, "leave-behind.ts");
	spawn(process.execPath, ["--import", "tsx", program, dataDir], {
		cwd: import.meta.dirname,
		detached: true,
		stdio: "ignore",
		windowsHide: true,
	}).unref();
}
