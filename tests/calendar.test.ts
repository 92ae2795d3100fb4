import { describe, expect, it } from "vitest";
import { calendarOf } from "#lib/calendar";
import { type Day, daysThrough } from "#lib/day";

const published = { firstDay: "2024-11-20" as Day, lastDay: "2026-03-05" as Day };
const of = (day: string) => calendarOf(day as Day, published);

describe("the calendar", () => {
	it("lays every month out in weeks from Monday", () => {
		for (const day of daysThrough(published.firstDay, published.lastDay)) {
			const { month, weeks } = of(day);
			expect(month).toBe(`${day.slice(0, 7)}-01`);
			expect(weeks.every((week) => week.length === 7)).toBe(true);
			const days = weeks.flat().filter((one) => one !== null);
			expect(days).toEqual(daysThrough(month, days.at(-1) ?? day));
			expect(days).toContain(day);
			expect(new Date(`${days.at(-1)}T00:00:00Z`).getTime() + 86_400_000).toBe(
				Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1),
			);
			for (const week of weeks) {
				const place = week.findIndex((one) => one !== null);
				expect((new Date(`${week[place]}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(place);
			}
		}
	});
	it("knows February of a leap year", () => {
		const february = calendarOf("2024-02-29" as Day, { ...published, firstDay: "2024-01-01" as Day });
		expect(february.weeks.flat().filter(Boolean)).toHaveLength(29);
		expect(february.years).toEqual(["2024-02-29", "2025-02-28", "2026-02-28"]);
	});
	it("leads to the same day of other months, as near as there are days", () => {
		expect(of("2025-03-31").before).toBe("2025-02-28");
		expect(of("2025-03-31").after).toBe("2025-04-30");
		expect(of("2025-01-15")).toMatchObject({ before: "2024-12-15", after: "2025-02-15" });
		expect(of("2024-12-02").before).toBe("2024-11-20");
		expect(of("2026-02-27").after).toBe("2026-03-05");
	});
	it("leads nowhere that is not published", () => {
		expect(of("2024-11-25").before).toBeNull();
		expect(of("2026-03-01").after).toBeNull();
		expect(of("2026-01-10").months).toEqual(["2026-01-10", "2026-02-10", "2026-03-05"]);
		expect(of("2026-03-05").years).toEqual(["2024-11-20", "2025-03-05", "2026-03-05"]);
	});
	it("of one day has that day alone", () => {
		const day = "2026-03-05" as Day;
		expect(calendarOf(day, { firstDay: day, lastDay: day })).toMatchObject({
			before: null,
			after: null,
			months: [day],
			years: [day],
		});
	});
});
