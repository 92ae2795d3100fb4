/** Gives a site what is known without the reporter: simulated files, through the operator's command, and crash reports. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { takeInCrashes } from "#bin/fill-demo";
import { type Day, startOf } from "#lib/day";
import { activityFiles } from "#lib/fleet/activity";
import { readyStore } from "#lib/publish/ready-store";
import { publishCrashes } from "#lib/store/crash-days";
import { openDatabase } from "#lib/store/database";
import { runStats } from "./site";
import { today } from "./today";

interface Range {
	from: Day;
	through: Day;
}

/** The folder's server is not running yet. */
export async function observeSimulated(folder: string, range: Range): Promise<void> {
	for (const { kind, name, source, text } of activityFiles({ ...range, seed: 1 })) {
		const path = join(folder, name);
		await writeFile(path, text);
		const { code, stderr } = await runStats(folder, "observe", kind, path, ...(source ? ["--source", source] : []));
		if (code !== 0) throw new Error(`stats observe ${kind} ended with ${code}: ${stderr}`);
	}
	await countCrashes(folder, range);
}

async function countCrashes(folder: string, range: Range): Promise<void> {
	const database = await openDatabase({ DATA_DIR: folder, DATABASE_URL: undefined }, { sync: false });
	try {
		const store = await readyStore(database.url);
		try {
			await takeInCrashes(store.pool, range, range.through);
			await publishCrashes(store.pool, startOf(today));
		} finally {
			await store.close();
		}
	} finally {
		await database.close();
	}
}
