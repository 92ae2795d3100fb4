import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("static", () => {
	const uname_rm = "3.10.0-957.12.2.vz7.96.21 x86_64";
	const of = (output: object) => read("static", { uname_rm, ...output });

	test.each(["", " ", 7, null])("is not carried by the kernel %j", (uname_rm) => {
		expect(read("static", { uname_rm, counters: { ct_total: 1, vm_total: 1 } })).toBeUndefined();
	});

	test.each([
		["3.10.0-957.12.2.vz7.96.21 x86_64", "vz7", "3.10.0-957.12.2.vz7.96.21"],
		["3.10.0-1160.21.1.vz7.174.13", "vz7", "3.10.0-1160.21.1.vz7.174.13"],
		["3.10.0-1160.114.2.vz7.222.1.aip7.1 x86_64", "vz7", null],
		["5.14.0-427.el9.x86_64 x86_64", "other", null],
	])("kernel %s", (uname_rm, kernelBranch, kernel) => {
		expect(read("static", { uname_rm })).toMatchObject({ kernelBranch, kernel });
	});

	test("release and distribution", () => {
		const releases = {
			"openvz-release": "OpenVZ release 7.0.11 (235)",
			"redhat-release": "Virtuozzo Linux release 7.6",
		};
		expect(of({ releases })).toMatchObject({ release: "7.0.11", distro: "vzlinux-7" });
		const broken = { "openvz-release": "seven", "virtuozzo-release": "Virtuozzo release 7.0.16 (552)", motd: [1] };
		expect(of({ releases: broken })?.release).toBe("7.0.16");
		expect(of({ releases: "OpenVZ release 7.0.11" })).toMatchObject({ release: null, distro: null });
	});

	test.each([
		[undefined, null],
		["loaded", null],
		[{ installed: "readykernel-patch-96.21-89.2-1.vl7", loaded: true }, "loaded"],
		[{ installed: "readykernel-patch-96.21-89.2-1.vl7", loaded: false }, "installed"],
		[{ installed: "readykernel-patch-85.17-89.2-1.vl7", loaded: true }, "none"],
		[{ installed: null, loaded: false }, "none"],
		[{ autoupdate: true }, "none"],
	])("ReadyKernel %j", (readykernel, state) => {
		expect(of({ readykernel })?.readykernel).toBe(state);
	});

	test.each([
		[undefined, null],
		[7, null],
		[{}, null],
		[{ ct_total: 1 }, null],
		[{ ct_total: -1, vm_total: 1 }, null],
		[{ ct_total: 1e300, vm_total: 1 }, null],
		[
			{ ct_total: 4, ct_running: 3, vm_total: 2, vm_running: 1 },
			{ containers: 4, runningContainers: 3, vms: 2, runningVms: 1 },
		],
		[
			{ ct_total: 4, ct_running: -3, vm_total: 0 },
			{ containers: 4, runningContainers: 0, vms: 0, runningVms: 0 },
		],
	])("counters %j", (counters, facts) => {
		expect(of({ counters })?.counters).toEqual(facts);
	});
});
