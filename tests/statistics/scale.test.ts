import { expect, test } from "vitest";
import { perLanguage } from "#lib/language";
import { countScale, gbScale, hostMemory, mibScale, perHost, processors, type Scale } from "#lib/statistics/scale";
import { bucketKey } from "#lib/statistics/tally";

function labelIn({ labels }: Scale, key: string) {
	const label = labels[key];
	return perLanguage((language) => (typeof label === "function" ? label(language) : label));
}

test("things per host fall into the promised buckets", () => {
	expect(perHost.keys.join(" ")).toBe("0 1 2-4 5-9 10-19 20-49 50-99 100-199 200-plus");
	const of = [0, 1, 2, 4, 5, 9, 10, 19, 20, 49, 50, 99, 100, 199, 200, 5000].map((n) => perHost.bucketOf(n));
	expect(of.join(" ")).toBe(
		"0 1 2-4 2-4 5-9 5-9 10-19 10-19 20-49 20-49 50-99 50-99 100-199 100-199 200-plus 200-plus",
	);
});

test("processors double from bucket to bucket", () => {
	expect(processors.keys.join(" ")).toBe("1 2 3-4 5-8 9-16 17-32 33-64 65-128 129-plus");
	expect([1, 3, 8, 12, 128, 129].map((n) => processors.bucketOf(n))).toEqual(
		"1 3-4 5-8 9-16 65-128 129-plus".split(" "),
	);
});

test("the upper end of a size belongs to its bucket", () => {
	const sizes = mibScale([256, 512, 1024, 2048]);
	expect(sizes.keys).toEqual(["up-to-256-mib", "256-512-mib", "512-mib-1-gib", "1-2-gib", "over-2-gib"]);
	expect([0, 256, 257, 512, 1024, 1025, 2048, 2049].map((n) => sizes.bucketOf(n))).toEqual([
		"up-to-256-mib",
		"up-to-256-mib",
		"256-512-mib",
		"256-512-mib",
		"512-mib-1-gib",
		"1-2-gib",
		"1-2-gib",
		"over-2-gib",
	]);
	expect(labelIn(sizes, "1-2-gib")).toEqual({ en: "over 1 to 2\u00a0GiB", ru: "свыше 1 до 2\u00a0ГиБ" });
	expect(labelIn(sizes, "512-mib-1-gib")).toEqual({
		en: "over 512\u00a0MiB to 1\u00a0GiB",
		ru: "свыше 512\u00a0МиБ до 1\u00a0ГиБ",
	});
	expect(labelIn(sizes, "over-2-gib")).toEqual({ en: "over 2\u00a0GiB", ru: "свыше 2\u00a0ГиБ" });
});

test("whole numbers have ranges that do not overlap", () => {
	expect(hostMemory.keys.slice(3, 5)).toEqual(["32-64-gib", "64-128-gib"]);
	expect(labelIn(hostMemory, "64-128-gib")).toEqual({ en: "65–128\u00a0GiB", ru: "65–128\u00a0ГиБ" });
	expect(labelIn(hostMemory, "512-gib-1-tib")).toEqual({
		en: "513\u00a0GiB – 1\u00a0TiB",
		ru: "513\u00a0ГиБ – 1\u00a0ТиБ",
	});
	expect([64, 72, 128].map((gib) => hostMemory.bucketOf(gib * 1024))).toEqual([
		"32-64-gib",
		"64-128-gib",
		"64-128-gib",
	]);
});

test("disks are sold in decimal sizes", () => {
	const sizes = gbScale([512, 1000, 2000]);
	expect(sizes.keys).toEqual(["up-to-512-gb", "512-gb-1-tb", "1-2-tb", "over-2-tb"]);
	expect([512, 960, 1000, 1920, 2050].map((n) => sizes.bucketOf(n))).toEqual([
		"up-to-512-gb",
		"512-gb-1-tb",
		"512-gb-1-tb",
		"1-2-tb",
		"over-2-tb",
	]);
	expect(labelIn(sizes, "up-to-512-gb")).toEqual({ en: "up to 512\u00a0GB", ru: "до 512\u00a0ГБ" });
});

test("what was not said is in no bucket", () => {
	expect(countScale(0, [1]).bucketOf(null)).toBeNull();
});

test.each([
	["Xeon E5-2620 v4", "xeon-e5-2620-v4"],
	["EPYC 7402P", "epyc-7402p"],
	["3.10.0-957.12.2.vz7.96.21", "3.10.0-957.12.2.vz7.96.21"],
	["Micron_5300_MTFDDAK960TDS", "micron-5300-mtfddak960tds"],
	["  Core (Haswell) ", "core-haswell"],
	["Эльбрус", "other"],
	["../../etc/passwd", "etc-passwd"],
])("the key of %j is %s", (name, key) => {
	expect(bucketKey(name)).toBe(key);
});
