/** The fleet has the size and the proportions that are published of the real one. */
import { crc32 } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { countries } from "#lib/fleet/countries";
import { planFleet, type SimulatedReport, simulateFleet } from "#lib/fleet/simulate";
import { fleetOf, latest, unpacked } from "./unpacked";

const countryOf = ({ ip }: SimulatedReport) =>
	countries.find(({ networks }) => networks.some((prefix) => ip.startsWith(`${prefix}.`)))?.code ?? "unknown";

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

	test("reports are spread over all weekdays and hours, and over the days of the month", () => {
		for (const product of ["openvz7", "legacy"]) {
			const dates = times(product)
				.flat()
				.map((at) => new Date(at));
			for (let day = 0; day < 7; day++)
				near(
					percent(dates, (date) => date.getUTCDay() === day),
					100 / 7,
				);
			for (let hour = 0; hour < 24; hour++)
				near(
					percent(dates, (date) => date.getUTCHours() === hour),
					100 / 24,
				);
			for (let day = 1; day <= 28; day++)
				near(
					percent(dates, (date) => date.getUTCDate() === day),
					100 / 30.4,
				);
		}
	});

	test("no day of the week has more reports of OpenVZ 7 than the days around it", () => {
		const perDay = new Map<number, number>();
		for (const at of times("openvz7").flat()) {
			const day = Math.floor(at / 86_400_000);
			perDay.set(day, (perDay.get(day) ?? 0) + 1);
		}
		const counts = [...perDay.entries()].sort(([a], [b]) => a - b).map(([, count]) => count);
		const deviations = counts.slice(3, -3).map((count, i) => {
			const around = counts.slice(i, i + 7).reduce((sum, one) => sum + one, 0) / 7;
			return Math.abs(count - around) / around;
		});
		expect(deviations.length).toBeGreaterThan(400);
		expect(deviations.reduce((sum, one) => sum + one, 0) / deviations.length).toBeLessThan(0.06);
	});

	test("an OpenVZ 7 host reports every week, a legacy one every month, each at its own time", () => {
		const gaps = (product: string) =>
			times(product).flatMap((list) => list.slice(1).map((at, i) => (at - (list[i] ?? at)) / 86_400_000));
		expect(percent(gaps("openvz7"), (days) => days > 6 && days < 8)).toBeGreaterThan(95);
		expect(percent(gaps("legacy"), (days) => days > 24 && days < 38)).toBeGreaterThan(90);
	});

	test("legacy hosts report when they take a new kernel", () => {
		const gaps = (end: string) =>
			planFleet({ hosts: 0, legacyHosts: 500, days: 60, seed: 1, end: end as Day }).hosts.flatMap(({ times }) =>
				times.slice(1).map((at, i) => at - (times[i] ?? at)),
			);
		const short = (end: string) => percent(gaps(end), (gap) => gap < 20 * 86_400_000);
		expect(short("2014-08-31")).toBeGreaterThan(15);
		expect(short("2026-08-31")).toBeLessThan(short("2014-08-31"));
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

	test("continued in parts, the fleet sends the same as simulated at once", () => {
		const fleet = { hosts: 25, legacyHosts: 40, days: 60, seed: 3, end: "2026-06-30" as Day };
		const sent = (from: string, through: string) =>
			[...simulateFleet(planFleet(fleet, { from: from as Day, through: through as Day }))].map((report) =>
				[report.uuid, report.receivedAt.toISOString(), report.ip, crc32(report.archive)].join(" "),
			);
		const whole = sent("2026-05-02", "2026-09-30");
		const history = [...simulateFleet(planFleet(fleet))].length;
		const parts = [
			sent("2026-05-02", "2026-06-30"),
			sent("2026-07-01", "2026-07-01"),
			sent("2026-07-02", "2026-08-15"),
			sent("2026-08-16", "2026-09-30"),
		];
		expect(parts[0]).toHaveLength(history);
		expect(parts.every((part) => part.length > 0)).toBe(true);
		expect(parts.flat().sort()).toEqual(whole.sort());
	});

	test("beyond its history the fleet goes on as it was: hosts come and go, OpenVZ 7 grows", () => {
		const fleet = { hosts: 400, legacyHosts: 1200, days: 60, seed: 1, end: "2026-11-21" as Day };
		const year = planFleet(fleet, { from: "2026-11-22" as Day, through: "2027-11-21" as Day });
		const active = (product: string, day: string, window: number) => {
			const until = Date.parse(day) + 86_400_000;
			const isIn = (at: number) => at < until && at >= until - window * 86_400_000;
			return year.hosts.filter((host) => host.life.product === product && host.times.some(isIn)).length;
		};
		expect(active("openvz7", "2026-12-10", 14)).toBeGreaterThan(380);
		expect(active("openvz7", "2027-11-21", 14)).toBeGreaterThan(480);
		expect(active("legacy", "2027-11-21", 60)).toBeGreaterThan(700);
		expect(active("legacy", "2027-11-21", 60)).toBeLessThan(1000);
	});
});
