/** Archives of the simulated fleet read by tar-stream, which has no part in making them. */
import { gunzipSync } from "node:zlib";
import { extract } from "tar-stream";
import type { Day } from "#lib/day";
import { type FleetOptions, planFleet, type SimulatedReport, simulateFleet } from "#lib/fleet/simulate";

/** Members by name, in order. */
export async function unpacked(archive: Buffer): Promise<Map<string, string>> {
	const members = new Map<string, string>();
	const entries = extract();
	entries.end(gunzipSync(archive));
	for await (const entry of entries) {
		const chunks: Buffer[] = [];
		for await (const chunk of entry) chunks.push(chunk as Buffer);
		if (entry.header.type === "directory") continue;
		members.set(entry.header.name, Buffer.concat(chunks).toString());
	}
	return members;
}

export const autumn2019: FleetOptions = { hosts: 0, legacyHosts: 0, days: 70, seed: 1, end: "2019-09-13" as Day };

export async function fleetOf(options: Partial<FleetOptions>): Promise<SimulatedReport[]> {
	return [...simulateFleet(planFleet({ ...autumn2019, ...options }))];
}

/** The last report of each host within so many days before the end. */
export function latest(reports: readonly SimulatedReport[], end: Day, days: number): SimulatedReport[] {
	const since = Date.parse(`${end}T00:00:00Z`) + (1 - days) * 86_400_000;
	const last = new Map<string, SimulatedReport>();
	for (const report of reports) {
		const before = last.get(report.uuid);
		const inWindow = report.receivedAt.getTime() >= since;
		if (inWindow && (!before || before.receivedAt <= report.receivedAt)) last.set(report.uuid, report);
	}
	return [...last.values()];
}
