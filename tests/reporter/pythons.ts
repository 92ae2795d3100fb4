/** The Python interpreters of this machine: those in the path, and those that pyenv keeps. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

export interface Python {
	/** Such as `3.6`. */
	version: string;
	path: string;
}

const pyenv = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
const kept = existsSync(pyenv) ? readdirSync(pyenv).map((version) => join(pyenv, version, "bin", "python")) : [];
const minors = Array.from({ length: 10 }, (_, i) => `python3.${i + 6}`);

/** One of each minor version that the reporter runs on, oldest first. */
export const pythons: readonly Python[] = [...kept, "python2.7", ...minors, "python3"]
	.flatMap((path): Python[] => {
		const asked = spawnSync(path, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"], { encoding: "utf8" });
		return asked.status === 0 ? [{ version: asked.stdout.trim(), path }] : [];
	})
	.filter(({ version }, i, all) => all.findIndex((one) => one.version === version) === i)
	.filter(({ version }) => version === "2.7" || minor(version) >= 6)
	.sort((one, other) => one.version.localeCompare(other.version, "en", { numeric: true }));

function minor(version: string): number {
	return version.startsWith("3.") ? Number(version.slice(2)) : 0;
}

/** Those of EL 7, 8 and 9, and the newer ones: whole runs are tested with these. */
export const hostPythons = pythons.filter(({ version }) => /^(2\.7|3\.6|3\.9)$/.test(version) || minor(version) >= 12);

/** What does not depend on the version is tested with this one. */
export const newest: Python = pythons.at(-1) ?? { version: "none", path: "python3" };
export const oldest: Python = pythons[0] ?? newest;

/** For the names of tests: which were found, or why they are skipped. */
export const foundPythons =
	pythons.length > 0 ? pythons.map(({ version }) => version).join(", ") : "(skipped: this machine has none)";
