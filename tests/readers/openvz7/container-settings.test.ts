import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("container settings", () => {
	const hardware = { cpu: { cpus: 2 }, memory: { size: "2048Mb" }, hdd0: { size: "20480Mb" } };
	const ct = { Type: "CT", State: "running", Template: "no", Hardware: hardware };
	const known = { state: "running", memoryMib: 2048, cpus: 2, diskMib: 20_480, vswap: null };
	const containers = (...prlctl_list_aij: unknown[]) => read("container-settings", { prlctl_list_aij })?.containers;
	const withHardware = (changes: object) => containers({ ...ct, Hardware: { ...hardware, ...changes } })?.[0];

	test("machines and templates are not counted", () => {
		expect(containers(ct, { ...ct, Type: "VM" }, { ...ct, Template: true }, ct)).toEqual([{ ...known, count: 2 }]);
	});

	test.each([
		["unlimited", "unlimited"],
		[0, "unlimited"],
		[16, 16],
		["4", 4],
		[-4, null],
		["few", null],
		[1.5, null],
	])("%j processors", (cpus, limit) => {
		expect(withHardware({ cpu: { cpus } })?.cpus).toBe(limit);
	});

	test("disks are added up, in whole gibibytes", () => {
		expect(withHardware({ hdd1: { size: "10240Mb" }, hdd12: { size: "1Mb" } })?.diskMib).toBe(31_744);
		expect(withHardware({ hdd: { size: "1Mb" }, hdd0x: { size: "1Mb" }, cdrom0: { size: "1Mb" } })?.diskMib).toBe(
			20_480,
		);
	});

	test("a sum that would lack a disk is not said", () => {
		expect(withHardware({ hdd1: { size: "big" } })?.diskMib).toBeNull();
		expect(withHardware({ hdd1: null })?.diskMib).toBeNull();
		expect(withHardware({ hdd1: { size: "9999999999Mb" } })?.diskMib).toBeNull();
		expect(withHardware({ hdd1: { size: "unlimited" } })?.diskMib).toBe("unlimited");
		expect(containers({ ...ct, Hardware: { cpu: { cpus: 2 } } })?.[0]?.diskMib).toBeNull();
	});

	test("an invented fleet is set aside, one as large as a host's keeps each container, in any order", () => {
		const many = Array.from({ length: 5000 }, (_, i) => ({
			...ct,
			Hardware: { ...hardware, memory: { size: `${i * 64}Mb` } },
		}));
		const most = many.slice(0, 1000);
		const facts = containers(...most) ?? [];
		expect(facts.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
		expect(JSON.stringify(containers(...most.toReversed()))).toBe(JSON.stringify(facts));
		expect(containers(...many)).toBeUndefined();
	});
});
