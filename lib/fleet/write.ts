/** Writes a simulated fleet into a folder: archives in one subfolder per month, and the manifest that `import` reads. */
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { OperatorError } from "#lib/operator-error";
import { type Product, perProduct } from "#lib/product";
import { ThreadPool } from "#lib/thread-pool";
import { type FleetOptions, type Part, planFleet } from "./simulate";
import type { ManifestRow, WriterJob } from "./writer-thread";

/** Marks a folder as one that may be overwritten. */
const marker = "simulation.json";
const manifest = "manifest.csv";

export interface Written {
	reports: Record<Product, number>;
	hosts: Record<Product, number>;
}

const markerText = (options: FleetOptions, part?: Part) => `${JSON.stringify({ ...options, ...part })}\n`;

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

/** Hosts that a thread writes at a time: about a second's work. */
const hostsPerJob = 20;
/** Starting a thread costs as much as writing so many reports. */
const reportsPerThread = 2000;

/**
 * Threads write the hosts. File names depend on the host alone, not on the thread.
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
	const writers = new ThreadPool<WriterJob, ManifestRow[]>({
		module: "lib/fleet/writer-thread.ts",
		threadsMax: Math.min(availableParallelism(), Math.ceil(plan.reports / reportsPerThread)),
		jobMsMax: 600_000,
		memoryMibMax: 1024,
	});
	const jobs: Promise<ManifestRow[]>[] = [];
	let done = 0;
	const write = async (first: number) => {
		const rows = await writers.run({ folder, options, part, first, count: hostsPerJob });
		done += rows.length;
		onProgress(done, Math.max(done, plan.reports));
		return rows;
	};
	try {
		for (let first = 0; first < plan.hosts.length; first += hostsPerJob) jobs.push(write(first));
		await Promise.all(jobs);
	} finally {
		await writers.close();
	}
	const rows = (await Promise.all(jobs)).flat();
	const text = ["file,product,uuid,received_at,ip", ...rows.map((row) => row.join(","))].join("\n");
	await writeFile(path.join(folder, `${manifest}.part`), `${text}\n`);
	await rename(path.join(folder, `${manifest}.part`), path.join(folder, manifest));
	onProgress(done, done);
	return {
		reports: perProduct((product) => rows.filter((row) => row[1] === product).length),
		hosts: perProduct((product) => plan.hosts.filter(({ life }) => life.product === product).length),
	};
}
