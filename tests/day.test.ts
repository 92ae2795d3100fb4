import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Day, dayOf, daysBetween, daysThrough, parseDay, plusDays } from "#lib/day";

// A zone whose clock jumps, and whose midnight is not that of UTC.
const zone = process.env.TZ;
beforeAll(() => {
	process.env.TZ = "America/Santiago";
});
afterAll(() => {
	if (zone === undefined) delete process.env.TZ;
	else process.env.TZ = zone;
});

describe("days", () => {
	test.each(["2028-02-29", "2000-02-29", "1999-12-31", "2026-03-29", "2026-09-06"])("%s is one", (text) => {
		expect(parseDay(text)).toBe(text);
	});
	test.each([
		"2026-02-29",
		"2100-02-29",
		"2026-04-31",
		"2026-13-01",
		"2026-00-10",
		"2026-1-1",
		" 2026-01-01",
		"+002026-01-01",
		"2026-01-01T00:00",
	])("%s is none", (text) => {
		expect(parseDay(text)).toBeNull();
	});
	test("are UTC dates in any zone, over every change of clocks", () => {
		expect(dayOf(new Date("2026-09-05T23:59:59.999Z"))).toBe("2026-09-05");
		expect(dayOf(new Date("2026-09-06T00:00:00Z"))).toBe("2026-09-06");
		const [from, to] = ["2026-01-01", "2028-12-31"] as [Day, Day];
		const days = daysThrough(from, to);
		expect(days).toHaveLength(365 + 365 + 366);
		expect(new Set(days).size).toBe(days.length);
		for (const [index, day] of days.entries()) {
			expect(plusDays(from, index)).toBe(day);
			expect(daysBetween(day, from)).toBe(-index || 0);
		}
	});
});
