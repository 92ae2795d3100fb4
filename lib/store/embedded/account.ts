/**
 * As whom PostgreSQL runs. It refuses to run as root, so root starts it as an ordinary user; where that user cannot
 * reach the programs or the data (a clone below a private folder), it is given the one capability to pass through.
 */
import { spawnSync } from "node:child_process";
import { lchown, readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Binaries } from "./binaries";

export interface Account {
	uid: number;
	gid: number;
}

/** The account for a cluster: `null` is that of this process. */
export async function accountFor(dataFolder: string, clusterFolder: string): Promise<Account | null> {
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
export function privileged({ uid, gid }: Account, { initdb }: Binaries): string[] | null {
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
