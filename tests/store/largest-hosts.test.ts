/** What the largest host has of a total: of hosts whose section is known on the day, by what they said until then. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Day, startOf } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import containersPerHost from "#lib/statistics/containers-per-host";
import memoryInstalled from "#lib/statistics/memory-installed";
import { acceptReports } from "#lib/store/accept";
import { closeStore } from "#lib/store/client";
import { largestHosts } from "#lib/store/largest-hosts";
import { testDatabase } from "../database";

const database = testDatabase();
const [lastDay, now] = ["2026-02-28", "2026-03-01"] as [Day, Day];
const container = { state: "running", memoryMib: null, cpus: null, diskMib: null, vswap: null };
const withContainers = (host: number, day: string, count: number, product: "openvz7" | "legacy" = "openvz7") => ({
	product,
	uuid: `0000000${host}-0000-4000-8000-000000000000`,
	at: new Date(`${day}T10:00:00Z`),
	digest: Buffer.from(`${host} ${day}`),
	sections: {
		activity: { country: "fr" },
		"container-settings": { containers: count > 0 ? [{ ...container, count }] : [] },
	},
});

beforeAll(async () => {
	process.env.DATABASE_URL = database().url;
	const reports = [
		withContainers(1, "2026-01-01", 10),
		withContainers(2, "2026-01-02", 30),
		withContainers(2, "2026-01-05", 5),
		withContainers(3, "2026-01-02", 0),
		withContainers(4, "2026-01-02", 900, "legacy"),
	];
	await acceptReports(database().pool, reports, catalogOf([containersPerHost, memoryInstalled]));
	await publish(database().pool, [containersPerHost, memoryInstalled], { through: lastDay, now: startOf(now) });
});
afterAll(async () => {
	await closeStore();
	delete process.env.DATABASE_URL;
});

test.each([
	["2025-12-31", []],
	["2026-01-01", [{ hosts: 1, largest: 10, total: 10 }]],
	["2026-01-03", [{ hosts: 2, largest: 30, total: 40 }]],
	["2026-01-05", [{ hosts: 2, largest: 10, total: 15 }]],
	["2026-01-16", [{ hosts: 1, largest: 5, total: 5 }]],
	["2026-02-20", []],
])("on %s", async (day, rows) => {
	expect(await largestHosts("openvz7", day as Day)).toEqual(
		rows.map((row) => ({ statistic: "containers-per-host", ...row })),
	);
});
