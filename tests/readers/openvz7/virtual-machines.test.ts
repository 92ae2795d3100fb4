import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("virtual machines", () => {
	const vm = {
		Type: "VM",
		State: "running",
		OS: "ubuntu",
		Template: "no",
		Hardware: { cpu: { cpus: 2 }, memory: { size: "4096Mb" } },
	};
	const known = { state: "running", os: "ubuntu", family: "linux", memoryMib: 4096, cpus: 2 };
	const vms = (...prlctl_list_aij: unknown[]) => read("vm-guests", { prlctl_list_aij })?.vms;

	test("templates and containers are not counted, a machine without a type is", () => {
		const { Type, ...untyped } = vm;
		expect(Type).toBe("VM");
		expect(
			vms(vm, untyped, { ...vm, Template: "yes" }, { ...vm, Template: true }, { ...vm, Type: "CT" }, "vm", null),
		).toEqual([{ ...known, count: 2 }]);
	});

	test("processors are those of all sockets", () => {
		const cpus = (cpu: object) => vms({ ...vm, Hardware: { cpu } })?.[0]?.cpus;
		expect(cpus({ cpus: 4, sockets: 2 })).toBe(8);
		expect(cpus({ cpus: 8, cores: 8, sockets: "4" })).toBe(32);
		expect(cpus({ cpus: 4 })).toBe(4);
		expect(cpus({ cpus: 4, sockets: 0 })).toBe(4);
		expect(cpus({ cpus: "unlimited", sockets: 2 })).toBeNull();
		expect(cpus({ sockets: 2 })).toBeNull();
	});

	test("nothing said of a machine", () => {
		expect(vms({})).toEqual([
			{ state: "unknown", os: "unknown", family: "unknown", memoryMib: null, cpus: null, count: 1 },
		]);
	});

	test.each([
		["", "unknown", "unknown"],
		["win-2016", "win-2016", "windows"],
		["freebsd-8", "freebsd-8", "freebsd"],
		["msdos", "msdos", "other"],
		["our-golden-image", "other", "other"],
	])("system %j", (OS, os, family) => {
		expect(vms({ ...vm, OS })).toEqual([{ ...known, os, family, count: 1 }]);
	});

	test.each(["running", "stopped", "suspended", "paused", "mounted", "invalid", "unknown"])("state %s", (State) => {
		expect(vms({ ...vm, State })?.[0]?.state).toBe(State);
	});

	test.each([
		["4096 mb", 4096],
		["1000Mb", 1024],
		["unlimited", null],
		["-1Mb", null],
		["4096", null],
		["99999999999999Mb", null],
		[4096, null],
	])("memory %j", (size, memoryMib) => {
		expect(vms({ ...vm, Hardware: { memory: { size } } })?.[0]?.memoryMib).toBe(memoryMib);
	});

	test("the same machines in any order are the same facts", () => {
		const others = [vm, { ...vm, OS: "debian" }, { ...vm, State: "stopped" }, vm];
		expect(JSON.stringify(vms(...others))).toBe(JSON.stringify(vms(...others.toReversed())));
	});
});

describe("libvirt", () => {
	test.each([
		["4.5.0", "2.12.0-18.6.3.vz7.21.6", { libvirt: "4.5.0", qemu: "2.12.0" }],
		["8.0", "6", { libvirt: "8.0", qemu: null }],
		["4.5.0.7.1", "v2.12", { libvirt: "4.5.0", qemu: null }],
		["99999.1.2", 7, { libvirt: null, qemu: null }],
	])("%s and %s", (libvirt, qemu, facts) => {
		expect(read("vm-common", { libvirt, qemu })).toEqual(facts);
	});
});
