/** The drill of OPERATIONS.md: tonight's backup, restored elsewhere, is what was published. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plusDays, startOf } from "#lib/day";
import { publish } from "#lib/publish/publish";
import { readyStore } from "#lib/publish/ready-store";
import { statistics } from "#lib/statistics/index";
import { openDatabase } from "#lib/store/database";
import { acceptFrom } from "../publish/publishing";
import { runStats } from "../site";
import { clusters } from "../store/cluster-fixture";
import { yesterday } from "../today";

const { usedDataFolder, dataFolder } = clusters();

async function fill(folder: string): Promise<void> {
	const database = await openDatabase({ DATA_DIR: folder, DATABASE_URL: undefined });
	const store = await readyStore(database.url);
	for (const host of [1, 2, 3]) await acceptFrom(store.pool, yesterday, host);
	await publish(store.pool, statistics, { now: startOf(plusDays(yesterday, 1)) });
	await store.close();
	await database.close();
}

test("a backup is kept beside the one before, and restored into an empty folder", async () => {
	const [folder, backups, drill] = [await usedDataFolder(), await dataFolder(), await dataFolder()];
	await fill(folder);
	const file = join(backups, "statistics.backup");
	const outcomes = [];
	for (const [where, ...command] of [
		[folder, "backup", file, "--keep", "2"],
		[folder, "backup", file, "--keep", "2"],
		[drill, "restore", `${file}.1`],
		[drill, "verify"],
	] as [string, ...string[]][])
		outcomes.push(await runStats(where, ...command));
	expect(outcomes.map(({ code, stderr }) => code || stderr.trim().split("\n").at(-1))).toEqual([
		expect.stringMatching(/^Wrote \d+ rows to .*statistics\.backup$/),
		expect.stringMatching(/^Wrote \d+ rows to .*statistics\.backup$/),
		expect.stringMatching(/^Restored \d+ rows from .*statistics\.backup\.1$/),
		expect.anything(),
	]);
	expect((await readdir(backups)).sort()).toEqual(["statistics.backup", "statistics.backup.1"]);
	expect(outcomes.at(-1)?.stdout).toContain(`ok      ${yesterday}: computed again, and the same`);
	expect((await runStats(folder, "backup", "/dev/null", "--keep", "2")).stderr).toContain("/dev/null is no file");
});
