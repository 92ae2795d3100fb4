/** The calendar of published days: one month as weeks, and the way to other months and years. */
import { type Day, dayOf, earlier, later } from "./day";

export interface Calendar {
	/** The first of the month. */
	month: Day;
	/** From Monday on; `null` where a day is of another month. */
	weeks: (Day | null)[][];
	/** The same day in the month before and after, as near as there are published days; `null` where the month has none. */
	before: Day | null;
	after: Day | null;
	/** The same day in every month of the year and in every year that has published days. */
	months: Day[];
	years: Day[];
}

/** `day` is published. */
export function calendarOf(day: Day, published: { firstDay: Day; lastDay: Day }): Calendar {
	const [year, month] = partsOf(day);
	const inMonth = (wanted: number, ofYear = year) => near(sameDay(day, ofYear, wanted), ofYear, wanted, published);
	const first = dayIn(year, month, 1);
	const leading = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
	const days = Array.from({ length: daysIn(year, month) }, (_, i) => dayIn(year, month, i + 1));
	const cells = [...new Array<null>(leading).fill(null), ...days];
	const [firstYear, lastYear] = [partsOf(published.firstDay)[0], partsOf(published.lastDay)[0]];
	return {
		month: first,
		weeks: Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) =>
			Array.from({ length: 7 }, (_, j) => cells[i * 7 + j] ?? null),
		),
		before: month > 1 ? inMonth(month - 1) : inMonth(12, year - 1),
		after: month < 12 ? inMonth(month + 1) : inMonth(1, year + 1),
		months: Array.from({ length: 12 }, (_, i) => inMonth(i + 1)).filter((one) => one !== null),
		years: Array.from({ length: lastYear - firstYear + 1 }, (_, i) =>
			inside(sameDay(day, firstYear + i, month), published),
		),
	};
}

function partsOf(day: Day): [year: number, month: number, date: number] {
	return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
}

function dayIn(year: number, month: number, date: number): Day {
	return dayOf(new Date(Date.UTC(year, month - 1, date)));
}

function daysIn(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A month that is too short for it ends earlier. */
function sameDay(day: Day, year: number, month: number): Day {
	return dayIn(year, month, Math.min(partsOf(day)[2], daysIn(year, month)));
}

function inside(day: Day, { firstDay, lastDay }: { firstDay: Day; lastDay: Day }): Day {
	return earlier(later(day, firstDay), lastDay);
}

function near(day: Day, year: number, month: number, published: { firstDay: Day; lastDay: Day }): Day | null {
	const one = inside(day, published);
	return one.slice(0, 7) === dayIn(year, month, 1).slice(0, 7) ? one : null;
}
