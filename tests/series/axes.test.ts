import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, daysThrough, plusDays } from "#lib/day";
import { spread } from "#lib/series/end-labels";
import { shortened, textWidth } from "#lib/series/text-width";
import { dayTicks, valueAxis } from "#lib/series/ticks";

describe("value axis", () => {
	it("ends at or above the largest value and begins at zero", () => {
		fc.assert(
			fc.property(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1e12, noNaN: true })), (max) => {
				const axis = valueAxis(max, 5, false);
				return axis.max >= max && axis.values[0] === 0;
			}),
		);
	});
	it("has no half hosts", () => expect(valueAxis(2, 5, true).values).toEqual([0, 1, 2]));
	it("has an axis where nothing is", () => expect(valueAxis(0, 5, true)).toEqual({ max: 1, values: [0, 1] }));
});

describe("ticks of days", () => {
	const first = "2025-09-29" as Day;
	const labels = (length: number, countMax: number, language: "en" | "ru" = "en") =>
		dayTicks(daysThrough(first, plusDays(first, length - 1)), countMax, language).map(({ label }) =>
			label.replaceAll("\u00a0", " "),
		);

	it("stand where months begin, and say the year where it begins", () => {
		expect(labels(420, 8)).toEqual(["Nov 2025", "2026", "Mar", "May", "Jul", "Sept", "Nov"]);
		expect(labels(420, 8, "ru")[0]).toBe("нояб. 2025");
	});
	it("are days on a short range", () =>
		expect(labels(5, 8)).toEqual(["29 Sept", "30 Sept", "1 Oct", "2 Oct", "3 Oct"]));
	it("are years on a long one", () =>
		expect(labels(4000, 12)).toEqual([
			"2026",
			"2027",
			"2028",
			"2029",
			"2030",
			"2031",
			"2032",
			"2033",
			"2034",
			"2035",
			"2036",
		]));
	it("name a single day in full", () => expect(labels(1, 8)).toEqual(["29 Sept 2025"]));
	it("are never more than there is room for", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 2, max: 9000 }),
				fc.integer({ min: 2, max: 14 }),
				(length, most) => labels(length, most).length <= most,
			),
			{ numRuns: 30 },
		);
	});
});

describe("spread", () => {
	it("leaves alone what has room", () => expect(spread([10, 40, 90], [15, 15, 15], 0, 100)).toEqual([10, 40, 90]));
	it("moves neighbours apart around their middle", () => expect(spread([50, 50], [10, 10], 0, 100)).toEqual([45, 55]));
	it("gives each the room of its height", () => expect(spread([50, 50], [10, 30], 0, 100)).toEqual([40, 60]));
	it("stays inside", () => expect(spread([99, 100, 100], [10, 10, 10], 0, 100)).toEqual([75, 85, 95]));
	it("keeps order and distance whatever is wanted", () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 12 }), (wanted) => {
				const sorted = [...wanted].sort((a, b) => a - b);
				const heights = sorted.map((_, i) => (i % 2 ? 16 : 29));
				let free = 0;
				return spread(sorted, heights, 0, 300).every((y, i) => {
					const [top, bottom] = [y - (heights[i] ?? 0) / 2, y + (heights[i] ?? 0) / 2];
					const stands = top >= free - 1e-6 && bottom <= 300 + 1e-6;
					free = bottom;
					return stands;
				});
			}),
		);
	});
});

describe("shortened", () => {
	it("keeps what fits", () => expect(shortened("Intel", 12, 100)).toBe("Intel"));
	it("never becomes wider than its room", () => {
		fc.assert(
			fc.property(fc.string({ minLength: 2, maxLength: 60 }), (text) => textWidth(shortened(text, 12, 60), 12) <= 60),
		);
	});
});
