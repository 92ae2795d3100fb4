/** Reads `postmaster.pid`, in which a running PostgreSQL says who and where it is, and tells a stale one. */
import { execFileSync } from "node:child_process";
import { open, readFile, readlink, realpath, unlink } from "node:fs/promises";
import { join } from "node:path";

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
