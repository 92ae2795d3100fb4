/** Starts the PostgreSQL server process. It outlives a signal to this one's process group, so that it is stopped last. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, rename, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { OperatorError } from "#lib/operator-error";
import type { Site } from "./site";
import { socketFolderFor } from "./socket-folder";

const logBytesMax = 16 * 1024 * 1024;

const settings = {
	TimeZone: "UTC",
	log_timezone: "UTC",
	max_connections: "60",
	work_mem: "16MB",
	maintenance_work_mem: "128MB",
	max_wal_size: "2GB",
	log_checkpoints: "off",
	// Neither statements nor rows of failed statements belong into a log.
	log_min_messages: "log",
	log_min_error_statement: "panic",
};

export type Settings = Readonly<Record<string, string>>;

/** The environment of PostgreSQL's programs: no PG* variable of the caller, no translated messages. */
export function processEnvironment(): NodeJS.ProcessEnv {
	const environment = { ...process.env, LC_ALL: "C", TZ: "UTC" };
	for (const name of Object.keys(environment))
		if (/^(PG|LANG|LC_(?!ALL))/.test(name)) Reflect.deleteProperty(environment, name);
	return environment;
}

export interface LaunchOptions {
	tcp: boolean;
	/** The port to take if it is free. */
	port?: number;
	settings?: Settings;
}

export async function launch(
	site: Site,
	{ tcp, port: wanted = 0, settings: own }: LaunchOptions,
): Promise<ChildProcess> {
	const port = tcp ? await freePort(wanted).catch(() => freePort(0)) : 5432;
	const place = tcp
		? { listen_addresses: "127.0.0.1", unix_socket_directories: "" }
		: { listen_addresses: "", unix_socket_directories: quoted(await socketFolderFor(site.folder, site.account)) };
	const options = Object.entries({ ...settings, ...place, port: String(port), ...own });
	const [program = "", ...rest] = [
		...site.prefix,
		...[site.binaries.postgres, "-D", site.folder],
		...options.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
	];
	await limitLog(site.logFile);
	const log = openSync(site.logFile, "a", 0o600);
	try {
		const child = spawn(program, rest, {
			cwd: "/",
			detached: true,
			windowsHide: true,
			stdio: ["ignore", log, log],
			env: processEnvironment(),
			...(site.prefix.length === 0 && site.account),
		});
		await new Promise<void>((done, failed) => {
			child.once("spawn", done);
			child.once("error", (error) => failed(new OperatorError(`PostgreSQL cannot be started: ${error.message}`)));
		});
		child.unref();
		return child;
	} finally {
		closeSync(log);
	}
}

/** What PostgreSQL wrote last: why it ended, if it said so, without the time. */
export async function lastLogLine(logFile: string): Promise<string> {
	const lines = (await readFile(logFile, "utf8").catch(() => "")).trim().split("\n").slice(-6);
	const text = (line = "") => line.replace(/^.*?(?:[A-Z]+): {2}/, "");
	const fatal = lines.findLastIndex((line) => /(FATAL|PANIC): /.test(line));
	if (fatal < 0) return text(lines.at(-1));
	const detail = lines[fatal + 1]?.includes("DETAIL: ") ? `: ${text(lines[fatal + 1])}` : "";
	return `${text(lines[fatal])}${detail}`;
}

async function limitLog(logFile: string): Promise<void> {
	const found = await stat(logFile).catch(() => null);
	if (found && found.size > logBytesMax) await rename(logFile, `${logFile}.1`);
}

/** As an item of PostgreSQL's comma-separated list of folders. */
function quoted(folder: string): string {
	return `"${folder.replaceAll('"', '""')}"`;
}

function freePort(wanted: number): Promise<number> {
	return new Promise((done, failed) => {
		const server = createServer();
		server.on("error", failed);
		server.listen(wanted, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => done(typeof address === "object" && address ? address.port : 0));
		});
	});
}
