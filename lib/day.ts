/**
 * Days. A day is a UTC date by the server's clock, written `YYYY-MM-DD` (DESIGN: "What the numbers mean"): as text it
 * sorts, compares and prints by itself, and no time zone can shift it.
 */
export type Day = string & { readonly __day: unique symbol };

/** In UTC every day has as many. */
const dayMs = 86_400_000;
const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** The UTC day of an instant. */
export function dayOf(instant: Date): Day {
	return instant.toISOString().slice(0, 10) as Day;
}

/** The day a text names, or `null` when it is not a real calendar day in the form `YYYY-MM-DD`. */
export function parseDay(text: string): Day | null {
	if (!pattern.test(text)) return null;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && dayOf(date) === text ? (text as Day) : null;
}

/** Midnight UTC at which the day begins. */
export function startOf(day: Day): Date {
	return new Date(`${day}T00:00:00Z`);
}

export function plusDays(day: Day, days: number): Day {
	return dayOf(new Date(startOf(day).getTime() + days * dayMs));
}

/** Whole days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return (startOf(to).getTime() - startOf(from).getTime()) / dayMs;
}

/** Every day from `from` through `through`, both included; empty when reversed. */
export function daysThrough(from: Day, through: Day): Day[] {
	return Array.from({ length: Math.max(0, daysBetween(from, through) + 1) }, (_, i) => plusDays(from, i));
}

export function earlier<D extends Day>(a: D, b: D): D {
	return a < b ? a : b;
}

export function later<D extends Day>(a: D, b: D): D {
	return a > b ? a : b;
}
