/** Temporary data folders, and processes that use the databases in them; whatever a test leaves running is ended. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterEach } from "vitest";
import { isAlive, processFile } from "#lib/store/embedded/server-process";
import { ended, node, type Started, start } from "../started";
import { folderWithDatabase } from "../template-cluster";

export interface Holder {
	process: Started;
	/** Where its database is; rejects with its error line when it ends before it is connected. */
	url: Promise<string>;
	ended: Promise<{ code: number | null; errors: string }>;
}

/** Call it once at the top of a test file. After each test, its processes are ended and its folders are removed. */
export function clusters() {
	const folders: string[] = [];
	const holders: Started[] = [];

	afterEach(async () => {
		for (const holder of holders.splice(0)) {
			holder.kill("SIGKILL");
			await ended(holder);
		}
		for (const folder of folders.splice(0)) {
			const server = await processFile(join(folder, "postgres"));
			if (server && (await isAlive(join(folder, "postgres"), server))) {
				process.kill(server.pid, "SIGQUIT");
				await gone(server.pid);
			}
			// What a killed holder was making may go on for a moment.
			await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
		}
	});

	const removedLater = (folder: string) => {
		folders.push(folder);
		return folder;
	};
	return {
		/** An empty folder, in which a database is made. */
		dataFolder: async () => removedLater(await mkdtemp(join(tmpdir(), "embedded-"))),
		/** A folder that has a database. */
		usedDataFolder: async () => removedLater(await folderWithDatabase("embedded-")),
		/** Starts another process on the database of a data folder. */
		hold(folder: string, ...words: string[]): Holder {
			const child = start(node("tests/store/hold-cluster.ts", folder, ...words));
			holders.push(child);
			let [output, errors] = ["", ""];
			child.stderr.on("data", (chunk) => {
				errors += chunk;
			});
			const closed = new Promise<{ code: number | null; errors: string }>((done) => {
				child.on("close", (code) => done({ code, errors: errors.trim() }));
			});
			const url = new Promise<string>((done, failed) => {
				child.stdout.on("data", (chunk) => {
					output += chunk;
					if (output.includes("\n")) done(JSON.parse(output).url);
				});
				void closed.then(() => failed(new Error(errors.trim())));
			});
			url.catch(() => {});
			return { process: child, url, ended: closed };
		},
	};
}

/** The server process that `postmaster.pid` names. */
export async function postmaster(folder: string): Promise<number | null> {
	return (await processFile(join(folder, "postgres")))?.pid || null;
}

export function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** Waits until a process has ended. */
export async function gone(pid: number, secondsMax = 200): Promise<boolean> {
	for (const begun = Date.now(); Date.now() - begun < secondsMax * 1000; await pause(20)) {
		if (!isRunning(pid) || /\) Z /.test(await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ""))) return true;
	}
	return false;
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}
