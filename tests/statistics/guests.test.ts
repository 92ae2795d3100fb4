import { describe, expect, test } from "vitest";
import type { Facts } from "#lib/facts/sections";
import { baseOf, tallied } from "./tallied";

describe("virtual machines", () => {
	const facts: Facts["vm-guests"] = {
		vms: [
			{ state: "running", os: "centos7", family: "linux", memoryMib: 1024, cpus: 2, count: 3 },
			{ state: "stopped", os: "win-2016", family: "windows", memoryMib: 4096, cpus: 4, count: 1 },
			{ state: "running", os: "unknown", family: "unknown", memoryMib: null, cpus: null, count: 2 },
			{ state: "del-snapshot", os: "centos7", family: "linux", memoryMib: 1025, cpus: 0, count: 1 },
		],
	};

	test.each([
		["vms-per-host", "5-9:7"],
		["vm-state", "running:5 stopped:1 del-snapshot:1"],
		["vm-guest-os", "centos7:4 win-2016:1 unknown:2"],
		["vm-guest-family", "linux:4 windows:1 unknown:2"],
		["vm-memory", "512-mib-1-gib:3 2-4-gib:1 1-2-gib:1"],
		["vm-cpus", "2:3 3-4:1"],
	])("%s is %s, of all seven", (slug, counted) => {
		expect(tallied(slug, facts)).toBe(counted);
		expect(baseOf(slug, facts)).toBe(7);
	});

	test("a host without machines is known, and in the bucket of nothing", () => {
		expect(tallied("vms-per-host", { vms: [] })).toBe("0:0");
		for (const slug of ["vm-state", "vm-guest-os", "vm-guest-family", "vm-memory", "vm-cpus"]) {
			expect(tallied(slug, { vms: [] })).toBe("");
			expect(baseOf(slug, { vms: [] })).toBe(0);
		}
	});
});

describe("container settings", () => {
	const none = { memoryMib: null, cpus: null, diskMib: null, vswap: null };
	const facts: Facts["container-settings"] = {
		containers: [
			{ state: "running", memoryMib: 512, cpus: 1, diskMib: 10_240, vswap: null, count: 2 },
			{ state: "running", memoryMib: 70_000, cpus: 200, diskMib: 2_000_000, vswap: true, count: 1 },
			{ state: "stopped", memoryMib: "unlimited", cpus: "unlimited", diskMib: "unlimited", vswap: false, count: 1 },
			{ ...none, state: "mounted", cpus: 0, count: 1 },
			{ ...none, state: "other", count: 15 },
		],
	};

	test.each([
		["containers-per-host", "20-49:20"],
		["container-state", "running:3 stopped:1 mounted:1 other:15"],
		["container-memory", "256-512-mib:2 over-64-gib:1 unlimited:1"],
		["container-cpus", "1:2 129-plus:1 unlimited:2"],
		["container-disk", "5-10-gib:2 over-1-tib:1 unlimited:1"],
		["container-vswap", "yes:1 no:1"],
	])("%s is %s, of all twenty", (slug, counted) => {
		expect(tallied(slug, facts)).toBe(counted);
		expect(baseOf(slug, facts)).toBe(20);
	});

	test.each([
		[1, "1:1"],
		[2, "2-4:2"],
		[9, "5-9:9"],
		[10, "10-19:10"],
		[199, "100-199:199"],
		[200, "200-plus:200"],
	])("a host with %i containers is in %s", (count, counted) => {
		expect(tallied("containers-per-host", { containers: [{ ...none, state: "running", count }] })).toBe(counted);
	});

	test("a host without containers is known, and in the bucket of nothing", () => {
		expect(tallied("containers-per-host", { containers: [] })).toBe("0:0");
		expect(tallied("container-state", { containers: [] })).toBe("");
		expect(baseOf("container-memory", { containers: [] })).toBe(0);
	});
});

describe("container contents", () => {
	const facts: Facts["container-contents"] = {
		containers: [
			{ os: "centos-7", processes: ["apache", "mysql"], count: 2 },
			{ os: "centos-6", processes: ["apache"], count: 1 },
			{ os: "centos-7", processes: [], count: 3 },
			{ os: "ubuntu-14.04", processes: ["nginx", "nginx"], count: 1 },
			{ os: "gentoo", processes: [], count: 1 },
			{ os: "custom", processes: [], count: 1 },
			{ os: "not-set", processes: [], count: 1 },
		],
	};

	test.each([
		["container-os", "centos-7:5 centos-6:1 ubuntu-14.04:1 gentoo:1 custom:1 not-set:1"],
		["container-os-family", "centos:6 ubuntu:1 gentoo:1 custom:1 not-set:1"],
		["container-processes", "apache:3 mysql:2 nginx:1"],
	])("%s is %s, of all ten", (slug, counted) => {
		expect(tallied(slug, facts)).toBe(counted);
		expect(baseOf(slug, facts)).toBe(10);
	});
});

test("layouts and file systems", () => {
	const facts: Facts["simfs"] = { layouts: { ploop: 3, simfs: 1, other: 0, unknown: 2 }, filesystem: "ext4" };
	expect(tallied("container-layout", facts)).toBe("ploop:3 simfs:1 unknown:2");
	expect(baseOf("container-layout", facts)).toBe(6);
	expect(tallied("vz-filesystem", facts)).toBe("ext4:1");
	const empty: Facts["simfs"] = { layouts: { ploop: 0, simfs: 0, other: 0, unknown: 0 }, filesystem: null };
	expect(tallied("container-layout", empty)).toBe("");
	expect(tallied("vz-filesystem", empty)).toBe("");
});

test("I/O limits", () => {
	const facts: Facts["cgroups"] = { controllers: ["cpu", "memory", "ve"], ioLimited: 1, ioUnlimited: 3 };
	expect(tallied("container-io-limits", facts)).toBe("limited:1 unlimited:3");
	expect(baseOf("container-io-limits", facts)).toBe(4);
	expect(tallied("cgroup-controllers", facts)).toBe("cpu:1 memory:1 ve:1");
	expect(tallied("container-io-limits", { controllers: [], ioLimited: 0, ioUnlimited: 0 })).toBe("");
});
