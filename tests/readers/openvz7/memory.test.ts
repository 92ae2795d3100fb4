import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("memory", () => {
	test.each([
		[
			{ MemTotal: 131_912_404, SwapTotal: 16_777_212 },
			{ installedMib: 131_072, swapMib: 16_384 },
		],
		[
			{ MemTotal: "131912404", SwapTotal: 0 },
			{ installedMib: 131_072, swapMib: 0 },
		],
		[
			{ MemTotal: -1, SwapTotal: 1e300 },
			{ installedMib: null, swapMib: null },
		],
		[
			{ MemTotal: null, SwapTotal: "lots" },
			{ installedMib: null, swapMib: null },
		],
		[{ SwapTotal: 100 }, { installedMib: null, swapMib: 256 }],
	])("%j", (meminfo, facts) => {
		expect(read("memory", { meminfo })).toEqual({ ...facts, policy: null });
	});

	test.each([
		[{ runtime: "performance", config: "density" }, "performance"],
		[{ config: "density" }, "density"],
		[{ runtime: "own" }, "other"],
		[{ runtime: 1 }, null],
		["performance", null],
	])("policy %j", (vcmmd_policy, policy) => {
		expect(read("memory", { meminfo: {}, vcmmd_policy })?.policy).toBe(policy);
	});
});
