import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("hardware", () => {
	test.each([
		["Supermicro", "Supermicro"],
		["Dell Inc.", "Dell"],
		["To Be Filled By O.E.M.", null],
		["Default string", null],
		["0123456789", null],
		["", null],
		[17, null],
	])("vendor %j", (said, vendor) => {
		expect(read("hardware", { system: { vendor: said }, numa_nodes: 4 })).toEqual({ vendor, numaNodes: 4 });
	});

	test.each([0, -2, 1.5, 1e300, "many", null, [2]])("%j NUMA nodes are not said", (numa_nodes) => {
		expect(read("hardware", { system: {}, numa_nodes })?.numaNodes).toBeNull();
	});
});
