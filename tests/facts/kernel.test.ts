import { describe, expect, test } from "vitest";
import { compareKernels, kernelOf, openvzRelease, readyKernel } from "#lib/facts/software/kernel";

test.each([
	["3.10.0-957.12.2.vz7.96.21 x86_64", "vz7", "3.10.0-957.12.2.vz7.96.21"],
	["3.10.0-327.18.2.vz7.15.2", "vz7", "3.10.0-327.18.2.vz7.15.2"],
	["3.10.0-1160.114.2.vz7.222.1", "vz7", "3.10.0-1160.114.2.vz7.222.1"],
	["4.18.0-305.3.1.vz8.7.13", "vz8", "4.18.0-305.3.1.vz8.7.13"],
	["5.14.0.ovz9.10.37", "vz9", "5.14.0.ovz9.10.37"],
	["5.14.0-427.22.1.vz9.62.2", "vz9", "5.14.0-427.22.1.vz9.62.2"],
	["6.12.0-55.13.1.vz10.4.8", "vz10", "6.12.0-55.13.1.vz10.4.8"],
	["2.6.32-042stab076.8 x86_64", "rhel6-042stab", "2.6.32-042stab076.8"],
	["2.6.32-042stab084.26 i686", "rhel6-042stab", "2.6.32-042stab084.26"],
	["2.6.32-openvz-042stab081.5-amd64 x86_64", "rhel6-042stab", "2.6.32-openvz-042stab081.5-amd64"],
	["2.6.32-042test006.1.x86_64", "rhel6-042stab", "2.6.32-042test006.1"],
	["2.6.18-348.4.1.el5.028stab107.2", "rhel5-028stab", "2.6.18-348.4.1.el5.028stab107.2"],
	["2.6.18-308.8.2.el5.028stab101.1PAE i686", "rhel5-028stab", "2.6.18-308.8.2.el5.028stab101.1PAE"],
	["2.6.32-26-pve x86_64", "pve", "2.6.32-26-pve"],
	["2.6.32-5-openvz-amd64 x86_64", "debian", "2.6.32-5-openvz-amd64"],
	["2.6.26-2-openvz-686", "debian", "2.6.26-2-openvz-686"],
	// Rebuilds of others count in their branch, but their version is not named.
	["3.10.0-1160.105.1.vz7.214.3.aip7", "vz7", null],
	["2.6.32-042stab108.8.acme1", "rhel6-042stab", null],
	["2.6.32-acme-pve", "pve", null],
	["3.10.0-1160.el7.x86_64", "other", null],
	["2.6.9-023stab048.4", "other", "2.6.9-023stab048.4"],
	["2.6.8-022stab078.10", "other", "2.6.8-022stab078.10"],
	["2.6.24-ovz009.1", "other", "2.6.24-ovz009.1"],
	["2.6.24-24-openvz", "other", "2.6.24-24-openvz"],
	["2.6.32-el6-ovz-el-alt128", "other", "2.6.32-el6-ovz-el-alt128"],
	["2.6.32-openvz-acme1", "other", null],
	["2.6.27-ovz-acme", "other", null],
	["5.15.102-1-pve", "pve", "5.15.102-1-pve"],
	["5.10.0-acme", "other", null],
	["", "other", null],
	[null, "other", null],
])("%s is of %s, version %s", (uname, branch, version) => {
	expect(kernelOf(uname)).toEqual({ branch, version });
});

describe("ReadyKernel", () => {
	const running = "3.10.0-957.12.2.vz7.96.21 x86_64";
	test.each([
		[running, "readykernel-patch-96.21-89.2-1.vl7", true, "loaded"],
		[running, "readykernel-patch-96.21-89.2-1.vl7", false, "installed"],
		[running, "readykernel-patch-86.2-89.2-1.vl7", true, "none"],
		[running, ["readykernel-patch-86.2-80.1-1.vl7", "readykernel-patch-96.21-89.2-1.vl7"], true, "loaded"],
		[running, null, false, "none"],
		[running, null, true, "none"],
		[running, [], true, "none"],
		[running, "acme-96.21", true, "none"],
		["6.12.0-55.9.1.vz10.1.3 x86_64", "readykernel-patch-1.3-2.1-1.vz10", true, "loaded"],
		[running, undefined, undefined, null],
		["3.10.0-1160.el7.x86_64", "readykernel-patch-96.21-89.2-1.vl7", true, "none"],
		[null, "readykernel-patch-96.21-89.2-1.vl7", true, "none"],
	])("on %s with %j, loaded %s: %s", (uname, installed, loaded, state) => {
		expect(readyKernel(uname, installed, loaded)).toBe(state);
	});
});

test.each([
	["OpenVZ release 7.0.11 (235)", "7.0.11"],
	["OpenVZ release 9.0.0 (241)\n", "9.0.0"],
	["Virtuozzo release 7.0.9 (539)", "7.0.9"],
	["Virtuozzo Hybrid Server release 7.5.0 (12)", "7.5.0"],
	["Virtuozzo Linux release 7.6", null],
	["CentOS release 6.4 (Final)", null],
	["OpenVZ release 7.0.11.2.3.4.5", null],
	["OpenVZ release acme", null],
	[null, null],
])("%s is release %s", (text, release) => {
	expect(openvzRelease(text)).toBe(release);
});

test("kernels are ordered by numbers", () => {
	const ordered = [
		"2.6.18-348.4.1.el5.028stab107.2",
		"2.6.32-042stab076.5",
		"2.6.32-042stab076.8",
		"2.6.32-042stab113.21",
		"3.10.0-327.18.2.vz7.15.2",
		"3.10.0-957.12.2.vz7.86.2",
		"3.10.0-957.12.2.vz7.96.21",
		"3.10.0-1160.41.1.vz7.183.5",
	];
	expect([...ordered].reverse().sort(compareKernels)).toEqual(ordered);
	expect(compareKernels("4.3", "4.3")).toBe(0);
	expect(compareKernels("3.0.30-1", "3.0.30")).toBeGreaterThan(0);
	expect(compareKernels("4.9", "4.10")).toBeLessThan(0);
});
