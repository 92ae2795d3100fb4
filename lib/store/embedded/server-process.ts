/**
 * The PostgreSQL server process: starts it, reads `postmaster.pid`, in which a running server says who and where it is, and
 * tells a stale one. The process outlives a signal to this one's process group, so that it is stopped last.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { open, readFile, readlink, realpath, rename, stat, unlink } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { OperatorError } from "#lib/operator-error";
import { type Site, socketFolderFor } from "./place";

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

export interface RunningServer {
	pid: number;
	port: number;
	/** The folder of its Unix socket, or `null` when it has none. */
	socketFolder: string | null;
	/** The whole file, to tell it from a later one. */
	text: string;
}

export async function processFile(clusterFolder: string): Promise<RunningServer | null> {
	const text = await readFile(join(clusterFolder, "postmaster.pid"), "utf8").catch(() => null);
	if (text === null) return null;
	const lines = text.split("\n").map((line) => line.trim());
	return { pid: Math.abs(Number(lines[0])), port: Number(lines[3] ?? 0), socketFolder: lines[4] || null, text };
}

/** Whether the process named in the file is a PostgreSQL on this very folder, and not another program with its number. */
export async function isAlive(clusterFolder: string, { pid }: RunningServer): Promise<boolean> {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
	}
	if (process.platform === "win32") return true;
	if (process.platform === "linux") {
		const state = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
		if (/\) Z /.test(state)) return false;
		// Its working folder is its data folder. Of another user's process this cannot be read: then by its name.
		const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
		if (folder !== null) return folder === (await realpath(clusterFolder));
		const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
		return name.trim() === "postgres";
	}
	try {
		return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes("postgres");
	} catch {
		return false;
	}
}

/**
 * Makes PostgreSQL take the files of a dead server for what they are, though another program has its number now: it
 * replaces files that name its parent, after it has seen for itself that nothing of the dead server is left.
 */
export async function disown(clusterFolder: string, judged: RunningServer): Promise<void> {
	const own = join(clusterFolder, "postmaster.pid");
	const ofSocket = join(judged.socketFolder ?? clusterFolder, `.s.PGSQL.${judged.port}.lock`);
	for (const path of [own, ofSocket]) {
		// Read and written through one handle: a server that starts meanwhile puts a new file in its place.
		const file = await open(path, "r+").catch(() => null);
		if (!file) continue;
		try {
			const text = await file.readFile("utf8");
			const [pid, ...rest] = text.split("\n");
			if (path === own && text !== judged.text) continue;
			if (!pid) await unlink(path).catch(() => {});
			else if (Number(pid) === judged.pid) {
				await file.truncate();
				await file.write([process.pid, ...rest].join("\n"), 0);
			}
		} finally {
			await file.close();
		}
	}
}
