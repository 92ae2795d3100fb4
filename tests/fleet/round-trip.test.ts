/** What the fleet sends, the readers understand: nothing refused, nothing carried lost, next to nothing unknown. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import { unpack } from "#lib/readers/unpack";
import { fleetOf } from "./unpacked";

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** Of a list of facts, the share in percent of which this is known. */
function known<F>(facts: readonly F[], isKnown: (fact: F) => boolean): number {
	expect(facts.length).toBeGreaterThan(50);
	return (100 * facts.filter(isKnown).length) / facts.length;
}

const present = <F>(facts: readonly (F | undefined)[]): F[] => facts.filter((fact) => fact !== undefined);
const sum = (groups: readonly { count: number }[]) => groups.reduce((total, { count }) => total + count, 0);

describe.each(["2019-09-13", "2026-11-21"] as Day[])("openvz7 on %s", (end) => {
	let read: { raw: (member: string) => Record<string, never>; sections: ReturnType<typeof readOpenvz7>["sections"] }[];

	beforeAll(async () => {
		const reports = await fleetOf({ hosts: 250, days: 8, seed: 11, end });
		read = await Promise.all(
			reports.map(async ({ uuid, archive }) => {
				const { members } = unpack(archive);
				const report = readOpenvz7(members);
				expect(report.uuid).toBe(uuid);
				const raw = (member: string) => JSON.parse(textOf(members.get(`${member}.json`)) || "null");
				return { raw, sections: report.sections };
			}),
		);
	});

	test("sections carried are sections read, but a strange one", () => {
		const lost = read.filter(
			({ raw, sections }) => Object.keys(sections).length !== Object(raw("manifest").sections).length,
		);
		expect(lost.length).toBeLessThanOrEqual(2);
	});

	test("guests are counted as they are", () => {
		for (const { raw, sections } of read) {
			const containers = Object(raw("ves"))?.prlctl_list_aij as { State: string }[] | undefined;
			if (containers) expect(sum(sections["container-settings"]?.containers ?? [])).toBe(containers.length);
			const vms = Object(raw("libvirt_guests"))?.prlctl_list_aij as { Template: string }[] | undefined;
			const real = vms?.filter(({ Template }) => Template === "no");
			if (real) expect(sum(sections["vm-guests"]?.vms ?? [])).toBe(real.length);
		}
	});

	test("kernels, releases and distributions are known", () => {
		const facts = present(read.map(({ sections }) => sections.static));
		expect(known(facts, ({ kernelBranch }) => kernelBranch !== "other")).toBeGreaterThan(98);
		expect(known(facts, ({ kernel }) => kernel !== null)).toBeGreaterThan(98);
		expect(known(facts, ({ release }) => release !== null)).toBeGreaterThan(98);
		expect(known(facts, ({ distro }) => distro !== null)).toBeGreaterThan(98);
		expect(known(facts, ({ counters }) => counters !== null)).toBe(100);
		expect(new Set(facts.map(({ readykernel }) => readykernel))).toEqual(new Set(["none", "installed", "loaded"]));
	});

	test("hardware is known", () => {
		const cpus = present(read.map(({ sections }) => sections.cpu));
		expect(known(cpus, ({ vendor }) => vendor === "intel" || vendor === "amd")).toBeGreaterThan(98);
		expect(known(cpus, ({ model }) => model !== null)).toBeGreaterThan(98);
		expect(known(cpus, ({ threads, cores, sockets }) => Boolean(threads && cores && sockets))).toBeGreaterThan(98);
		const memories = present(read.map(({ sections }) => sections.memory));
		expect(known(memories, ({ installedMib }) => installedMib !== null)).toBeGreaterThan(98);
		const disks = present(read.map(({ sections }) => sections.disks)).flatMap((facts) => facts.disks);
		expect(
			known(disks, ({ kind, vendor }) => vendor !== null || ["raid-volume", "virtual", "san"].includes(kind)),
		).toBeGreaterThan(98);
		expect(new Set(disks.map(({ kind }) => kind))).toEqual(
			new Set(["ssd", "hdd", "nvme", "raid-volume", "san", "virtual"]),
		);
		const makers = present(read.map(({ sections }) => sections.hardware));
		expect(known(makers, ({ vendor }) => vendor !== null)).toBeGreaterThan(80);
	});

	test("templates and systems of guests are known, but the hosters' own", () => {
		const containers = present(read.map(({ sections }) => sections["container-contents"])).flatMap(
			(facts) => facts.containers,
		);
		const custom = sum(containers.filter(({ os }) => os === "custom"));
		expect((100 * custom) / sum(containers)).toBeLessThan(8);
		expect(new Set(containers.map(({ os }) => os)).size).toBeGreaterThan(10);
		const vms = present(read.map(({ sections }) => sections["vm-guests"])).flatMap((facts) => facts.vms);
		expect(vms.filter(({ os }) => os === "other")).toEqual([]);
	});

	test("bonds are what the host has", () => {
		for (const { raw, sections } of read) {
			const bonds = Object(raw("network"))?.bonds as { proc: string }[] | undefined;
			if (bonds) expect(sum(sections.network?.bonds ?? [])).toBe(bonds.length);
		}
		const modes = present(read.map(({ sections }) => sections.network)).flatMap(({ bonds }) =>
			bonds.map(({ mode }) => mode),
		);
		expect(new Set(modes)).toEqual(expect.objectContaining(new Set(["802.3ad", "active-backup"])));
	});
});

describe("legacy", () => {
	test("every report is read, whatever the host", async () => {
		const reports = await fleetOf({ legacyHosts: 250, days: 40, end: "2014-06-30" as Day });
		const read = await Promise.all(
			reports.map(async ({ uuid, archive }) => {
				const { members } = unpack(archive);
				const lines = (name: string) => textOf(members.get(name)).split("\n").filter(Boolean).length;
				return {
					sections: readLegacy(members, uuid).sections,
					vzlist: lines("vzlist"),
					templates: lines("ostemplates"),
				};
			}),
		);
		for (const { sections, vzlist, templates } of read) {
			expect(sum(sections["container-settings"]?.containers ?? [])).toBe(vzlist);
			expect(sum(sections["container-contents"]?.containers ?? [])).toBe(templates);
		}
		const facts = present(read.map(({ sections }) => sections.static));
		expect(facts).toHaveLength(read.length);
		expect(known(facts, ({ kernelBranch }) => kernelBranch !== "other")).toBeGreaterThan(97);
		expect(known(facts, ({ distro }) => distro !== null)).toBeGreaterThan(97);
		expect(known(facts, ({ release }) => release !== null)).toBeGreaterThan(97);
		expect(known(present(read.map(({ sections }) => sections.cpu)), ({ model }) => model !== null)).toBeGreaterThan(95);
		expect(
			known(present(read.map(({ sections }) => sections.memory)), ({ installedMib }) => installedMib !== null),
		).toBe(100);
		const branches = new Set(facts.map(({ kernelBranch }) => kernelBranch));
		for (const branch of ["rhel6-042stab", "rhel5-028stab", "pve"] as const) expect(branches).toContain(branch);
	});
});
