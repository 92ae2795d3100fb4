/**
 * All there is to know to run PostgreSQL on one data folder: which programs, as whom, started how, and where its socket
 * lives. PostgreSQL refuses to run as root, so root starts it as an ordinary user; where that user cannot reach the
 * programs or the data (a clone below a private folder), it is given the one capability to pass through.
 */

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, chown, lchown, lstat, mkdir, readdir, readFile, realpath, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { errorLine, OperatorError } from "#lib/operator-error";
import { type Binaries, copiedBinaries, installedBinaries, postgresMajor } from "./binaries";

export interface Site {
	dataFolder: string;
	/** PostgreSQL's data. */
	folder: string;
	logFile: string;
	account: Account | null;
	binaries: Binaries;
	/** What precedes every program: empty, or `setpriv` and its options. */
	prefix: readonly string[];
}

/** The cluster's folder and log below an existing, absolute data folder. */
export function placesIn(dataFolder: string): Pick<Site, "dataFolder" | "folder" | "logFile"> {
	return { dataFolder, folder: join(dataFolder, "postgres"), logFile: join(dataFolder, "postgres.log") };
}

/** Makes the data folder when it is missing. */
export async function dataFolderAt(path: string): Promise<string> {
	try {
		await mkdir(path, { recursive: true });
		return await realpath(path);
	} catch (error) {
		throw new OperatorError(`DATA_DIR cannot be used: ${errorLine(error)}`);
	}
}

export async function siteAt(dataFolder: string, given?: Binaries): Promise<Site> {
	const places = placesIn(dataFolder);
	const account = await accountFor(dataFolder, places.folder);
	const binaries = given ?? (await installedBinaries());
	const site = { ...places, account, binaries, prefix: [] };
	if (!account) return site;
	const toData = await barrier(dataFolder, account);
	const toPrograms = await barrier(await realpath(join(binaries.root, "bin")), account);
	if (!toData && !toPrograms) return site;
	const prefix = privileged(account, binaries);
	if (prefix) return { ...site, prefix };
	if (toData)
		throw new OperatorError(
			`PostgreSQL does not run as root, and uid ${account.uid} cannot pass ${toData}: set DATA_DIR to a folder it can reach, like /var/lib/openvz-statistics`,
		);
	return { ...site, binaries: await copiedBinaries(binaries, await copyFolder()) };
}

/** Where the programs are copied to: below the temporary folder, and only when nobody else put something there. */
async function copyFolder(): Promise<string> {
	const folder = join(tmpdir(), `openvz-statistics-postgres-${postgresMajor}`);
	const found = await stat(folder).catch(() => null);
	if (found && found.uid !== process.getuid?.())
		throw new OperatorError(`${folder} belongs to somebody else: remove it, or set TMPDIR to another folder`);
	return folder;
}

export interface Account {
	uid: number;
	gid: number;
}

/** The account for a cluster: `null` is that of this process. */
async function accountFor(dataFolder: string, clusterFolder: string): Promise<Account | null> {
	if (process.getuid?.() !== 0) return null;
	const users = await readFile("/etc/passwd", "utf8").catch(() => "");
	for (const folder of [clusterFolder, dataFolder]) {
		const owner = await stat(folder).catch(() => null);
		if (owner && owner.uid !== 0 && hasName(owner.uid, users)) return { uid: owner.uid, gid: owner.gid };
	}
	const [, uid = "65534", gid = "65534"] = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(users) ?? [];
	return { uid: Number(uid), gid: Number(gid) };
}

/** PostgreSQL does not make a cluster for a user without a name. */
function hasName(uid: number, users: string): boolean {
	if (new RegExp(`^[^:]+:[^:]*:${uid}:`, "m").test(users)) return true;
	return spawnSync("getent", ["passwd", String(uid)], { stdio: "ignore" }).status === 0;
}

/** The nearest folder at or above `path` that the account cannot pass, if there is one. */
export async function barrier(path: string, { uid, gid }: Account): Promise<string | null> {
	for (let folder = path; ; folder = dirname(folder)) {
		const { mode, uid: owner, gid: group } = await stat(folder);
		const passable = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001;
		if (!passable) return folder;
		if (dirname(folder) === folder) return null;
	}
}

/**
 * The command that starts a program as the account with a capability that ignores search permissions, or `null` where
 * the system has no `setpriv` or does not let this process pass capabilities on.
 */
function privileged({ uid, gid }: Account, { initdb }: Binaries): string[] | null {
	if (process.platform !== "linux") return null;
	// Containers often hold dac_override without dac_read_search.
	for (const capability of ["dac_read_search", "dac_override"]) {
		const options = [
			...["--reuid", String(uid), "--regid", String(gid), "--clear-groups"],
			// Without this, access() answers as if the capability were not there, and the programs ask it for one another.
			...["--securebits", "+no_setuid_fixup"],
			...["--inh-caps", `+${capability}`, "--ambient-caps", `+${capability}`],
		];
		// Only looks for its files, and tells where it would find them.
		const probe = [...options, initdb, "--show", "-D", "/nonexistent"];
		if (spawnSync("setpriv", probe, { stdio: "ignore", cwd: "/" }).status === 0) return ["setpriv", ...options];
	}
	return null;
}

/** A cluster that root copied or unpacked is root's, and the account could not read it. */
export async function giveTo({ uid, gid }: Account, clusterFolder: string): Promise<void> {
	if ((await stat(clusterFolder)).uid !== 0) return;
	for (const name of ["", ...(await readdir(clusterFolder, { recursive: true }))])
		await lchown(join(clusterFolder, name), uid, gid);
}

/** A socket's whole path must fit in about 100 bytes, on macOS with its name and a lock beside it. */
const pathBytesMax = 90;

/** The cluster's own folder when its path is short enough, else a private one below the system's temporary folder. */
export async function socketFolderFor(clusterFolder: string, account: Account | null): Promise<string> {
	if (Buffer.byteLength(join(clusterFolder, ".s.PGSQL.5432")) <= pathBytesMax) return clusterFolder;
	const owner = account ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
	const name = createHash("sha256").update(`${owner.uid} ${clusterFolder}`).digest("hex").slice(0, 16);
	const folder = join(tmpdir(), `openvz-statistics-${name}`);
	const made = await mkdir(folder, { mode: 0o700 }).then(
		() => true,
		(error) => {
			if (error.code === "EEXIST") return false;
			throw error;
		},
	);
	if (made && account) await chown(folder, account.uid, account.gid);
	const found = await lstat(folder);
	if (!found.isDirectory() || found.uid !== owner.uid)
		throw new OperatorError(`${folder} belongs to somebody else: remove it, or set TMPDIR to another folder`);
	await chmod(folder, 0o700);
	return folder;
}
