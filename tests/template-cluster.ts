/**
 * A data folder as the server leaves it after its first start, made once for a run and copied for each server that a test
 * starts: initdb takes as long as the rest of a start. Tests of the first start itself begin with an empty folder.
 */
import { execFile } from "node:child_process";
import { appendFile, mkdtemp, rename, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readyStore } from "#lib/publish/ready-store";
import { openDatabase } from "#lib/store/database";

const template = join(process.env.TEST_RUN_FOLDER ?? "", "template-cluster");

/** What a test writes must survive a killed server, but not a power failure. */
const settings = "fsync = off\nfull_page_writes = off\n";

/** Vitest calls it before the tests, once for each project that copies it. */
export default async function makeTemplate(): Promise<void> {
	if (await stat(template).catch(() => null)) return;
	const folder = await mkdtemp(`${template}-`);
	const database = await openDatabase({ DATA_DIR: folder, DATABASE_URL: undefined }, { sync: false });
	try {
		await (await readyStore(database.url)).close();
	} finally {
		await database.close();
	}
	await appendFile(join(folder, "postgres/postgresql.conf"), settings);
	await rename(folder, template);
}

/** A new temporary data folder that has a database with the current schema. */
export async function folderWithDatabase(prefix: string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), prefix));
	// It keeps the owner, too: PostgreSQL does not run as root. And fs.cp takes five times as long.
	await promisify(execFile)("cp", ["-a", join(template, "postgres"), folder]);
	return folder;
}
