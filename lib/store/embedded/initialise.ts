/** Makes a new, empty cluster. It becomes visible whole or not at all, also when this is killed or done twice at once. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { OperatorError } from "#lib/operator-error";
import { postgresMajor } from "./binaries";
import type { Site } from "./place";
import { processEnvironment } from "./server-process";

/** In the cluster's folder, where connections need one: the password of `postgres`. */
export const passwordFile = "openvz-statistics.password";

const unfinished = /^postgres\.new-(\d+)$/;

/** Throws an `OperatorError` when the folder is another user's, so that this cannot be known. */
export async function isInitialised(folder: string): Promise<boolean> {
	try {
		await stat(join(folder, "PG_VERSION"));
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EACCES") return false;
		throw new OperatorError(
			`${folder} belongs to another user: run as that user or as root, or set DATA_DIR to another folder`,
		);
	}
}

/** Throws an `OperatorError` when the data are of another major version of PostgreSQL than the installed programs. */
export async function assertSameMajor(folder: string): Promise<void> {
	const major = (await readFile(join(folder, "PG_VERSION"), "utf8")).trim();
	if (major === String(postgresMajor)) return;
	throw new OperatorError(
		`${folder} was made by PostgreSQL ${major}, and this version of the program brings ${postgresMajor}: write a backup ` +
			"with the version that made it, move the folder away, and restore the backup (OPERATIONS.md, New major versions)",
	);
}

export async function initialise(site: Site, { tcp, sync }: { tcp: boolean; sync: boolean }): Promise<void> {
	await removeUnfinished(site.dataFolder);
	const folder = `${site.folder}.new-${process.pid}`;
	await mkdir(folder, { mode: 0o700 });
	if (site.account) await chown(folder, site.account.uid, site.account.gid);
	const password = randomBytes(24).toString("hex");
	const passwordSource = `${folder}.password`;
	try {
		if (tcp) await writeFile(passwordSource, `${password}\n`, { mode: 0o600 });
		await run(site, [
			...["-D", folder, "-U", "postgres", "--encoding=UTF8", "--locale=C"],
			...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"],
			...(tcp ? ["--auth=scram-sha-256", `--pwfile=${passwordSource}`] : ["--auth-local=trust", "--auth-host=reject"]),
			...(sync ? [] : ["--no-sync"]),
		]);
		if (tcp) await writeFile(join(folder, passwordFile), password, { mode: 0o600 });
		await rename(folder, site.folder);
	} catch (error) {
		// Another process was first: its cluster is as good.
		if (!(await isInitialised(site.folder))) throw notEmpty(error, site.folder);
	} finally {
		await rm(passwordSource, { force: true });
		// Once more: the initdb of a killed process goes on for a while, and may have made its folder again.
		await removeUnfinished(site.dataFolder);
	}
}

function notEmpty(error: unknown, folder: string): unknown {
	const code = (error as NodeJS.ErrnoException).code ?? "";
	if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes(code)) return error;
	return new OperatorError(`${folder} is not a folder of PostgreSQL: move it away, or set DATA_DIR to another folder`);
}

/** What a killed process left. The number in the name may be taken by another program: then its age decides. */
async function removeUnfinished(dataFolder: string): Promise<void> {
	for (const name of await readdir(dataFolder)) {
		const pid = unfinished.exec(name.replace(/\.password$/, ""))?.[1];
		if (!pid) continue;
		const path = join(dataFolder, name);
		// By the clock of the file system, whatever this process takes for the time.
		const now = performance.timeOrigin + performance.now();
		const age = now - ((await stat(path).catch(() => null))?.mtimeMs ?? now);
		if (Number(pid) === process.pid || !exists(Number(pid)) || age > 600_000)
			// Tried again while an orphaned initdb still writes into it: without its folder that ends soon.
			await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
	}
}

function exists(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== "ESRCH";
	}
}

function run(site: Site, options: string[]): Promise<void> {
	const [program = "", ...rest] = [...site.prefix, site.binaries.initdb, ...options];
	return new Promise((done, failed) => {
		const child = spawn(program, rest, {
			cwd: "/",
			stdio: ["ignore", "ignore", "pipe"],
			env: processEnvironment(),
			...(site.prefix.length === 0 && site.account),
		});
		let errors = "";
		child.stderr.on("data", (chunk) => {
			errors += chunk;
		});
		child.on("error", (error) => failed(new OperatorError(`initdb cannot be started: ${error.message}`)));
		child.on("close", (code, signal) => {
			if (code === 0) return done();
			const line = errors.split("\n").find((text) => text.includes("error:")) ?? errors.trim().split("\n").at(-1);
			const advice = line?.includes("could not look up effective user ID")
				? " (run as a user that has a name, or set DATABASE_URL)"
				: "";
			failed(new OperatorError(`the database cannot be made: ${line || signal || code}${advice}`));
		});
	});
}
