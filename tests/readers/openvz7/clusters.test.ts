import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("clusters", () => {
	const off = { shaman: { configured: false }, vstorage: { clusters: [], mounted: false } };
	test.each([
		[off, "none"],
		[{ ...off, shaman: { configured: true } }, "shaman"],
		[{ ...off, vstorage: { clusters: ["vstor1"], mounted: false } }, "vstorage"],
		[{ ...off, vstorage: { clusters: 2 } }, "vstorage"],
		[{ ...off, vstorage: { clusters: [], mounted: true } }, "vstorage"],
		[{ shaman: { configured: true }, vstorage: { mounted: true } }, "both"],
		[{ ...off, other: { corosync: false, pacemaker: true } }, "other"],
		[{ ...off, other: { corosync: "maybe" } }, "none"],
		[{ shaman: { configured: "yes" }, other: { ceph: true } }, "shaman"],
		[{ vstorage: { clusters: "vstor1", mounted: 1 } }, "vstorage"],
	])("%j", (output, cluster) => {
		expect(read("clusters", output)).toEqual({ cluster });
	});
});
