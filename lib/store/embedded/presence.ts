/**
 * A process's stay in the cluster of a data folder: it keeps one connection whose locks show others that it is there,
 * brings the server back when it was lost, and leaves no server behind however the process ends.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { errorLine, OperatorError } from "../../operator-error";
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
		serverProcess: () => serverProcess(current().client),
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

/** Takes the server's lock. The connection of a server that was just killed takes a moment to disappear. */
async function beOnlyServer({ client }: Connection, dataDir: string): Promise<void> {
	for (let attempt = 0; attempt < 20; attempt++) {
		const { rows } = await client.query<{ locked: boolean }>("select pg_try_advisory_lock($1) as locked", [
			locks.server,
		]);
		if (rows[0]?.locked) return;
		await pause(50);
	}
	const other = await serverProcess(client);
	throw new OperatorError(
		`another server${other ? ` (process ${other})` : ""} already runs on ${dataDir}: stop it first, or set DATA_DIR to another folder`,
	);
}

async function serverProcess(client: Connection["client"]): Promise<number | null> {
	const { rows } = await client.query<{ name: string }>(
		`select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
		 where l.locktype = 'advisory' and l.classid = 0 and l.objid::bigint = $1::bigint and l.granted`,
		[locks.server],
	);
	return Number(/(\d+)@/.exec(rows[0]?.name ?? "")?.[1] ?? 0) || null;
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
