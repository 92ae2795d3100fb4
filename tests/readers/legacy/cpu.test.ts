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

	test("256 blocks of four sockets", () => {
		const flags = "fpu vme de pse tsc msr pae mce cx8 ".repeat(40);
		const text = blocks(256, (i) => ({
			flags,
			"physical id": i % 4,
			"core id": Math.floor(i / 4) % 32,
			"cpu cores": 32,
		}));
		expect(text.length).toBeGreaterThan(300_000);
		expect(cpu(text)).toMatchObject({ vendor: "intel", model: "Xeon X5650", sockets: 4, cores: 128, threads: 256 });
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
