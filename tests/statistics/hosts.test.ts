import { describe, expect, test } from "vitest";
import type { Facts } from "#lib/facts/sections";
import { statisticBySlug } from "#lib/statistics/index";
import { baseOf, tallied, windowStatistic } from "./tallied";

const nothingSaid: Facts["static"] = {
	kernel: null,
	kernelBranch: "other",
	release: null,
	distro: null,
	readykernel: null,
	counters: null,
};

function counters(containers: number, vms: number, runningContainers = 0) {
	return { ...nothingSaid, counters: { containers, runningContainers, vms, runningVms: 0 } };
}

function ever(slug: string) {
	const statistic = statisticBySlug(slug);
	if (statistic?.over !== "ever") throw new Error(`${slug} does not look at all reports`);
	return statistic.holds;
}

function container(state: string): Facts["container-settings"] {
	return { containers: [{ state, memoryMib: null, cpus: null, diskMib: null, vswap: null, count: 1 }] };
}

describe("of all reports so far", () => {
	test("any report makes a host seen", () => {
		expect(Object.keys(ever("hosts-total"))).toEqual(["activity"]);
		expect(ever("hosts-total").activity?.({ country: "unknown" })).toBe(true);
	});

	test("containers are seen in the list or in the counters", () => {
		const holds = ever("hosts-with-containers");
		expect(Object.keys(holds).toSorted()).toEqual(["container-settings", "static"]);
		expect(holds["container-settings"]?.({ containers: [] })).toBe(false);
		expect(holds["container-settings"]?.(container("stopped"))).toBe(true);
		expect(holds.static?.(nothingSaid)).toBe(false);
		expect(holds.static?.(counters(0, 5))).toBe(false);
		expect(holds.static?.(counters(1, 0))).toBe(true);
	});

	test("running containers are seen in the list or in the counters", () => {
		const holds = ever("hosts-with-running-containers");
		expect(holds["container-settings"]?.(container("stopped"))).toBe(false);
		expect(holds["container-settings"]?.(container("running"))).toBe(true);
		expect(holds.static?.(nothingSaid)).toBe(false);
		expect(holds.static?.(counters(3, 0, 0))).toBe(false);
		expect(holds.static?.(counters(3, 0, 1))).toBe(true);
	});

	test.each([
		["hosts-new", "first-report"],
		["reports", "report"],
		["reports-total", "report-so-far"],
	])("%s counts the event %s", (slug, event) => {
		expect(statisticBySlug(slug)).toMatchObject({ over: "events", event });
	});
});

describe("of active hosts", () => {
	test("each is one", () => {
		expect(tallied("hosts-active", { country: "fr" })).toBe("all:1");
		expect(tallied("hosts-active", { country: "fr" }, "legacy")).toBe("all:1");
	});

	test("the product says the version", () => {
		expect(tallied("openvz-version", { country: "fr" })).toBe("openvz-7:1");
		expect(tallied("openvz-version", { country: "fr" }, "legacy")).toBe("openvz-6:1");
	});

	test("the country is a bucket, known or not", () => {
		expect(tallied("country", { country: "us" })).toBe("us:1");
		expect(tallied("country", { country: "unknown" })).toBe("unknown:1");
	});
});

describe("of static", () => {
	const said: Facts["static"] = {
		kernel: "3.10.0-957.12.2.vz7.96.21",
		kernelBranch: "vz7",
		release: "7.0.11",
		distro: "vzlinux-7",
		readykernel: "loaded",
		counters: { containers: 4, runningContainers: 3, vms: 2, runningVms: 2 },
	};

	test.each([
		["openvz-release", "7.0.11:1", ""],
		["kernel", "3.10.0-957.12.2.vz7.96.21:1", "other:1"],
		["kernel-branch", "vz7:1", "other:1"],
		["readykernel", "loaded:1", ""],
		["host-distro", "vzlinux-7:1", ""],
		["virtualization", "both:1", ""],
		["hosts-with-vms", "yes:1", ""],
	])("%s is %s, and %j where nothing is said", (slug, counted, uncounted) => {
		expect(tallied(slug, said)).toBe(counted);
		expect(tallied(slug, nothingSaid)).toBe(uncounted);
		expect(baseOf(slug, nothingSaid)).toBe(1);
	});

	test("the release of a legacy host is its vzctl", () => {
		const counts = windowStatistic("openvz-release").tally({ ...nothingSaid, release: "4.3" }, "legacy");
		expect(counts).toEqual([{ bucket: "4.3", amount: 1, label: "vzctl 4.3" }]);
		expect(tallied("openvz-release", nothingSaid, "legacy")).toBe("");
	});

	test.each([
		[0, 0, "none", "no"],
		[1, 0, "containers", "no"],
		[0, 1, "vms", "yes"],
		[7, 2, "both", "yes"],
	])("%i containers and %i VMs are %s, %s", (containers, vms, virtualization, withVms) => {
		expect(tallied("virtualization", counters(containers, vms))).toBe(`${virtualization}:1`);
		expect(tallied("hosts-with-vms", counters(containers, vms))).toBe(`${withVms}:1`);
	});
});

test("the maker and the NUMA nodes of a host", () => {
	expect(windowStatistic("host-vendor").tally({ vendor: "Super Micro", numaNodes: 2 }, "openvz7")).toEqual([
		{ bucket: "super-micro", amount: 1, label: "Super Micro" },
	]);
	expect(tallied("host-vendor", { vendor: null, numaNodes: null })).toBe("unknown:1");
	expect(tallied("numa-nodes", { vendor: null, numaNodes: 2 })).toBe("2:1");
	expect(tallied("numa-nodes", { vendor: null, numaNodes: 16 })).toBe("9-plus:1");
	expect(tallied("numa-nodes", { vendor: null, numaNodes: null })).toBe("");
});
