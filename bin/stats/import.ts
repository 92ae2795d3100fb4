import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import type { Pool } from "pg";
import { progress } from "#bin/progress";
import { catalogOf } from "#lib/host-history/tally";
import { type ImportResult, importArchive } from "#lib/import/import";
import { type ArchiveRows, folderRows, manifestRows } from "#lib/import/manifest";
import { recentNetworks } from "#lib/receipt/admission";
import { countriesPath, openCountries } from "#lib/receipt/country";
import { statistics } from "#lib/statistics/index";
import { acceptReports } from "#lib/store/accept";
import { analyzeHosts } from "#lib/store/upkeep";
import { withStore } from "./with-store";

export function addImport(program: Command, signal: AbortSignal): void {
	program
		.command("import")
		.description("take in an archive of report tarballs")
		.argument("<dir>", "the folder with the reports and their manifest.csv; without one, every *.tar.gz below it")
		.option("--manifest <file>", "the manifest, when it is not <dir>/manifest.csv")
		.action(async (folder: string, { manifest }: { manifest?: string }) => {
			const archive = await readArchive(folder, manifest, signal);
			const { accepted, duplicate, rejections, implausible } = await withStore(signal, ({ pool }) =>
				importReports(pool, archive),
			);
			if (implausible > 0) console.error(`sections set aside, with more than any real host has: ${implausible}`);
			for (const { place, reason } of rejections) console.log(`rejected ${place}: ${reason}`);
			console.log(`accepted ${accepted}, duplicate ${duplicate}, rejected ${rejections.length}`);
		});
}

/** Takes in an archive and shows the progress. */
export async function importReports(pool: Pool, archive: ArchiveRows): Promise<ImportResult> {
	const shown = progress("Importing reports");
	const result = await importArchive(archive, {
		accept: (reports) => acceptReports(pool, reports, catalogOf(statistics)),
		countryOf: await openCountries(countriesPath()),
		networksOf: await recentNetworks(pool, new Date()),
		onProgress: shown.update,
	});
	shown.end();
	if (result.accepted > 0) await analyzeHosts(pool);
	return result;
}

async function readArchive(folder: string, manifest: string | undefined, signal: AbortSignal): Promise<ArchiveRows> {
	const now = new Date();
	if (manifest !== undefined) return manifestRows(manifest, now, signal);
	const usual = join(folder, "manifest.csv");
	const isThere = await stat(usual).then(
		() => true,
		() => false,
	);
	return isThere ? manifestRows(usual, now, signal) : folderRows(folder, now, signal);
}
