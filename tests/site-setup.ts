/** Begins to make the filled site (filled-site.ts), and stops it at the end of the run. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Day } from "#lib/day";
import { unpackBrowser } from "./browser/browser";
import { publishOutcome } from "./filled-site";
import { runStats, type Site, startSite } from "./site";
import { folderWithDatabase } from "./template-cluster";
import { yesterday } from "./today";

export default function setup(): () => Promise<void> {
	const starting = fill().catch(async (error: Error) => {
		await publishOutcome({ error: `the filled site could not be made: ${error.message}` });
		return null;
	});
	return async () => {
		const site = await starting;
		await site?.stop();
		if (site) await rm(site.dataFolder, { recursive: true, force: true });
	};
}

async function fill(): Promise<Site> {
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
	const site = await startSite({ dataFolder: folder });
	const index: { published: { from: Day; to: Day } } = await (await fetch(`${site.url}/data/index.json`)).json();
	await publishOutcome({ site: { url: site.url, firstDay: index.published.from, lastDay: index.published.to } });
	return site;
}
