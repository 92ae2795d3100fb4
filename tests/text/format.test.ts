import { describe, expect, it } from "vitest";
import type { Day } from "#lib/day";
import {
	formatChange,
	formatChangeFrom,
	formatDay,
	formatElapsed,
	formatNumber,
	formatPercent,
	formatPercentChangeOf,
	formatPointsOf,
	formatShareOf,
	formatTick,
} from "#lib/format";

const plainly = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("format", () => {
	it.each([
		[0, "00:00:00"],
		[102_999, "00:01:42"],
		[86_399_000, "23:59:59"],
		[360_000_000, "100:00:00"],
		[-5000, "00:00:00"],
	])("%d ms have passed as %s", (milliseconds, text) => expect(formatElapsed(milliseconds)).toBe(text));

	it("drops trailing zeros of percent", () => {
		expect([23.15, 10.2, 100, 0].map((percent) => formatPercent(percent, "en"))).toEqual([
			"23.15%",
			"10.2%",
			"100%",
			"0%",
		]);
		expect(plainly(formatPercent(10.2, "ru"))).toBe("10,2 %");
	});
	it("leaves out decimals that say nothing beside large numbers", () =>
		expect([8788.24, 99.25, 100.5].map((amount) => formatNumber(amount, "en"))).toEqual(["8,788", "99.25", "101"]));
	it("groups thousands", () => {
		expect(formatNumber(4_135_030, "en")).toBe("4,135,030");
		expect(plainly(formatNumber(4_135_030, "ru"))).toBe("4 135 030");
	});
	it("shortens ticks from a million on", () =>
		expect([formatTick(250_000, "en"), formatTick(1_500_000, "en")]).toEqual(["250,000", "1.5M"]));
	it("leaves the Russian August its end", () =>
		expect([formatDay("2026-08-21" as Day, "ru", "month"), formatDay("2026-08-21" as Day, "ru", "year")]).toEqual([
			"авг.",
			"2026",
		]));
	it("writes changes with a minus", () =>
		expect([5, 0, -5].map((by) => formatChange(by, "en"))).toEqual(["+5", "0", "−5"]));
	it("writes changes in percent alike", () => {
		expect([4.6, 0, -1.2].map((by) => formatPercentChangeOf(by, 2000, "en"))).toEqual(["+4.6%", "0.0%", "−1.2%"]);
		expect(plainly(formatPercentChangeOf(-1.2, 2000, "ru"))).toBe("−1,2 %");
		expect(formatPercentChangeOf(4.6, 200, "en")).toBe("+5%");
	});
	it("writes days without a time zone to shift them", () => {
		expect(plainly(formatDay("2026-03-01" as Day, "en"))).toBe("1 March 2026");
		expect(plainly(formatDay("2026-03-01" as Day, "ru"))).toBe("1 марта 2026");
	});
});

describe("shares and points have as many digits as their base supports", () => {
	it.each([
		[13.92, 158, "14%", "14 %"],
		[13.92, 1580, "13.9%", "13,9 %"],
		[13.92, 15_800, "13.92%", "13,92 %"],
		[0.3, 158, "<1%", "<1 %"],
		[0.02, 1580, "<0.1%", "<0,1 %"],
		[0, 158, "0%", "0 %"],
		[100, 158, "100%", "100 %"],
		[99.9, 158, ">99%", ">99 %"],
		[10, 1580, "10%", "10 %"],
	])("%s of %s hosts", (percent, hosts, english, russian) => {
		expect(formatShareOf(percent, hosts, "en")).toBe(english);
		expect(formatShareOf(percent, hosts, "ru").replaceAll("\u00a0", " ")).toBe(russian);
	});
	it("in columns always as many", () => {
		expect(["plain", "fixed"].map((style) => formatShareOf(8, 1580, "en", style as "plain" | "fixed"))).toEqual([
			"8%",
			"8.0%",
		]);
	});
	it("with their sign", () => {
		expect(formatPointsOf(5.4, 200, "en")).toBe("+5");
		expect(formatPointsOf(-5.46, 2000, "ru")).toBe("−5,5");
		expect(formatPointsOf(0.2, 200, "en")).toBe("0");
	});
});

it("a change of a count is said in per cent, too, where there was something", () => {
	expect(formatChangeFrom(1446, 54, "en")).toBe("+54 (+3.7%)");
	expect(formatChangeFrom(200, -1, "ru").replaceAll("\u00a0", " ")).toBe("−1 (−1 %)");
	expect(formatChangeFrom(0, 5, "en")).toBe("+5");
});
