/** Finds the running server of a data folder and connects to it; makes the cluster and starts the server as needed. */
import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { errorLine, OperatorError } from "#lib/operator-error";
import { applicationName } from "../application-name";
import { locks } from "../sql";
import type { Binaries } from "./binaries";
import { assertSameMajor, initialise, isInitialised, passwordFile } from "./initialise";
import { dataFolderAt, giveTo, placesIn, siteAt } from "./place";
import { disown, isAlive, lastLogLine, launch, processFile, type RunningServer, type Settings } from "./server-process";

export interface ClusterOptions {
	/** Loopback TCP and a password instead of a Unix socket: where there are no Unix sockets. */
	tcp?: boolean;
	/** With `tcp`: the port to take if it is free. */
	port?: number;
	/** Make the cluster where there is none (default); else that is an error. */
	make?: boolean;
	/** Flush to disk what initdb writes. */
	sync?: boolean;
	settings?: Settings;
	binaries?: Binaries;
}

export interface Connection {
	/** To the database `postgres`, holding the shared presence lock. */
	client: pg.Client;
	server: RunningServer;
	urlOf(database: string): string;
}

const startsMax = 5;
/**
 * Another process may have started it at the same moment, or what a dead one left may still be ending, however long that
 * takes on a busy machine: no failure to start.
 */
const foundAnother = /^(?:lock file .* already exists|pre-existing shared memory block .* is still in use)/;
const answerMillisecondsMax = 60_000;
/** After a crash the server first reads its log again, and says so: for that there is more time. */
const recoveryMillisecondsMax = 3_600_000;
/** A server that starts makes its process file empty and writes it at once: one that stays empty is of a dead server. */
const emptyMillisecondsMax = 2_000;

export async function joinCluster(dataDir: string, options: ClusterOptions = {}): Promise<Connection> {
	const dataFolder = await dataFolderAt(dataDir);
	const { folder, logFile } = placesIn(dataFolder);
	const begun = performance.now();
	let [answered, written] = [begun, begun];
	let child: ChildProcess | null = null;
	let failures = 0;
	for (;;) {
		const server = await processFile(folder);
		const answer = server ? await connect(folder, server) : "silent";
		if (typeof answer === "object") return answer;
		const now = performance.now();
		if (answer === "busy") answered = now;
		const empty = server?.text === "";
		if (!empty) written = now;
		const alive = empty ? now - written < emptyMillisecondsMax : server !== null && (await isAlive(folder, server));
		if (!alive && !isRunning(child)) {
			const said = child ? await lastLogLine(logFile) : "";
			if (child && !foundAnother.test(said) && ++failures >= startsMax)
				throw new OperatorError(`PostgreSQL does not start: ${said}`);
			if (server) await disown(folder, server);
			child = await start(dataFolder, options).catch((error: NodeJS.ErrnoException) => {
				throw error.syscall ? new OperatorError(`DATA_DIR cannot be used: ${errorLine(error)}`) : error;
			});
		}
		if (now - answered > answerMillisecondsMax || now - begun > recoveryMillisecondsMax) {
			const who = server ? `PostgreSQL (process ${server.pid})` : "PostgreSQL";
			throw new OperatorError(`${who} does not answer on ${folder}: ${await lastLogLine(logFile)}`);
		}
		await pause(50 * (failures + 1));
	}
}

/** Connects to the server when there is one, waiting while it starts or stops; `null` when there is none. */
export async function joinRunning(dataDir: string): Promise<Connection | null> {
	const { folder } = placesIn(await dataFolderAt(dataDir));
	for (const begun = performance.now(); performance.now() - begun < answerMillisecondsMax; await pause(50)) {
		const server = await processFile(folder);
		if (!server || !(await isAlive(folder, server))) return null;
		const answer = await connect(folder, server);
		if (typeof answer === "object") return answer;
	}
	return null;
}

async function start(dataFolder: string, options: ClusterOptions): Promise<ChildProcess> {
	const { tcp = process.platform === "win32", port, make = true, sync = true, settings, binaries } = options;
	// First: a folder of another user is the reason for all that would fail after it.
	const isMade = await isInitialised(placesIn(dataFolder).folder);
	if (isMade) await assertSameMajor(placesIn(dataFolder).folder);
	const site = await siteAt(dataFolder, binaries);
	if (!isMade) {
		if (!make)
			throw new OperatorError(`the database in ${site.folder} is gone: stop this program and restore a backup`);
		await initialise(site, { tcp, sync });
	} else if (site.account) await giveTo(site.account, site.folder);
	// As it was made: whoever may connect stands in the cluster.
	return launch(site, { tcp: (await passwordOf(site.folder)) !== "", port, settings });
}

async function connect(folder: string, server: RunningServer): Promise<Connection | "busy" | "silent"> {
	const urlOf = await addressOf(folder, server);
	const client = new pg.Client({
		connectionString: urlOf("postgres"),
		application_name: applicationName,
		connectionTimeoutMillis: 10_000,
		keepAlive: true,
	});
	client.on("error", () => {});
	try {
		await client.connect();
		await client.query("select pg_advisory_lock_shared($1)", [locks.presence]);
		return { client, server, urlOf };
	} catch (error) {
		await client.end().catch(() => {});
		const { code = "", message } = error as Error & { code?: string };
		if (code.startsWith("28")) throw new OperatorError(`PostgreSQL on ${folder} refuses this program: ${message}`);
		return code.startsWith("57P") ? "busy" : "silent";
	}
}

async function addressOf(folder: string, server: RunningServer): Promise<(database: string) => string> {
	const password = await passwordOf(folder);
	if (password) return (database) => `postgresql://postgres:${password}@127.0.0.1:${server.port}/${database}`;
	const place = new URLSearchParams({ host: server.socketFolder ?? folder, port: String(server.port) });
	return (database) => `postgresql://postgres@localhost/${database}?${place}`;
}

/** Empty where the folder of the socket is the guard. */
async function passwordOf(folder: string): Promise<string> {
	return readFile(join(folder, passwordFile), "utf8").catch(() => "");
}

function isRunning(child: ChildProcess | null): boolean {
	return child !== null && child.exitCode === null && child.signalCode === null;
}
