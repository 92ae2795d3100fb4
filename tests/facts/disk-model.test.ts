import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { diskModel } from "#lib/facts/disk/model";
import { diskVendor } from "#lib/facts/disk/vendor";
import diskVendorStatistic from "#lib/statistics/disk-vendor";
import { arrayDrives, nvmeDrives, sasDrives, sataDrives, volumes } from "./disk-drives";

describe("on SATA", () => {
	test.each(sataDrives)("%s of %s is %s", (name, maker, label) => {
		expect(diskVendor("ATA     ", name)).toBe(maker);
		expect(diskModel("ATA     ", name)).toBe(label);
		expect(diskVendorStatistic.labels).toHaveProperty([maker]);
	});

	test.each(sataDrives)("%s cut to sixteen characters is the same", (name, maker, label) => {
		const cut = name.slice(0, 16);
		expect(diskVendor("ATA", cut)).toBe(maker);
		expect(diskModel("ATA", cut)).toBe(label);
	});

	test.each(sataDrives)("%s without the vendor field is the same", (name, maker, label) => {
		expect(diskVendor(null, name)).toBe(maker);
		expect(diskModel("", `  ${name}   `)).toBe(label);
	});
});

test.each([...sataDrives.map(([name, maker, label]) => ["ATA", name, maker, label] as const), ...sasDrives])(
	"%s %s as udev writes it is the same",
	(vendor, name, maker, label) => {
		expect(diskVendor(vendor, name.replaceAll(" ", "_"))).toBe(maker);
		expect(diskModel(vendor, name.replaceAll(" ", "_"))).toBe(label);
	},
);

test.each(nvmeDrives)("on NVMe %s of %s is %s", (name, maker, label) => {
	expect(diskVendor("", name.padEnd(40))).toBe(maker);
	expect(diskModel(null, name.padEnd(40))).toBe(label);
});

test.each(sasDrives)("on SAS %s %s of %s is %s", (vendor, name, maker, label) => {
	expect(diskVendor(vendor, name)).toBe(maker);
	expect(diskModel(vendor, name)).toBe(label);
});

test.each(arrayDrives)("%s %s, out of an array, is by %s and has no model of its own", (vendor, name, maker) => {
	expect(diskVendor(vendor, name)).toBe(maker);
	expect(diskModel(vendor, name)).toBeNull();
});

const makers = readFileSync(new URL("../fixtures/strings/drive-makers.txt", import.meta.url), "utf8")
	.trim()
	.split("\n");

test.each(makers.map((line) => line.split("|")))("the maker %s of %s", (maker, name = "") => {
	expect(diskVendor("ATA", name)).toBe(maker);
});

test.each(volumes)("%s %s has neither maker nor model", (vendor, model) => {
	expect(diskVendor(vendor, model)).toBeNull();
	expect(diskModel(vendor, model)).toBeNull();
});

test("not said is not other", () => {
	expect(diskVendor(null, null)).toBeNull();
	expect(diskVendor("ATA     ", "  ")).toBeNull();
	expect(diskVendor("ACME", null)).toBe("other");
});

test.each(["ACME secret drive", "John's disk", "node17", "TOSHIBA of John", "ST1000 John", "INTEL inside node17"])(
	"%s is no model",
	(name) => {
		expect(diskModel("ATA", name)).toBeNull();
	},
);
