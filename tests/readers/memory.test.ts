/** A thread that remembers reads what one that does not remember reads. */
import { describe, expect, test } from "vitest";
import { dayOf } from "#lib/day";
import { replay } from "#lib/host-history/fold";
import { catalogOf } from "#lib/host-history/tally";
import { type Product, perProduct } from "#lib/product";
import { formats } from "#lib/readers/formats";
import { ReadingMemory } from "#lib/readers/memory";
import { type ReadReport, readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import { unpack } from "#lib/readers/unpack";
import { statistics } from "#lib/statistics/index";
import { fleetOf } from "../fleet/unpacked";
import { legacyUuid, membersOf, sampleFiles } from "./sample";

function frozen<T>(value: T): T {
	if (typeof value === "object" && value !== null) for (const part of Object.values(Object.freeze(value))) frozen(part);
	return value;
}

test("every report of a fleet is read as if it were the first, and nothing changes what is shared", async () => {
	const memories = perProduct(() => new ReadingMemory());
	const hosts = new Map<string, { product: Product; reports: { day: ReturnType<typeof dayOf>; read: ReadReport }[] }>();
	for (const { product, uuid, archive, receivedAt } of await fleetOf({ hosts: 30, legacyHosts: 30, days: 90 })) {
		const { members } = unpack(archive);
		const read = frozen(formats[product].read(members, uuid, memories[product]));
		expect(read).toEqual(formats[product].read(members, uuid));
		const host = hosts.get(uuid) ?? { product, reports: [] };
		host.reports.push({ day: dayOf(receivedAt), read });
		hosts.set(uuid, host);
	}
	const catalog = catalogOf(statistics);
	for (const { product, reports } of hosts.values()) {
		const inOrder = reports.toSorted((a, b) => (a.day < b.day ? -1 : 1));
		const told = replay(
			product,
			inOrder.map(({ day, read }) => ({ day, sections: read.sections })),
			catalog,
		);
		expect(told.state.versions.size).toBeGreaterThan(0);
	}
});

describe("openvz7", () => {
	const files = sampleFiles("openvz7");
	const changed = (name: string, change: (text: string) => string) => ({ ...files, [name]: change(files[name] ?? "") });
	const weekLater = (text: string) => text.replace(/"collected": "[^"]+"/, '"collected": "2026-11-20T08:00:00+03:00"');

	test("a file of which only the time of collection is new is not read again", () => {
		const memory = new ReadingMemory();
		const first = readOpenvz7(membersOf(files), memory);
		const later = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, weekLater(text)]));
		expect(later["ves.json"]).not.toBe(files["ves.json"]);
		const second = readOpenvz7(membersOf(later), memory);
		expect(Object.keys(second.sections)).toHaveLength(15);
		expect(second).toEqual(first);
		expect(second.sections.cpu).toBe(first.sections.cpu);
		expect(second.sections["container-settings"]).toBe(first.sections["container-settings"]);
	});

	test.each<[string, Record<string, string>]>([
		["one character", changed("cpu.json", (text) => text.replace("Intel", "Amtel"))],
		[
			"another file that the section looks at",
			changed("disks.json", (text) => text.replace(/"fstype": "ext4"/, '"fstype": "xfs"')),
		],
		[
			"the end of a file",
			changed("simfs.json", (text) => `${text.trimEnd().slice(0, -1)}, "proc_mounts": ["a /vz btrfs"]}`),
		],
		[
			"a time inside a value",
			changed("static.json", (text) => text.replace('"releases": {', '"releases": {"collected": "Arch Linux", ')),
		],
		["no time at all", changed("services.json", (text) => text.replace(/"collected": "[^"]+",/, ""))],
		[
			"a time that is none",
			changed("services.json", (text) => text.replace(/"collected": "[^"]+"/, '"collected": ["}"]')),
		],
		["what is no JSON", changed("memory.json", () => "meminfo: command not found")],
		["an empty file", changed("memory.json", () => "")],
		["a very large file", changed("packages.json", (text) => text + " ".repeat(2 ** 20))],
	])("%s makes a difference, and is forgotten again", (_, other) => {
		const memory = new ReadingMemory();
		for (const sent of [files, other, files, other, other, files]) {
			expect(readOpenvz7(membersOf(sent), memory)).toEqual(readOpenvz7(membersOf(sent)));
		}
	});

	test("a missing file makes a difference, and is forgotten again", () => {
		const memory = new ReadingMemory();
		for (const name of ["disks.json", "simfs.json", "cpu.json"]) {
			const { [name]: _, ...rest } = files;
			for (const sent of [files, rest, rest, files]) {
				expect(readOpenvz7(membersOf(sent), memory)).toEqual(readOpenvz7(membersOf(sent)));
			}
		}
	});

	test("what no rule knows is remembered with its section", () => {
		const memory = new ReadingMemory();
		const odd = changed("hardware.json", (text) => text.replace(/"vendor": "[^"]+"/, '"vendor": "Nobody Ltd"'));
		const [first, second] = [readOpenvz7(membersOf(odd), memory), readOpenvz7(membersOf(odd), memory)];
		expect(first.unmatched).toHaveLength(1);
		expect(second).toEqual(first);
	});
});

test("legacy: a section is read again when any of its files has changed", () => {
	const memory = new ReadingMemory();
	const files = sampleFiles("legacy");
	for (const name of ["vzlist", "top-ps", "fs", "df", "osrelease", "vzversion-rpm", "cpuinfo", "uname"]) {
		for (const text of ["", "????", `${files[name] ?? ""}\nrunning ploop yes\n`]) {
			for (const sent of [files, { ...files, [name]: text }]) {
				const members = membersOf(sent);
				expect(readLegacy(members, legacyUuid, memory)).toEqual(readLegacy(members, legacyUuid));
			}
		}
	}
	const [first, second] = [1, 2].map(() => readLegacy(membersOf(files), legacyUuid, memory));
	expect(second?.sections["container-contents"]).toBe(first?.sections["container-contents"]);
});
