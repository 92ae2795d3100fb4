/**
 * Days. A day is a UTC date by the server's clock, written `YYYY-MM-DD`: as text it sorts, compares and prints by itself.
 * Arithmetic is date-fns on dates whose local time is UTC, so that no time zone can shift a day.
 */
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { addDays } from "date-fns/addDays";
import { millisecondsInDay } from "date-fns/constants";
import { differenceInMilliseconds } from "date-fns/differenceInMilliseconds";
import { eachMonthOfInterval } from "date-fns/eachMonthOfInterval";
import { endOfISOWeek } from "date-fns/endOfISOWeek";
import { endOfMonth } from "date-fns/endOfMonth";
import { getDaysInMonth } from "date-fns/getDaysInMonth";
import { isValid } from "date-fns/isValid";
import { startOfISOWeek } from "date-fns/startOfISOWeek";
import { startOfMonth } from "date-fns/startOfMonth";

export type Day = string & { readonly __day: unique symbol };

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** The UTC day of an instant. */
export function dayOf(instant: Date): Day {
	return instant.toISOString().slice(0, 10) as Day;
}

/** The day a text names, or `null` when it is not a real calendar day in the form `YYYY-MM-DD`. */
export function parseDay(text: string): Day | null {
	if (!pattern.test(text)) return null;
	const date = startOf(text as Day);
	return isValid(date) && dayOf(date) === text ? (text as Day) : null;
}

/** Midnight UTC, at which the day begins. The local time of the date is UTC, so date-fns calculates correctly with it. */
export function startOf(day: Day): Date {
	return new UTCDateMini(`${day}T00:00:00Z`);
}

export function plusDays(day: Day, days: number): Day {
	return dayOf(addDays(startOf(day), days));
}

/** Whole days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return differenceInMilliseconds(startOf(to), startOf(from)) / millisecondsInDay;
}

/** Every day from `from` through `through`, both included; empty when reversed. */
export function daysThrough(from: Day, through: Day): Day[] {
	if (from > through) return [];
	return eachMonthOfInterval({ start: startOf(from), end: startOf(through) })
		.flatMap((month) => {
			const yearAndMonth = dayOf(month).slice(0, -2);
			return daysOfMonth.slice(0, getDaysInMonth(month)).map((day) => `${yearAndMonth}${day}` as Day);
		})
		.filter((day) => day >= from && day <= through);
}

/** Of which time a number is. */
export type Every = "day" | "week" | "month";

/** The first day of the period that the day is in. Weeks begin on Monday. */
export function startOfPeriod(day: Day, period: Every): Day {
	if (period === "day") return day;
	return dayOf((period === "week" ? startOfISOWeek : startOfMonth)(startOf(day)));
}

/** The last day of the period that the day is in. */
export function endOfPeriod(day: Day, period: Every): Day {
	if (period === "day") return day;
	return dayOf((period === "week" ? endOfISOWeek : endOfMonth)(startOf(day)));
}

const daysOfMonth = Array.from({ length: 31 }, (_, i) => `${i + 1}`.padStart(2, "0"));

export function earlier<D extends Day>(a: D, b: D): D {
	return a < b ? a : b;
}

export function later<D extends Day>(a: D, b: D): D {
	return a > b ? a : b;
}
