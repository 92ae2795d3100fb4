/** The table of what a real host has at most: it stays in reach of real hosts, and what is beyond it is not counted. */
import { expect, test } from "vitest";
import { implausibleAmount, maxima } from "#lib/facts/maxima";
import { type SectionName, sections } from "#lib/facts/sections";
import { readLimits } from "#lib/readers/limits";
import { ReadingMemory } from "#lib/readers/memory";
import { readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import { statistics } from "#lib/statistics/index";
import { manifest } from "../readers/archive";
import { legacyUuid, membersOf } from "../readers/sample";

function readSection(member: string, output: object) {
	return readOpenvz7(membersOf({ "manifest.json": manifest, [member]: JSON.stringify(output) }));
}
const several = <T>(count: number, one: T) => Array.from({ length: count }, () => one);
const guests = (count: number, type: string) => ({ prlctl_list_aij: several(count, { Type: type, State: "running" }) });
const largeFile = JSON.stringify({ x: "x".repeat(Math.floor(readLimits.filesBytes / 3)) });
const disks = (count: number, bytes: number) => ({
	lsblk_P_b: Array.from(
		{ length: count },
		(_, n) => `NAME="sd${n}" TYPE="disk" SIZE="${bytes}" ROTA="1" TRAN="sas" SERIAL="${n}"`,
	),
});

test.each<[SectionName, string, object, object]>([
	["container-settings", "ves.json", guests(1000, "CT"), guests(1001, "CT")],
	["vm-guests", "libvirt_guests.json", guests(500, "VM"), guests(501, "VM")],
	["disks", "disks.json", disks(104, 24e12), disks(105, 24e12)],
	["disks", "disks.json", disks(512, 1e12), disks(513, 1e12)],
	["memory", "memory.json", { meminfo: { MemTotal: 12 * 2 ** 30 } }, { meminfo: { MemTotal: 12 * 2 ** 30 + 1 } }],
	["simfs", "simfs.json", { layouts: { 4: 400, 5: 600 } }, { layouts: { 4: 500, 5: 501 } }],
	[
		"static",
		"static.json",
		{ uname_rm: "x", counters: { ct_total: 1000, vm_total: 500 } },
		{ uname_rm: "x", counters: { ct_total: 1, vm_total: 501 } },
	],
])("%s with the most that a real host has counts, with more it was not carried", (section, member, most, more) => {
	expect(readSection(member, most).sections).toHaveProperty(section);
	expect(readSection(member, most).implausible).toEqual([]);
	expect(readSection(member, more).sections).toEqual({});
	expect(readSection(member, more).implausible).toEqual([section]);
});

test("a legacy report loses only what is beyond", () => {
	const many = { vzlist: "running ploop yes\n".repeat(1001), meminfo: "MemTotal: 8000000 kB\n", uname: "2.6.32-x" };
	const read = readLegacy(membersOf(many), legacyUuid);
	expect(Object.keys(read.sections).sort()).toEqual(["memory", "static"]);
	expect(read.implausible).toEqual(["container-settings", "simfs"]);
});

const named = (count: number, name = "field") =>
	Object.fromEntries(Array.from({ length: count }, (_, n) => [`${name}-${n}`, 1]));

test.each<[string, Record<string, string>, SectionName[]]>([
	["a file that is larger than any real one", { "cpu.json": " ".repeat(readLimits.fileBytes + 1) }, ["cpu"]],
	["lists inside each other", { "cpu.json": `{"lscpu":{},"x":${"[".repeat(64)}${"]".repeat(64)}}` }, ["cpu"]],
	["items of a list", { "cpu.json": `{"lscpu":[1${",1".repeat(readLimits.items)}]}` }, ["cpu"]],
	["values", { "cpu.json": `{"lscpu":{},"x":[1${",1".repeat(readLimits.values)}]}` }, ["cpu"]],
	[
		"values of all files together, the smallest files first",
		{
			"cpu.json": JSON.stringify({ lscpu: {} }),
			"simfs.json": `{"layouts":{},"x":[1${",1".repeat(readLimits.values / 2 - 10)}]}`,
			"static.json": `{"uname_rm":"x","x":[11${",1".repeat(readLimits.values / 2 + 10)}]}`,
		},
		["static"],
	],
	["escapes", { "cpu.json": `{"lscpu":{},"x":"${"\\n".repeat(readLimits.values + 1)}"}` }, ["cpu"]],
	[
		"names of several objects that no table has",
		{ "cpu.json": JSON.stringify({ lscpu: { x: [named(200), named(200, "other")] } }) },
		["cpu"],
	],
	[
		"fields that no table has",
		{ "cpu.json": JSON.stringify({ lscpu: { x: Array(readLimits.otherFields / 100).fill(named(100)) } }) },
		["cpu"],
	],
	[
		"files that are too large together",
		{
			"cpu.json": JSON.stringify({ lscpu: {} }),
			"ves.json": largeFile,
			"disks.json": largeFile,
			"simfs.json": largeFile,
		},
		["simfs"],
	],
	["legacy: a file", { vzlist: "\n".repeat(readLimits.fileBytes + 1) }, ["container-settings", "simfs"]],
])("a section over a limit of reading is set aside, too: %s", (_, files, implausible) => {
	const memory = new ReadingMemory();
	const small: Record<string, string> = Object.keys(files).includes("vzlist")
		? { vzlist: "running ploop yes\n" }
		: { "cpu.json": JSON.stringify({ lscpu: {} }), "simfs.json": JSON.stringify({ layouts: {} }) };
	const read = (sent: Record<string, string>) =>
		Object.hasOwn(sent, "vzlist")
			? readLegacy(membersOf(sent), legacyUuid, memory)
			: readOpenvz7(membersOf({ "manifest.json": manifest, ...sent }), memory);
	// Also after a report without that file, and after one with a good one.
	for (const before of [{}, files, small, files]) {
		read(before);
		expect(read(files).implausible).toEqual(implausible);
		expect(read(small).implausible).toEqual([]);
	}
});

test("a list of packages or services that is too long to be read is not counted as if it ended there", () => {
	const names = (count: number) => Array.from({ length: count }, (_, n) => `acme-${n}-1.noarch`);
	expect(readSection("packages.json", { rpm_qa: names(5000) }).sections.software?.total).toBe(5000);
	for (const [member, output, section] of [
		["packages.json", { rpm_qa: names(5001) }, "software"],
		["packages.json", { rpm_qa: [], total: 15_001 }, "software"],
		["services.json", { enabled: names(5001) }, "services"],
	] as const) {
		const read = readSection(member, output);
		expect([read.sections, read.implausible]).toEqual([{}, [section]]);
	}
});

test("a limit of a guest may be any number: it only sorts the guest into a range", () => {
	const container = {
		Type: "CT",
		State: "running",
		Hardware: { memory: { size: "9999999999Mb" }, cpu: { cpus: 4000 } },
	};
	expect(readSection("ves.json", { prlctl_list_aij: [container] }).implausible).toEqual([]);
});

test("every statistic that adds up amounts reads a section with maxima", () => {
	for (const statistic of statistics) {
		if (statistic.over === "window" && statistic.unit !== "hosts") {
			expect(maxima[statistic.section], statistic.slug).toBeDefined();
		}
	}
});

test("each maximum has its reason, and fits what facts can hold", () => {
	for (const [section, rows] of Object.entries(maxima)) {
		expect(Object.keys(sections)).toContain(section);
		for (const { amount, max, reason } of rows) {
			expect(amount).not.toBe("");
			expect(Number.isSafeInteger(max)).toBe(true);
			expect(reason.length, amount).toBeGreaterThan(10);
		}
	}
	const layouts = { ploop: 1001, simfs: 0, other: 0, unknown: 0 };
	expect(implausibleAmount("simfs", { layouts, filesystem: null })).toBe("containers");
});
