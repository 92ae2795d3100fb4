import { describe, expect, test } from "vitest";
import { read } from "./report";

describe("cpuinfo", () => {
	type Fields = Record<string, string | number>;
	const block = (i: number, fields: Fields) =>
		Object.entries({ processor: i, vendor_id: "GenuineIntel", ...fields })
			.map(([key, value]) => `${key}\t: ${value}\n`)
			.join("");
	const name = "Intel(R) Xeon(R) CPU           X5650  @ 2.67GHz";
	const blocks = (n: number, fields: (i: number) => Fields) =>
		Array.from({ length: n }, (_, i) => block(i, { "model name": name, ...fields(i) })).join("\n");
	const cpu = (cpuinfo: string) => read({ cpuinfo }).cpu;

	test("AMD repeats core ids for the second die, and an old kernel gives each thread one", () => {
		const magnyCours = blocks(24, (i) => ({ "physical id": Math.floor(i / 12), "core id": i % 6, "cpu cores": 12 }));
		expect(cpu(magnyCours)).toMatchObject({ sockets: 2, cores: 24, threads: 24 });
		const threads = blocks(24, (i) => ({ "physical id": 0, "core id": i, "cpu cores": 12 }));
		expect(cpu(threads)).toMatchObject({ sockets: 1, cores: 12, threads: 24 });
		const unsaid = blocks(8, (i) => ({ "physical id": i % 2, "core id": i >> 2 }));
		expect(cpu(unsaid)).toMatchObject({ sockets: 2, cores: 4, threads: 8 });
	});

	test("a stepping in brackets", () => {
		expect(cpu(blocks(2, () => ({ "model name": "Dual Core AMD Opteron(tm) Processor 285  (E6)" })))?.model).toBe(
			"Opteron 285",
		);
	});

	test("Itanium names its maker and its family in fields of its own", () => {
		const text =
			"processor  : 0\nvendor     : GenuineIntel\narch       : IA-64\nfamily     : Madison up to 9M cache\nmodel      : 2\n";
		expect(cpu(text)).toMatchObject({ vendor: "intel", model: "Itanium", generation: "itanium", threads: 1 });
		const named = text.replace(
			"family     : Madison up to 9M cache",
			"family     : 32\nmodel name : Dual-Core Intel(R) Itanium(R) Processor 9140M",
		);
		expect(cpu(named)).toMatchObject({ vendor: "intel", model: "Itanium 9140M" });
	});

	test("256 blocks of four sockets", () => {
		const flags = "fpu vme de pse tsc msr pae mce cx8 ".repeat(40);
		const text = blocks(256, (i) => ({
			flags,
			"model name": "Intel(R) Xeon(R) CPU E7- 4870  @ 2.40GHz",
			"physical id": i % 4,
			"core id": Math.floor(i / 4) % 32,
			"cpu cores": 32,
		}));
		expect(text.length).toBeGreaterThan(300_000);
		expect(cpu(text)).toMatchObject({ vendor: "intel", model: "Xeon E7-4870", sockets: 4, cores: 128, threads: 256 });
	});

	test("Xen on RHEL 5 says no places", () => {
		expect(cpu(blocks(8, () => ({ "core id": 0 })))).toMatchObject({ sockets: null, cores: null, threads: 8 });
	});

	test("one processor that says no place leaves the sum unknown", () => {
		const text = blocks(4, (i): Fields => (i === 2 ? {} : { "physical id": 0, "core id": i }));
		expect(cpu(text)).toMatchObject({ sockets: null, cores: null, threads: 4 });
		const coreless = blocks(4, () => ({ "physical id": 0 }));
		expect(cpu(coreless)).toMatchObject({ sockets: 1, cores: null, threads: 4 });
	});

	test("ARM", () => {
		const old =
			"Processor\t: ARMv7 Processor rev 1 (v7l)\nprocessor\t: 0\n\nprocessor\t: 1\n\nCPU implementer\t: 0x41\n";
		expect(cpu(old)).toMatchObject({ vendor: "arm", sockets: null, cores: null, threads: 2 });
	});

	test.each(["x", "processor", ":::\n: 5\n", "processor : -1\nphysical id : x\n"])("nothing in %j", (text) => {
		const nothing = { vendor: null, sockets: null, cores: null, threads: null };
		expect(cpu(text)).toMatchObject(text.includes("-1") ? { threads: null } : nothing);
	});

	test.each(["-1", "1e9", "99999999999999999999", "NaN", ""])("socket %j is not said", (id) => {
		expect(cpu(blocks(1, () => ({ "physical id": id, "core id": 0 })))).toMatchObject({ sockets: null, threads: 1 });
	});
});
