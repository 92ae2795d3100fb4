import { describe, expect, test } from "vitest";
import { read } from "./report";

describe("fs and df", () => {
	const filesystem = (files: Record<string, string>) => read({ vzlist: "", ...files }).simfs?.filesystem;

	test.each([
		["ext4\n", "ext4"],
		["rootfs\next4\n", "ext4"],
		["ext3\nrootfs\n", "ext3"],
		["rootfs\n", null],
		["", null],
		["ourfs\n", "other"],
	])("%j", (fs, expected) => {
		expect(filesystem({ fs })).toBe(expected);
	});

	test("a network file system is told by its device, also when the line wraps", () => {
		const header = "Filesystem           1K-blocks      Used Available Use% Mounted on\n";
		const wrapped = `${header}storage.example.net:/export/vz\n                     1892413404 611240320 1185028044  35% /vz\n`;
		expect(filesystem({ df: wrapped })).toBe("nfs");
		expect(filesystem({ df: `${header}10.0.0.5:/vz 1 1 1 35% /vz\n` })).toBe("nfs");
		expect(filesystem({ df: `${header}/dev/mapper/vg_node03-lv_vz\n 1 1 1 35% /vz\n` })).toBeNull();
		expect(filesystem({ df: wrapped, fs: "ext4\n" })).toBe("ext4");
	});
});
