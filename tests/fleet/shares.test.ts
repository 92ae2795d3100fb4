/** The fleet has the size and the proportions that are published of the real one. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { networks } from "#lib/fleet/addresses";
import { planFleet, type SimulatedReport } from "#lib/fleet/simulate";
import { fleetOf, latest, unpacked } from "./unpacked";

const countryOf = ({ ip }: SimulatedReport) =>
	Object.entries(networks).find(([, prefixes]) => prefixes.some((prefix) => ip.startsWith(`${prefix}.`)))?.[0] ??
	"unknown";

function percent<T>(list: readonly T[], holds: (item: T) => boolean): number {
	return (100 * list.filter(holds).length) / list.length;
}

/** Within two points. */
const near = (actual: number, expected: number) =>
	expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThan(2);

describe.each([1, 77])("autumn of 2019, a tenth of the fleet, seed %i", (seed) => {
	const end = "2019-09-13" as Day;
	let hosts: SimulatedReport[];
	let legacy: SimulatedReport[];
	let statics: { counters: Record<string, number>; uname_rm: string }[];

	beforeAll(async () => {
		const reports = await fleetOf({ hosts: 237, legacyHosts: 400, days: 15, seed, end });
		hosts = latest(
			reports.filter(({ product }) => product === "openvz7"),
			end,
			14,
		);
		legacy = latest(
			reports.filter(({ product }) => product === "legacy"),
			end,
			60,
		);
		const members = await Promise.all(hosts.map(({ archive }) => unpacked(archive)));
		statics = members.flatMap((all) => (all.has("./static.json") ? [JSON.parse(all.get("./static.json") ?? "")] : []));
	});

	test("exactly as many hosts as asked for are active at the end", () => {
		expect(hosts).toHaveLength(237);
		expect(legacy).toHaveLength(400);
	});

	test("countries", () => {
		for (const [country, share] of [
			["us", 23.15],
			["fr", 13.49],
			["ru", 10.2],
			["de", 7.76],
		] as const) {
			near(
				percent(hosts, (host) => countryOf(host) === country),
				share,
			);
			near(
				percent(legacy, (host) => countryOf(host) === country),
				share,
			);
		}
	});

	test("virtual machines on a tenth of the servers, containers on 82 percent", () => {
		near(
			percent(statics, ({ counters }) => (counters.vm_total ?? 0) > 0),
			10,
		);
		near(
			percent(statics, ({ counters }) => (counters.ct_total ?? 0) > 0),
			82,
		);
	});

	test("no kernel from the future", () => {
		const known = statics.filter(({ uname_rm }) => /\.vz7\.\d+\.\d+ /.test(uname_rm));
		expect(known.length).toBeGreaterThan(225);
		for (const { uname_rm } of known) expect(Number(/vz7\.(\d+)\./.exec(uname_rm)?.[1])).toBeLessThanOrEqual(96);
	});
});

describe("as time goes by", () => {
	const end = "2026-11-21" as Day;
	const { hosts } = planFleet({ hosts: 400, legacyHosts: 1200, days: 420, seed: 1, end });
	const times = (product: string) => hosts.filter(({ life }) => life.product === product).map((host) => host.times);
	const activeOn = (product: string, day: string, window: number) => {
		const until = Date.parse(day) + 86_400_000;
		return times(product).filter((list) => list.some((at) => at < until && at >= until - window * 86_400_000)).length;
	};

	test("OpenVZ 7 grows and legacy declines", () => {
		expect(activeOn("openvz7", end, 14)).toBe(400);
		expect(activeOn("legacy", end, 60)).toBe(1200);
		expect(activeOn("openvz7", "2025-10-20", 14)).toBeLessThan(300);
		expect(activeOn("openvz7", "2025-10-20", 14)).toBeGreaterThan(200);
		expect(activeOn("legacy", "2025-11-20", 60)).toBeGreaterThan(1500);
	});

	test("a part of the fleet is silent around New Year", () => {
		expect(activeOn("openvz7", "2026-01-03", 14)).toBeLessThan(0.95 * activeOn("openvz7", "2025-12-15", 14));
		expect(activeOn("openvz7", "2026-02-01", 14)).toBeGreaterThan(activeOn("openvz7", "2025-12-15", 14));
	});

	test("weekly reports come on Fridays, monthly ones in the first days of the month", () => {
		const dates = (product: string) =>
			times(product)
				.flat()
				.map((at) => new Date(at));
		expect(percent(dates("openvz7"), (date) => [5, 6].includes(date.getUTCDay()))).toBeGreaterThan(98);
		expect(percent(dates("legacy"), (date) => date.getUTCDate() <= 7 || date.getUTCDate() >= 30)).toBeGreaterThan(95);
	});

	test("legacy hosts report when they take a new kernel", () => {
		const fleet = planFleet({ hosts: 0, legacyHosts: 500, days: 60, seed: 1, end: "2014-08-31" as Day });
		const dates = fleet.hosts.flatMap((host) => host.times).map((at) => new Date(at));
		expect(percent(dates, (date) => date.getUTCDate() > 7 && date.getUTCDate() < 30)).toBeGreaterThan(15);
	});

	test("nothing is received outside the days asked for", () => {
		const all = hosts.flatMap((host) => host.times);
		const since = Date.parse("2025-09-28");
		expect(all.filter((at) => at < since || at >= Date.parse(end) + 86_400_000)).toEqual([]);
		expect(all.length).toBeGreaterThan(30_000);
	});

	test("hosts move to newer updates, and their containers change now and then", async () => {
		const reports = await fleetOf({ hosts: 30, days: 420, end });
		const bySender = new Map<string, SimulatedReport[]>();
		for (const report of reports) bySender.set(report.uuid, [...(bySender.get(report.uuid) ?? []), report]);
		const upgraded = await Promise.all(
			[...bySender.values()].map(async (list) => {
				const [first, last] = await Promise.all([list[0], list.at(-1)].map((r) => unpacked(r?.archive ?? Buffer.of())));
				const release = (members?: Map<string, string>) =>
					JSON.parse(members?.get("./manifest.json") ?? "").product_release;
				return release(first) !== release(last);
			}),
		);
		expect(upgraded.filter(Boolean).length).toBeGreaterThanOrEqual(3);

		const longest = [...bySender.values()].sort((a, b) => b.length - a.length)[0] ?? [];
		const lists = await Promise.all(
			longest.map(async ({ archive }) => {
				const contents = JSON.parse((await unpacked(archive)).get("./ves_content.json") ?? "{}");
				return JSON.stringify(contents.containers?.map(({ ctid }: { ctid: string }) => ctid));
			}),
		);
		const changes = lists.filter((list, i) => i > 0 && list !== lists[i - 1]).length;
		expect(changes).toBeLessThan(lists.length / 2);
	});
});
