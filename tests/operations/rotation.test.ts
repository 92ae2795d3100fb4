import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeRoom, removeAbandonedParts } from "#bin/stats/rotation";

let folder: string;
let file: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "rotation-"));
	file = join(folder, "statistics.backup");
});
afterEach(() => rm(folder, { recursive: true }));

async function contents(): Promise<Record<string, string>> {
	const names = (await readdir(folder)).sort();
	return Object.fromEntries(
		await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")])),
	);
}

async function nights(from: number, through: number, keep: number): Promise<void> {
	for (let night = from; night <= through; night++) {
		await makeRoom(file, keep);
		await writeFile(file, `night ${night}`, { flag: "wx" });
	}
}

describe("rotation of backups", () => {
	test("the newest has the name, the former ones have numbers, the oldest goes", async () => {
		await nights(1, 2, 3);
		expect(await contents()).toEqual({ "statistics.backup": "night 2", "statistics.backup.1": "night 1" });
		await nights(3, 5, 3);
		expect(await contents()).toEqual({
			"statistics.backup": "night 5",
			"statistics.backup.1": "night 4",
			"statistics.backup.2": "night 3",
		});
	});

	test("none goes while there is a gap, as an interrupted one leaves it", async () => {
		await nights(1, 3, 3);
		await makeRoom(file, 3);
		// Killed here: the name is free, and the next time there is nothing to move.
		await nights(4, 4, 3);
		expect(Object.values(await contents())).toEqual(["night 4", "night 3", "night 2"]);
		await rm(`${file}.1`);
		await nights(5, 5, 3);
		expect(Object.values(await contents())).toEqual(["night 5", "night 4", "night 2"]);
	});

	test("fewer than before: the others go, and files that are no backups stay", async () => {
		await nights(1, 5, 5);
		await writeFile(`${file}.2024`, "mine");
		await writeFile(`${file}.md5`, "mine");
		await nights(6, 6, 2);
		expect(await contents()).toEqual({
			"statistics.backup": "night 6",
			"statistics.backup.1": "night 5",
			"statistics.backup.2024": "mine",
			"statistics.backup.md5": "mine",
		});
	});

	test("what a killed backup had begun goes, what another one is writing stays", async () => {
		const { pid: gone } = spawnSync(process.execPath, ["--version"]);
		for (const pid of [gone, process.pid]) await writeFile(`${file}.part-${pid}`, "half");
		await writeFile(`${file}.part-list`, "mine");
		await removeAbandonedParts(file);
		expect(Object.keys(await contents())).toEqual(
			[`statistics.backup.part-${process.pid}`, "statistics.backup.part-list"].sort(),
		);
	});
});
