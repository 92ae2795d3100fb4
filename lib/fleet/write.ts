/** Writes a simulated fleet into a folder: archives in one subfolder per month, and the manifest that `import` reads. */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { OperatorError } from "#lib/operator-error";
import type { Product } from "#lib/product";
import { type FleetOptions, type Part, planFleet, simulateFleet } from "./simulate";

/** Marks a folder as one that may be overwritten. */
const marker = "simulation.json";
const manifest = "manifest.csv";

export interface Written {
	reports: Record<Product, number>;
	hosts: Record<Product, number>;
}

const markerText = (options: FleetOptions, part?: Part) => `${JSON.stringify({ ...options, ...part })}\n`;

/** Whether the folder has exactly these reports, all of them. */
export async function isWritten(folder: string, options: FleetOptions, part?: Part): Promise<boolean> {
	const found = await readFile(path.join(folder, marker), "utf8").catch(() => "");
	const files = await readdir(folder).catch((): string[] => []);
	return found === markerText(options, part) && files.includes(manifest);
}

/** An empty folder, made or cleared. Refuses to touch what is not a former simulation. */
async function clearFolder(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	const entries = await readdir(folder);
	if (entries.length > 0 && !entries.includes(marker)) {
		throw new OperatorError(`${folder} is not empty and holds no former simulation: name another folder for --out`);
	}
	for (const entry of entries) {
		if (/^\d{4}-\d{2}$/.test(entry) || entry.startsWith(manifest))
			await rm(path.join(folder, entry), { recursive: true });
	}
}

/**
 * @param part days of the fleet; all of its history where none are given
 * @param onProgress called with the reports done and an estimate of all of them
 * @throws when the folder holds something else than a former simulation
 */
export async function writeFleet(
	folder: string,
	options: FleetOptions,
	onProgress: (done: number, total: number) => void = () => {},
	part?: Part,
): Promise<Written> {
	await clearFolder(folder);
	await writeFile(path.join(folder, marker), markerText(options, part));
	const plan = planFleet(options, part);
	const reports = { openvz7: 0, legacy: 0 };
	const months = new Set<string>();
	let done = 0;
	// Small files are written faster so than by handing each to a thread.
	const rows = openSync(path.join(folder, `${manifest}.part`), "w");
	try {
		writeSync(rows, "file,product,uuid,received_at,ip\n");
		for (const { product, uuid, receivedAt, ip, archive } of simulateFleet(plan)) {
			const time = receivedAt.toISOString();
			const month = time.slice(0, 7);
			if (!months.has(month)) mkdirSync(path.join(folder, month), { recursive: true });
			months.add(month);
			reports[product]++;
			done++;
			const file = `${month}/${String(done).padStart(6, "0")}.tar.gz`;
			writeFileSync(path.join(folder, file), archive);
			writeSync(rows, `${file},${product},${uuid},${time},${ip}\n`);
			if (done % 64 > 0) continue;
			onProgress(done, Math.max(done, plan.reports));
			// Lets signals in.
			await setImmediate();
		}
	} finally {
		closeSync(rows);
	}
	await rename(path.join(folder, `${manifest}.part`), path.join(folder, manifest));
	onProgress(done, done);
	const hosts = { openvz7: 0, legacy: 0 };
	for (const { life } of plan.hosts) hosts[life.product]++;
	return { reports, hosts };
}
