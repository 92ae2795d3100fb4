import { expect, test } from "vitest";
import { cpuVendor, cpuVendors } from "#lib/facts/cpu/vendor";
import cpuVendorStatistic from "#lib/statistics/cpu-vendor";

const known: readonly (readonly [string | null, string | null, string])[] = [
	["GenuineIntel", "Intel(R) Xeon(R) CPU E5-2620 v4 @ 2.10GHz", "intel"],
	["AuthenticAMD", "AMD EPYC 7402P 24-Core Processor", "amd"],
	["GenuineIntel", "QEMU Virtual CPU version 2.5+", "intel"],
	["HygonGenuine", "Hygon C86 7185 32-core Processor", "hygon"],
	["CentaurHauls", "VIA Nano X2 U4025 @ 1.2 GHz", "zhaoxin"],
	["CentaurHauls", null, "zhaoxin"],
	[null, "VIA C7-D Processor 1800MHz", "zhaoxin"],
	["CentaurHauls", "ZHAOXIN KaiXian KX-U6780A@2.7GHz", "zhaoxin"],
	["  Shanghai  ", "ZHAOXIN KaiSheng KH-37800D", "zhaoxin"],
	["ARM", "Neoverse-N1", "arm"],
	["0x41", null, "arm"],
	["ARM", "Ampere(R) Altra(R) Processor Q80-30", "ampere"],
	["Ampere", "Ampere-1a", "ampere"],
	["HiSilicon", "Kunpeng-920", "hisilicon"],
	["Cavium", "ThunderX2 99xx", "arm"],
	["0x43", null, "arm"],
	["Marvell", null, "marvell"],
	["Marvell", "ThunderX3", "marvell"],
	[null, "Cavium ThunderX2(R) CPU CN9980 v2.2 @ 2.20GHz", "arm"],
	["Qualcomm", "Falkor-V1/Kryo", "qualcomm"],
	["IBM", "POWER9, altivec supported", "ibm"],
	[null, "POWER8 (architected), altivec supported", "ibm"],
	[null, "Intel(R) Xeon(R) CPU           X5650  @ 2.67GHz", "intel"],
	[null, "AMD Opteron(tm) Processor 6128", "amd"],
];

test.each(known)("%s, %s is %s", (id, name, vendor) => {
	expect(cpuVendor(id, name)).toBe(vendor);
	expect(cpuVendorStatistic.labels).toHaveProperty([vendor]);
});

test("every key is a valid one, and has its name", () => {
	for (const vendor of cpuVendors) {
		expect(vendor).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
		expect(cpuVendorStatistic.labels).toHaveProperty([vendor]);
	}
});

test("not said is not other", () => {
	expect(cpuVendor(null, null)).toBeNull();
	expect(cpuVendor(" ", "")).toBeNull();
	expect(cpuVendor("GenuineAcme", null)).toBe("other");
	expect(cpuVendor("constructor", "toString")).toBe("other");
});
