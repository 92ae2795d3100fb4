import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("cpu", () => {
	const intel = { "Vendor ID": "GenuineIntel", "Model name": "Intel(R) Xeon(R) Silver 4114 CPU @ 2.20GHz" };

	test("lscpu of EL 7, 8 and 9", () => {
		const counts = { "CPU(s)": "40", "Thread(s) per core": "2", "Core(s) per socket": "10", "Socket(s)": "2" };
		const newer = {
			"Address sizes": "46 bits physical",
			"L2 cache": "20 MiB (20 instances)",
			"Vulnerability Mds": "x",
		};
		for (const lscpu of [
			{ ...intel, ...counts },
			{ ...intel, ...counts, ...newer, "BIOS Model name": "Intel" },
		]) {
			expect(read("cpu", { lscpu })).toMatchObject({
				vendor: "intel",
				model: "Xeon Silver 4114",
				sockets: 2,
				cores: 20,
				threads: 40,
			});
		}
	});

	test("lscpu before util-linux 2.20", () => {
		const lscpu = { "CPU(s)": "8", "Core(s) per socket": "4", "CPU socket(s)": "1" };
		expect(read("cpu", { lscpu })).toMatchObject({ sockets: 1, cores: 4, threads: 8 });
	});

	test("ARM: clusters instead of sockets", () => {
		const lscpu = {
			"CPU(s)": "80",
			"Vendor ID": "ARM",
			"Model name": "Neoverse-N1",
			"Core(s) per cluster": "80",
			"Socket(s)": "-",
			"Cluster(s)": "1",
		};
		expect(read("cpu", { lscpu })).toMatchObject({ vendor: "arm", sockets: null, cores: 80, threads: 80 });
		const two = { ...lscpu, "Cluster(s)": "4", "Core(s) per cluster": "20", "Socket(s)": "2" };
		expect(read("cpu", { lscpu: two })).toMatchObject({ sockets: 2, cores: 80 });
		expect(read("cpu", { lscpu: { "Vendor ID": "-", "Model name": "-" } })).toMatchObject({
			vendor: null,
			model: null,
		});
	});

	test("ARM: the firmware's word where the core tells none", () => {
		const bios = { "BIOS Vendor ID": "HiSilicon", "BIOS Model name": "HUAWEI Kunpeng 920 5250" };
		expect(read("cpu", { lscpu: bios })).toMatchObject({ vendor: "hisilicon", model: "Kunpeng-920 5250" });
		const core = { "Vendor ID": "ARM", "Model name": "Neoverse-N1", "BIOS Vendor ID": "Ampere(R)" };
		expect(read("cpu", { lscpu: core })).toMatchObject({ vendor: "arm", model: "Neoverse-N1" });
	});

	test.each([
		{ "CPU(s)": "-8", "Socket(s)": "0", "Core(s) per socket": "8" },
		{ "CPU(s)": Number.NaN, "Socket(s)": 1e300, "Core(s) per socket": 8 },
		{ "CPU(s)": "8,5", "Socket(s)": "1000000", "Core(s) per socket": "" },
		{ "CPU(s)": [8], "Socket(s)": true, "Core(s) per socket": {} },
	])("wrong counts cost only themselves: %j", (counts) => {
		const cpu = read("cpu", { lscpu: { ...intel, ...counts } });
		expect(cpu).toMatchObject({ vendor: "intel", model: "Xeon Silver 4114", threads: null, cores: null });
	});

	test("more cores than any host has are not said", () => {
		const lscpu = { "Socket(s)": 1000, "Core(s) per socket": 1_000_000 };
		expect(read("cpu", { lscpu })).toMatchObject({ sockets: null, cores: null });
	});

	test.each([
		["0-3", 4],
		["0,8,16,24", 4],
		["0-1, 4-7,12", 7],
		["", 160],
		["none", 160],
		["7-3", 160],
	])("of the processors %j are on-line", (list, threads) => {
		expect(read("cpu", { lscpu: { "CPU(s)": "160", "On-line CPU(s) list": list } })?.threads).toBe(threads);
	});

	test.each([
		["Intel(R) Core(TM) i7-6700 CPU @ 3.40GHz", 24, null],
		["Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz", 24, null],
		["Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz", 2, 2],
		["AMD EPYC 7702P 64-Core Processor", 64, null],
		["Intel(R) Xeon(R) Platinum 8280 CPU @ 2.70GHz", 8, 8],
		["QEMU Virtual CPU version 2.5+", 24, 24],
	])("%s in %i sockets", (model, sockets, known) => {
		const lscpu = { "Model name": model, "Socket(s)": sockets, "Core(s) per socket": 1, "CPU(s)": sockets };
		expect(read("cpu", { lscpu })).toMatchObject({ sockets: known, cores: sockets, threads: sockets });
	});

	test("the design of an eMAG was bought of APM", () => {
		const lscpu = { "Vendor ID": "APM", "BIOS Vendor ID": "Ampere(TM)", "BIOS Model name": "eMAG" };
		expect(read("cpu", { lscpu })).toMatchObject({ vendor: "ampere", model: "eMAG", generation: "ampere" });
		expect(read("cpu", { lscpu: { "Vendor ID": "APM", "Model name": "X-Gene" } })?.vendor).toBe("apm");
	});
});
