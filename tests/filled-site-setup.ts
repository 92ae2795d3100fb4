/** Makes the filled site (shared-sites.ts). */
import { join } from "node:path";
import { plusDays } from "#lib/day";
import { unpackBrowser } from "./browser/browser";
import { observeSimulated } from "./observed-files";
import { sharing } from "./shared-sites";
import { runStats, startSite } from "./site";
import { folderWithDatabase } from "./template-cluster";
import { yesterday } from "./today";

export default sharing("filled", async () => {
	await unpackBrowser();
	const folder = await folderWithDatabase("pages-");
	const archive = join(folder, "archive");
	const fleet = ["--hosts", "30", "--legacy-hosts", "40", "--days", "90", "--end", yesterday];
	for (const command of [
		["simulate", "--out", archive, ...fleet],
		["import", archive],
	]) {
		const { code, stderr } = await runStats(folder, ...command);
		if (code !== 0) throw new Error(`stats ${command[0]} ended with ${code}: ${stderr}`);
	}
	await observeSimulated(folder, { from: plusDays(yesterday, -89), through: yesterday });
	return startSite({ dataFolder: folder });
});
