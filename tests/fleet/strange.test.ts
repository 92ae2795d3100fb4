/** What makes a fleet awkward: clones, hosts with sections off, newcomers, and hosts that say odd things. */
import { beforeAll, expect, test } from "vitest";
import type { Day } from "#lib/day";
import type { SimulatedReport } from "#lib/fleet/simulate";
import { fleetOf, unpacked } from "./unpacked";

let reports: { report: SimulatedReport; members: Map<string, string> }[];
const hosts = new Map<string, Map<string, string>[]>();

beforeAll(async () => {
	const fleet = await fleetOf({ hosts: 250, days: 29 });
	reports = await Promise.all(fleet.map(async (report) => ({ report, members: await unpacked(report.archive) })));
	for (const { report, members } of reports) hosts.set(report.uuid, [...(hosts.get(report.uuid) ?? []), members]);
});

const section = (members: Map<string, string>, name: string) => JSON.parse(members.get(`./${name}.json`) ?? "null");

test("the manifest lists the sections that are there", () => {
	for (const { members } of reports) {
		const { sections } = section(members, "manifest");
		expect([...members.keys()].slice(1)).toEqual(sections.map((name: string) => `./${name}.json`));
	}
});

test("every section says what it is and when it was collected, before it was sent", () => {
	for (const { report, members } of reports) {
		for (const name of section(members, "manifest").sections) {
			const { schema, section: of, script, collected } = section(members, name);
			expect([schema, of, script]).toEqual([1, name, `${name}.py`]);
			const age = report.receivedAt.getTime() - Date.parse(collected);
			expect(age).toBeGreaterThanOrEqual(0);
			expect(age).toBeLessThan(7 * 86_400_000);
		}
	}
});

test("a few hosts have switched sections off for good", () => {
	const off = [...hosts.values()].filter(
		(list) =>
			list.length > 3 && list.every((members) => !members.has("./packages.json") || !members.has("./services.json")),
	);
	expect(off.length).toBeGreaterThan(0);
	expect(off.length).toBeLessThan(hosts.size / 10);
});

test("the first report of a newcomer carries only the slots since it was installed", () => {
	const partial = [...hosts.values()].filter((list) => (list[0]?.size ?? 16) < 12 && (list.at(-1)?.size ?? 0) > 12);
	expect(partial.length).toBeGreaterThan(0);
	for (const list of partial) expect(list[0]?.has("./static.json")).toBe(true);
});

test("clones report under one UUID from different machines", () => {
	const processors = (list: Map<string, string>[]) =>
		new Set(list.flatMap((members) => JSON.stringify(section(members, "hardware")?.system.serial) ?? []));
	const clones = [...hosts.values()].filter((list) => processors(list).size > 1);
	expect(clones.length).toBeGreaterThan(0);
	expect(clones.length).toBeLessThan(hosts.size / 50);
});

test("strange hosts say what no rule expects", () => {
	const texts = reports.flatMap(({ members }) => [...members.values()]);
	const odd = [
		/home made/i,
		/quantum entangled/,
		/6\.1\.0-13-amd64/,
		/"total":-1/,
		/hibernating/,
		/lscpu: command not found/,
	];
	expect(odd.some((pattern) => texts.some((text) => pattern.test(text)))).toBe(true);
});

test("private values are there to be dropped", () => {
	const all = reports.map(({ members }) => [...members.values()].join()).join();
	for (const pattern of [
		/00:00:5e:00:53:01/,
		/001C42[0-9A-F]{6}/,
		/192\.0\.2\.\d+/,
		/"SERIAL|SERIAL=\\"S45N/,
		/\.example\.net/,
		/acme-/,
	]) {
		expect(all).toMatch(pattern);
	}
});

test("a day before OpenVZ 7 existed has its hosts all the same", async () => {
	const early = await fleetOf({ hosts: 5, legacyHosts: 5, days: 20, end: "2012-03-01" as Day });
	expect(new Set(early.map(({ uuid }) => uuid)).size).toBe(10);
});
