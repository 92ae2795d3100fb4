import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { aligned, clipped, sparkline, spreadPlaces, wrapped } from "#lib/open-data/text-columns";

describe("columns", () => {
	test("are aligned in any script", () => {
		const lines = aligned(
			[
				["Name", "Hosts"],
				["Другие", "1"],
				["国 é", "1000"],
			],
			["left", "right"],
		);
		expect(lines).toEqual(["Name    Hosts", "Другие      1", "国 é     1000"]);
		expect(new Set(lines.map((line) => stringWidth(line)))).toEqual(new Set([13]));
	});
	test("are cut where a text is too wide", () => {
		expect(clipped("Производители", 6)).toBe("Произ…");
		expect(clipped("国国国国", 6)).toBe("国国…");
		expect(clipped("short", 5)).toBe("short");
	});
	test("lines break between words, and not where a no-break space holds them", () => {
		expect(wrapped("one two 3\u00a0three", 8)).toEqual(["one two", "3\u00a0three"]);
		expect(wrapped("incomprehensibilities are long", 10)).toEqual(["incomprehensibilities", "are long"]);
	});
});

describe("a sparkline", () => {
	test("begins at zero and leaves gaps", () => expect(sparkline([0, 1, null, 50, 100])).toBe("▁▁ ▅█"));
	test("of nothing is flat", () => expect(sparkline([0, 0, null])).toBe("▁▁ "));
	test("of no days is empty", () => expect(sparkline([])).toBe(""));
	test("shows the last day, however many there are", () => {
		expect(spreadPlaces(0, 4)).toEqual([]);
		expect(spreadPlaces(1, 4)).toEqual([0]);
		expect(spreadPlaces(3, 4)).toEqual([0, 1, 2]);
		expect(spreadPlaces(100, 4)).toEqual([0, 33, 66, 99]);
	});
});
