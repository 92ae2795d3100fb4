/** Writes a simulated fleet into a folder: archives in one subfolder per month, and the manifest that `import` reads. */
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { OperatorError } from "#lib/operator-error";
import { type Product, perProduct } from "#lib/product";
import { ThreadPool } from "#lib/thread-pool";
import { type FleetOptions, type Part, planFleet } from "./simulate";
import { type TalkFigures, talkHosts, talkMachines } from "./talk";
import type { ManifestRow, WriterJob } from "./writer-thread";

/** Marks a folder as one that may be overwritten. */
const marker = "simulation.json";
const manifest = "manifest.csv";

export interface Written {
	reports: Record<Product, number>;
	hosts: Record<Product, number>;
}

/** An empty folder, made or cleared, and marked. Refuses to touch what is not a former simulation. */
async function clearFolder(folder: string, options: object): Promise<void> {
	await mkdir(folder, { recursive: true });
	const entries = await readdir(folder);
	if (entries.length > 0 && !entries.includes(marker)) {
		throw new OperatorError(`${folder} is not empty and holds no former simulation: name another folder for --out`);
	}
	for (const entry of entries) {
		if (/^\d{4}-\d{2}$/.test(entry) || entry.startsWith(manifest))
			await rm(path.join(folder, entry), { recursive: true });
	}
	await writeFile(path.join(folder, marker), `${JSON.stringify(options)}\n`);
}

/** Hosts that a thread writes at a time: about a second's work. */
const hostsPerJob = 20;
/** Starting a thread costs as much as writing so many reports. */
const reportsPerThread = 2000;

type OnProgress = (done: number, total: number) => void;

/**
 * Writes a fleet: its archives and their manifest.
 * @param part days of the fleet; all of its history where none are given
 * @param onProgress called with the reports done and an estimate of all of them
 * @throws when the folder holds something else than a former simulation
 */
export async function writeFleet(
	folder: string,
	options: FleetOptions,
	onProgress: OnProgress = () => {},
	part?: Part,
): Promise<Written> {
	await clearFolder(folder, { ...options, ...part });
	const { rows, hosts } = await writeArchives(folder, options, onProgress, part);
	await writeManifest(folder, rows);
	onProgress(rows.length, rows.length);
	return { reports: perProduct((product) => rows.filter((row) => row[1] === product).length), hosts };
}

/** Writes the fleet of the talk, as `writeFleet` does. */
export async function writeTalkFleet(
	folder: string,
	figures: TalkFigures,
	{ end, seed }: Pick<FleetOptions, "end" | "seed">,
	onProgress: OnProgress = () => {},
): Promise<Written> {
	await clearFolder(folder, { ...figures, end, seed });
	const options = { hosts: figures.hosts, legacyHosts: 0, days: figures.days, seed, end };
	const { reports } = figures.legacy;
	const archived = await writeArchives(folder, options, (done, total) => onProgress(done, total + reports));
	const machines: string[] = [];
	for (const { at, archive } of talkMachines(figures, end, seed)) {
		const month = new Date(at).toISOString().slice(0, 7);
		await mkdir(path.join(folder, month), { recursive: true });
		const file = `${month}/machine-${machines.length}.tar.gz`;
		await writeFile(path.join(folder, file), archive);
		machines.push(file);
	}
	const written = { reports: { openvz7: archived.rows.length, legacy: 0 }, hosts: archived.hosts };
	function* rows(): Generator<ManifestRow> {
		yield* archived.rows;
		for (const { uuid, ip, machine, times } of talkHosts(figures, end, seed)) {
			for (const at of times) yield [machines[machine] ?? "", "legacy", uuid, new Date(at).toISOString(), ip];
			written.hosts.legacy++;
			written.reports.legacy += times.length;
			onProgress(archived.rows.length + written.reports.legacy, archived.rows.length + reports);
		}
	}
	await writeManifest(folder, rows());
	return written;
}

/** Threads write the hosts. File names depend on the host alone, not on the thread. */
async function writeArchives(folder: string, options: FleetOptions, onProgress: OnProgress, part?: Part) {
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
	const hosts = perProduct((product) => plan.hosts.filter(({ life }) => life.product === product).length);
	return { rows, hosts };
}

/** Complete or not there at all. */
async function writeManifest(folder: string, rows: Iterable<ManifestRow>): Promise<void> {
	const part = path.join(folder, `${manifest}.part`);
	await pipeline(manifestText(rows), createWriteStream(part));
	await rename(part, path.join(folder, manifest));
}

/** In pieces of some hundred kB. */
function* manifestText(rows: Iterable<ManifestRow>): Generator<string> {
	let piece = "file,product,uuid,received_at,ip\n";
	for (const row of rows) {
		piece += `${row.join(",")}\n`;
		if (piece.length < 2 ** 18) continue;
		yield piece;
		piece = "";
	}
	yield piece;
}
