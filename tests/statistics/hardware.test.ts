import { describe, expect, test } from "vitest";
import type { Facts } from "#lib/facts/sections";
import { baseOf, tallied, windowStatistic } from "./tallied";

describe("cpu", () => {
	const facts: Facts["cpu"] = {
		vendor: "intel",
		model: "Xeon E5-2620 v4",
		generation: "xeon-e5-v4",
		sockets: 2,
		cores: 16,
		threads: 32,
	};
	const silent: Facts["cpu"] = {
		vendor: null,
		model: null,
		generation: null,
		sockets: null,
		cores: null,
		threads: null,
	};

	test.each([
		["cpu-vendor", "intel:1"],
		["cpu-model", "xeon-e5-2620-v4:1"],
		["cpu-generation", "xeon-e5-v4:1"],
		["cpu-sockets", "2:1"],
		["cpu-cores", "9-16:1"],
		["cpu-threads", "17-32:1"],
	])("%s is %s", (slug, counted) => {
		expect(tallied(slug, facts)).toBe(counted);
		expect(tallied(slug, silent)).toBe("");
		expect(baseOf(slug, silent)).toBe(1);
	});

	test("a model keeps its name", () => {
		expect(windowStatistic("cpu-model").tally(facts, "legacy")[0]?.label).toBe("Xeon E5-2620 v4");
	});

	test("what no rule knows is other", () => {
		expect(tallied("cpu-vendor", { ...silent, vendor: "other" })).toBe("other:1");
	});
});

describe("memory", () => {
	const gib = 1024;
	const memory = (installedMib: number | null, swapMib: number | null): Facts["memory"] => ({
		installedMib,
		swapMib,
		policy: "density",
	});

	test.each([
		[8 * gib, "up-to-8-gib:8192"],
		[12 * gib, "8-16-gib:12288"],
		[16 * gib, "8-16-gib:16384"],
		[24 * gib, "16-32-gib:24576"],
		[1024 * gib, "512-gib-1-tib:1048576"],
		[1536 * gib, "over-1-tib:1572864"],
	])("%i MiB are in %s", (installedMib, counted) => {
		expect(tallied("memory-installed", memory(installedMib, null))).toBe(counted);
	});

	test("memory that is not said adds nothing to the base", () => {
		expect(tallied("memory-installed", memory(null, null))).toBe("");
		expect(baseOf("memory-installed", memory(null, null))).toBe(0);
		expect(baseOf("memory-installed", memory(64 * gib, null))).toBe(65_536);
	});

	test.each([
		[null, ""],
		[0, "none:1"],
		[1, "up-to-1-gib:1"],
		[4096, "2-4-gib:1"],
		[4097, "4-8-gib:1"],
		[100_000, "over-64-gib:1"],
	])("swap of %s MiB is %j", (swapMib, counted) => {
		expect(tallied("swap", memory(null, swapMib))).toBe(counted);
	});

	test("the policy", () => {
		expect(tallied("memory-policy", memory(null, null))).toBe("density:1");
		expect(tallied("memory-policy", { installedMib: null, swapMib: null, policy: null })).toBe("");
	});
});

describe("disks", () => {
	type Disk = Facts["disks"]["disks"][number];
	const disk = (kind: Disk["kind"], sizeGb: number | null = 1000, count = 1): Disk => ({
		kind,
		vendor: null,
		model: null,
		sizeGb,
		count,
	});
	const facts: Facts["disks"] = {
		disks: [
			{ kind: "ssd", vendor: "samsung", model: "MZ7LH960", sizeGb: 960, count: 2 },
			{ kind: "hdd", vendor: "seagate", model: "ST4000NM0033", sizeGb: 4000, count: 4 },
			{ kind: "hdd", vendor: "seagate", model: "st4000nm0033", sizeGb: 4000, count: 1 },
			{ kind: "raid-volume", vendor: null, model: null, sizeGb: 128, count: 1 },
		],
	};

	test.each([
		["disk-kind", "ssd:2 hdd:5 raid-volume:1", 8],
		["disk-vendor", "samsung:2 seagate:5", 8],
		["disk-model", "mz7lh960:2 st4000nm0033:5", 8],
		["disk-size", "512-gb-1-tb:2 2-4-tb:5 up-to-128-gb:1", 8],
		["disks-per-host", "5-9:8", 8],
		["storage-installed", "16-32-tb:22048", 22_048],
		["hosts-with-ssd", "yes:1", 1],
	])("%s is %s of %i", (slug, counted, base) => {
		expect(tallied(slug, facts)).toBe(counted);
		expect(baseOf(slug, facts)).toBe(base);
	});

	test.each<[string, Disk["kind"][]]>([
		["yes", ["ssd"]],
		["yes", ["nvme"]],
		["yes", ["hdd", "nvme", "raid-volume"]],
		["no", ["hdd"]],
		["no", ["hdd", "hdd"]],
		["unknown", ["raid-volume"]],
		["unknown", ["hdd", "raid-volume"]],
		["unknown", ["hdd", "virtual"]],
		["unknown", ["san"]],
		["unknown", []],
	])("%s, there is an SSD in %j", (bucket, kinds) => {
		expect(tallied("hosts-with-ssd", { disks: kinds.map((kind) => disk(kind)) })).toBe(`${bucket}:1`);
	});

	test("no disks are zero, disks of unknown size are unknown", () => {
		expect(tallied("disks-per-host", { disks: [] })).toBe("0:0");
		expect(tallied("storage-installed", { disks: [] })).toBe("none:0");
		expect(tallied("storage-installed", { disks: [disk("hdd"), disk("hdd", null)] })).toBe("");
		expect(tallied("disk-size", { disks: [disk("hdd", null, 3)] })).toBe("");
		expect(baseOf("disk-size", { disks: [disk("hdd", null, 3)] })).toBe(3);
	});

	test.each([
		[128, "up-to-128-gb"],
		[240, "128-256-gb"],
		[512, "256-512-gb"],
		[525, "512-gb-1-tb"],
		[1000, "512-gb-1-tb"],
		[1920, "1-2-tb"],
		[3840, "2-4-tb"],
		[7680, "4-8-tb"],
		[16_000, "8-16-tb"],
		[18_000, "over-16-tb"],
	])("%i GB are in %s", (sizeGb, bucket) => {
		expect(tallied("disk-size", { disks: [disk("hdd", sizeGb)] })).toBe(`${bucket}:1`);
	});
});

describe("network", () => {
	const nics = (...speeds: (number | null)[]): Facts["network"] => ({
		nics: speeds.map((speedMbps) => ({ driver: "igb", speedMbps, count: 1 })),
		bonds: [],
		teams: [],
	});

	test.each([
		[nics(), ""],
		[nics(null, 0), ""],
		[nics(100, null), "100-mbit:1"],
		[nics(1000, 10_000, 1000), "10-gbit:1"],
		[nics(2500), "2.5-gbit:1"],
		[nics(1234), "other:1"],
	])("the fastest link of %j is %j", (facts, counted) => {
		expect(tallied("link-speed", facts)).toBe(counted);
	});

	test("a driver counts once", () => {
		const facts = nics(1000, 1000);
		facts.nics.push({ driver: "ixgbe", speedMbps: null, count: 2 }, { driver: null, speedMbps: null, count: 1 });
		expect(tallied("nic-driver", facts)).toBe("igb:1 ixgbe:1");
		expect(baseOf("nic-driver", facts)).toBe(1);
	});

	test("bonds and teams", () => {
		const bonds = [
			{ mode: "802.3ad", count: 2 },
			{ mode: "other", count: 1 },
		];
		const teams = [{ runner: "lacp", count: 1 }];
		const aggregated = (b: typeof bonds, t: typeof teams): Facts["network"] => ({ nics: [], bonds: b, teams: t });
		expect(tallied("bonding", aggregated([], []))).toBe("none:1");
		expect(tallied("bonding", aggregated(bonds, []))).toBe("bonding:1");
		expect(tallied("bonding", aggregated([], teams))).toBe("teaming:1");
		expect(tallied("bonding", aggregated(bonds, teams))).toBe("both:1");
		expect(tallied("bonding-mode", aggregated(bonds, teams))).toBe("802.3ad:2 other:1");
		expect(baseOf("bonding-mode", aggregated(bonds, teams))).toBe(3);
		expect(tallied("team-runner", aggregated(bonds, teams))).toBe("lacp:1");
		expect(baseOf("team-runner", aggregated(bonds, teams))).toBe(1);
	});
});
