/** Starts one server for the whole run, over the published history of a small simulated fleet, which tests only read. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import type { Day } from "#lib/day";
import { unpackBrowser } from "./browser/browser";
import { runStats, startSite } from "./site";
import { yesterday } from "./today";

export interface FilledSite {
	url: string;
	/** The published days. */
	firstDay: Day;
	lastDay: Day;
}

declare module "vitest" {
	interface ProvidedContext {
		/** Its hosts: 30 of OpenVZ 7 and 40 older ones, in 90 days. */
		filledSite: FilledSite;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	await unpackBrowser();
	const folder = await mkdtemp(join(tmpdir(), "openvz-pages-"));
	const archive = join(folder, "archive");
	const fleet = ["--hosts", "30", "--legacy-hosts", "40", "--days", "90", "--end", yesterday];
	try {
		for (const command of [
			["simulate", "--out", archive, ...fleet],
			["import", archive],
			["publish", "--through", yesterday],
		]) {
			const { code, stderr } = await runStats(folder, ...command);
			if (code !== 0) throw new Error(`stats ${command[0]} ended with ${code}: ${stderr}`);
		}
		const site = await startSite({ dataFolder: folder });
		const index: { published: { from: Day; to: Day } } = await (await fetch(`${site.url}/data/index.json`)).json();
		project.provide("filledSite", {
			url: site.url,
			firstDay: index.published.from,
			lastDay: index.published.to,
		});
		return async () => {
			await site.stop();
			await rm(folder, { recursive: true, force: true });
		};
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}
