/** Runs in threads: simulates hosts, and reads the archives that they send as any import does. */
import { type FleetOptions, type FleetPlan, type Part, planFleet, simulateFleet } from "#lib/fleet/simulate";
import { perProduct } from "#lib/product";
import { formats } from "#lib/readers/formats";
import { ReadingMemory } from "#lib/readers/memory";
import type { ReadReport } from "#lib/readers/read-report";
import { unpack } from "#lib/readers/unpack";
import { answerJobs } from "#lib/thread-pool";

export interface SimulationJob {
	fleet: FleetOptions;
	part: Part;
	/** The hosts, by their place in the plan of the fleet. */
	first: number;
	count: number;
}

export interface SimulatedReading {
	report: ReadReport;
	digest: Uint8Array;
	at: Date;
	/** Empty where it is not known. */
	ip: string;
}

/** A thread simulates one fleet: its plan is made once. */
let plan: FleetPlan | undefined;
const memories = perProduct(() => new ReadingMemory());

answerJobs<SimulationJob, SimulatedReading[]>(({ fleet, part, first, count }) => {
	plan ??= planFleet(fleet, part);
	const hosts = plan.hosts.slice(first, first + count);
	return Array.from(simulateFleet({ ...plan, hosts }), ({ product, uuid, receivedAt, ip, archive }) => {
		const { members, digest } = unpack(archive);
		return { report: formats[product].read(members, uuid, memories[product]), digest, at: receivedAt, ip };
	});
});
