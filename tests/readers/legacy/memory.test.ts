import { describe, expect, test } from "vitest";
import { read } from "./report";

describe("meminfo", () => {
	test.each([
		["MemTotal:       49415408 kB\nSwapTotal:      16777208 kB\nHugePages_Total:       0\n", 49_152, 16_384],
		["MemTotal: 49415408 kB\nSwapTotal: 0 kB\n", 49_152, 0],
		["MemTotal: -5 kB\nSwapTotal: 99999999999999999999 kB\n", null, null],
		["MemTotal 49415408\n", null, null],
	])("%j", (meminfo, installedMib, swapMib) => {
		expect(read({ meminfo }).memory).toEqual({ installedMib, swapMib, policy: null });
	});
});
