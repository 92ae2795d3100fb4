/** Runs in threads: writes the archives of some hosts of a fleet. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answerJobs } from "#lib/thread-pool";
import { type FleetOptions, type FleetPlan, type Part, planFleet, simulateFleet } from "./simulate";

export interface WriterJob {
	folder: string;
	options: FleetOptions;
	part?: Part;
	/** The hosts to write, by their place in the plan of the fleet. */
	first: number;
	count: number;
}

/** `file, product, uuid, received_at, ip` */
export type ManifestRow = [file: string, product: string, uuid: string, receivedAt: string, ip: string];

/** A thread writes one fleet: its plan is made once. */
let plan: FleetPlan | undefined;
const months = new Set<string>();

answerJobs<WriterJob, ManifestRow[]>(({ folder, options, part, first, count }) => {
	plan ??= planFleet(options, part);
	const rows: ManifestRow[] = [];
	for (const [place, host] of plan.hosts.slice(first, first + count).entries()) {
		let number = 0;
		for (const { product, uuid, receivedAt, ip, archive } of simulateFleet({ ...plan, hosts: [host] })) {
			const time = receivedAt.toISOString();
			const month = time.slice(0, 7);
			if (!months.has(month)) mkdirSync(join(folder, month), { recursive: true });
			months.add(month);
			const file = `${month}/${String(first + place).padStart(5, "0")}-${++number}.tar.gz`;
			writeFileSync(join(folder, file), archive);
			rows.push([file, product, uuid, time, ip]);
		}
	}
	return rows;
});
