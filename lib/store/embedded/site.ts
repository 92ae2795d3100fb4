/** All there is to know to run PostgreSQL on one data folder: which programs, as whom, started how. */
import { mkdir, realpath, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { errorLine, OperatorError } from "#lib/operator-error";
import { type Account, accountFor, barrier, privileged } from "./account";
import { type Binaries, copiedBinaries, installedBinaries } from "./binaries";

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
	const folder = join(tmpdir(), "openvz-statistics-postgres-18");
	const found = await stat(folder).catch(() => null);
	if (found && found.uid !== process.getuid?.())
		throw new OperatorError(`${folder} belongs to somebody else: remove it, or set TMPDIR to another folder`);
	return folder;
}
