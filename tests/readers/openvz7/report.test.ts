import { describe, expect, test } from "vitest";
import { readOpenvz7 } from "#lib/readers/read-report";
import { host } from "../archive";
import { membersOf, sampleFiles } from "../sample";
import { each, read, sectionsOf } from "./section";

describe("the manifest", () => {
	const refused = (text: string | null) => () => readOpenvz7(membersOf(text === null ? {} : { "manifest.json": text }));

	test.each([
		[null, "the archive has no manifest.json: pack it with the sections"],
		["", "manifest.json is not a JSON object: pack the report again"],
		["[]", "manifest.json is not a JSON object: pack the report again"],
		["{}", "manifest.json has no valid host_uuid: give the UUID of the host"],
		['{"host_uuid":null}', "manifest.json has no valid host_uuid: give the UUID of the host"],
		[
			'{"host_uuid":"0f5c3f6e8f1d4a0e9c7e3a6d2b1c4e55"}',
			"manifest.json has no valid host_uuid: give the UUID of the host",
		],
		[
			'{"host_uuid":"{0f5c3f6e-8f1d-4a0e-9c7e-3a6d2b1c4e55"}',
			"manifest.json has no valid host_uuid: give the UUID of the host",
		],
	])("%s is refused", (text, line) => {
		expect(refused(text)).toThrow(expect.objectContaining({ status: 400, message: line }));
	});

	test.each([host, host.toUpperCase(), `{${host}}`, ` {${host.toUpperCase()}}\n`])("takes the UUID %j", (uuid) => {
		const text = JSON.stringify({ schema: 2, host_uuid: uuid, product: "something else" });
		expect(readOpenvz7(membersOf({ "manifest.json": text }))).toEqual({
			product: "openvz7",
			uuid: host,
			sections: {},
			unmatched: [],
			implausible: [],
		});
	});
});

describe("what carries a section", () => {
	test.each(each)("%s", (section, [member, output, facts]) => {
		expect(sectionsOf({ [member]: JSON.stringify(output) })).toEqual({ [section]: facts });
	});

	test.each(each)("%s is not carried by anything else", (_, [member, output]) => {
		const wrong = Object.fromEntries(Object.keys(output).map((key) => [key, 7]));
		const good = JSON.stringify(output);
		for (const text of ["", "null", "[]", "{}", "{", `[${good}]`, JSON.stringify(wrong), good.replace(/"$|\}$/, "")]) {
			expect(sectionsOf({ [member]: text })).toEqual({});
		}
		expect(sectionsOf({ [member]: Buffer.from(`{"x":"\xff",${good.slice(1)}`, "latin1") })).toEqual({});
		expect(sectionsOf({ [`x/${member}`]: good, [member.toUpperCase()]: good })).toEqual({});
	});

	test.each(each)("a bad %s costs nothing else", (section, [member]) => {
		const files = sampleFiles("openvz7");
		const whole = sectionsOf(files);
		expect(whole[section]).toBeDefined();
		// The file system under /vz is the one thing that stands in another member.
		const simfs = section === "disks" && whole.simfs ? { ...whole.simfs, filesystem: null } : whole.simfs;
		expect(sectionsOf({ ...files, [member]: "{" })).toEqual({ ...whole, simfs, [section]: undefined });
	});
});

describe("JSON as the tools write it", () => {
	test("with control characters in strings", () => {
		const text = '{"prlctl_list_aij":[{"State":"running","Description":"a\u0001b\nc\td","OS":"centos7"}]}';
		expect(read("vm-guests", text)?.vms).toEqual([
			{ state: "running", os: "centos7", family: "linux", memoryMib: null, cpus: null, count: 1 },
		]);
	});

	test("with a byte order mark", () => {
		expect(read("clusters", '\ufeff{"shaman":{}}')).toEqual({ cluster: "none" });
	});

	test("with __proto__ and constructor in it", () => {
		const text = '{"__proto__":{"lscpu":{"CPU(s)":"8"}},"constructor":{},"lscpu":{"__proto__":{"CPU(s)":"9"}}}';
		expect(read("cpu", text)?.threads).toBeNull();
		expect(({} as Record<string, unknown>).lscpu).toBeUndefined();
		const layouts = '{"layouts":{"__proto__":2,"constructor":3,"5":1}}';
		expect(read("simfs", layouts)?.layouts).toEqual({ ploop: 1, simfs: 0, other: 5, unknown: 0 });
	});

	test("nested a million times, closed and open", () => {
		for (const open of ["[", '{"a":']) {
			const deep = open.repeat(1_000_000);
			expect(read("cpu", deep)).toBeUndefined();
			expect(read("cpu", `{"lscpu":{},"x":${deep}1${(open === "[" ? "]" : "}").repeat(1_000_000)}}`)).toBeUndefined();
		}
	});

	test("64 levels are read, 65 are not", () => {
		const nested = (levels: number) =>
			`{"lscpu":{},"a\\\\":"\\"]","x":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
		expect(read("cpu", nested(64))).toBeDefined();
		expect(read("cpu", nested(65))).toBeUndefined();
	});

	test("brackets in strings are no nesting", () => {
		expect(read("cpu", `{"lscpu":{"Flags":"\\"${"[{".repeat(100)}"}}`)).toBeDefined();
	});
});
