/** Makes the site over the fleet of months-fleet.ts (shared-sites.ts). */
import { join } from "node:path";
import { plusDays } from "#lib/day";
import { writeMonths } from "./http/months-fleet";
import { observeSimulated } from "./observed-files";
import { sharing } from "./shared-sites";
import { runStats, startSite } from "./site";
import { folderWithDatabase } from "./template-cluster";
import { yesterday } from "./today";

export default sharing("months", async () => {
	const folder = await folderWithDatabase("openvz-months-");
	const archive = join(folder, "archive");
	await writeMonths(archive);
	const { stdout, stderr } = await runStats(folder, "import", archive);
	if (!stdout.includes("accepted 176, duplicate 0, rejected 0")) throw new Error(stdout + stderr);
	await observeSimulated(folder, { from: plusDays(yesterday, -89), through: yesterday });
	return startSite({ dataFolder: folder });
});
