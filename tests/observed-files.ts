/** Gives a site what can be seen without any reporter: simulated files, through the operator's command. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Day } from "#lib/day";
import { activityFiles } from "#lib/fleet/activity";
import { runStats } from "./site";

export async function observeFiles(folder: string, range: { from: Day; through: Day }): Promise<void> {
	for (const { kind, name, source, text } of activityFiles({ ...range, seed: 1 })) {
		const path = join(folder, name);
		await writeFile(path, text);
		const { code, stderr } = await runStats(folder, "observe", kind, path, ...(source ? ["--source", source] : []));
		if (code !== 0) throw new Error(`stats observe ${kind} ended with ${code}: ${stderr}`);
	}
}
