import { describe, expect, test } from "vitest";
import { read, sectionsOf } from "./section";

describe("simfs", () => {
	test("layouts by their numbers", () => {
		const layouts = { "3": 1, "4": 2, "5": 3, "6": 4, raw: 5 };
		expect(read("simfs", { layouts })?.layouts).toEqual({ ploop: 3, simfs: 2, other: 10, unknown: 0 });
	});

	test("wrong numbers cost only themselves", () => {
		const layouts = { "3": -1, "4": "2", "5": 1e300, "6": null };
		expect(read("simfs", { layouts })?.layouts).toEqual({ ploop: 0, simfs: 2, other: 0, unknown: 0 });
	});

	test("the file system under /vz, from the mounts or from the disks", () => {
		const simfs = { layouts: {}, proc_mounts: ["/dev/sda1 / ext4 rw 0 0", "/dev/sda3 /vz xfs rw 0 0", 7] };
		const disks = JSON.stringify({ vz: { fstype: "ext4" } });
		const of = (files: Record<string, string>) => sectionsOf(files).simfs?.filesystem;
		expect(of({ "simfs.json": JSON.stringify(simfs), "disks.json": disks })).toBe("xfs");
		expect(of({ "simfs.json": '{"layouts":{}}', "disks.json": disks })).toBe("ext4");
		expect(of({ "simfs.json": '{"layouts":{}}', "disks.json": '{"vz":{"fstype":7}}' })).toBeNull();
	});
});
