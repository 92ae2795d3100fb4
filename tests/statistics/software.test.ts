import { expect, test } from "vitest";
import type { Facts } from "#lib/facts/sections";
import { baseOf, tallied, windowStatistic } from "./tallied";

test("a service counts once", () => {
	const facts: Facts["services"] = { enabled: ["crond.service", "vz.service"], others: 12 };
	expect(tallied("services", facts)).toBe("crond.service:1 vz.service:1");
	expect(baseOf("services", facts)).toBe(1);
	expect(tallied("services", { enabled: [], others: 3 })).toBe("");
});

test("each version of a package counts once", () => {
	const facts: Facts["software"] = {
		packages: [
			{ name: "ploop", version: "7.0.144" },
			{ name: "vzkernel", version: "3.10.0" },
			{ name: "vzkernel", version: "3.10.0" },
			{ name: "vzkernel", version: "3.10.1" },
		],
		total: 1000,
	};
	expect(tallied("openvz-packages", facts)).toBe("ploop-7.0.144:1 vzkernel-3.10.0:1 vzkernel-3.10.1:1");
	expect(windowStatistic("openvz-packages").tally(facts, "openvz7")[0]?.label).toBe("ploop 7.0.144");
	expect(baseOf("openvz-packages", facts)).toBe(1);
});

test.each([
	[null, ""],
	[0, "0-499:1"],
	[499, "0-499:1"],
	[500, "500-749:1"],
	[1000, "1000-1249:1"],
	[2000, "2000-plus:1"],
])("%s packages are %j", (total, counted) => {
	expect(tallied("packages-per-host", { packages: [], total })).toBe(counted);
});

test("the cluster", () => {
	expect(tallied("cluster", { cluster: "none" })).toBe("none:1");
	expect(tallied("cluster", { cluster: "vstorage" })).toBe("vstorage:1");
});
