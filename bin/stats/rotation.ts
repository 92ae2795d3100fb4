/** Backups of several nights beside one another: FILE is the newest, FILE.1 the one before it, and so on. */
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

const isThere = (path: string) =>
	stat(path).then(
		() => true,
		() => false,
	);

/**
 * Moves the backups that are there by one, so that `file` is free, and deletes those beyond `keep`. Each step renames one
 * file, oldest first: if this is interrupted, none is lost, and the next time fills the gap.
 */
export async function makeRoom(file: string, keep: number): Promise<void> {
	const nameOf = (age: number) => (age === 0 ? file : `${file}.${age}`);
	let gap = 0;
	while (gap < keep - 1 && (await isThere(nameOf(gap)))) gap++;
	for (let age = gap; age > 0; age--) await rename(nameOf(age - 1), nameOf(age));
	// Left from a time when --keep was larger.
	for (let age = keep; age > 0 && (await isThere(nameOf(age))); age++) await rm(nameOf(age));
}

/** A backup that is being written. */
export function partOf(file: string): string {
	return `${resolve(file)}.part-${process.pid}`;
}

/** Deletes what killed processes had begun to write. */
export async function removeAbandonedParts(file: string): Promise<void> {
	const [folder, name] = [dirname(resolve(file)), basename(file)];
	for (const entry of await readdir(folder).catch(() => [])) {
		if (!entry.startsWith(`${name}.part-`)) continue;
		const pid = Number(entry.slice(`${name}.part-`.length));
		if (pid > 0 && !isRunning(pid)) await rm(join(folder, entry), { force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== "ESRCH";
	}
}

/** Makes names in its folder survive a power failure. */
export async function syncFolderOf(file: string): Promise<void> {
	const folder = await open(dirname(resolve(file)));
	await folder.sync().finally(() => folder.close());
}
