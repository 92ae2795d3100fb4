/** Where the Unix socket lives: a folder that only its owner can enter, because whoever reaches the socket is let in. */
import { createHash } from "node:crypto";
import { chmod, chown, lstat, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OperatorError } from "#lib/operator-error";
import type { Account } from "./account";

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
