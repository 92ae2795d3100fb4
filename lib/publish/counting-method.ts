/** Which code counts: the version of the program, and a hash of every file that decides a number. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CountingMethod } from "#lib/day-log";
import { windowDays } from "#lib/product";
import { isObserved, type Statistic } from "#lib/statistics/statistic";

/** From an archive to daily rows. */
const counting = [
	...["lib/readers", "lib/facts", "lib/host-history", "lib/statistics"],
	...["lib/store/stage-rows.ts", "lib/store/largest-hosts.ts"],
];

let known: string | undefined;

/** Like `0.1.0+3f9a2b1c5d7e`: the same on every machine that has the same files. */
function codeVersion(): string {
	known ??= `${versionOfPackage()}+${hashOfFiles(counting.flatMap(filesIn)).slice(0, 12)}`;
	return known;
}

function versionOfPackage(): string {
	const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
	return version;
}

function filesIn(path: string): string[] {
	if (path.endsWith(".ts")) return [path];
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"));
}

function hashOfFiles(paths: readonly string[]): string {
	const hash = createHash("sha256");
	for (const path of [...paths].sort()) {
		// Git may have written other line ends.
		const text = readFileSync(path, "utf8").replaceAll("\r\n", "\n");
		hash.update(`${path}\0${text}\0`);
	}
	return hash.digest("hex");
}

/** How the program counts the statistics of hosts now. */
export function countingMethod(statistics: readonly Statistic[]): CountingMethod {
	return {
		code: codeVersion(),
		windowDays,
		statistics: Object.fromEntries(
			statistics.filter((one) => !isObserved(one)).map(({ slug, threshold }) => [slug, threshold]),
		),
	};
}
