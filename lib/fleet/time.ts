/** Instants of the simulated fleet are milliseconds since 1970, UTC: they are added and compared by the million. */

import {
	millisecondsInDay as dayMs,
	millisecondsInHour as hourMs,
	millisecondsInMinute as minuteMs,
} from "date-fns/constants";

export { dayMs, hourMs, minuteMs };
export const yearMs = 365.25 * dayMs;

/** Midnight UTC of a date like `2019-07-18`; of `2019-07`, of its first day. */
export function instant(date: string): number {
	return Date.parse(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`);
}

/** The instant as a year with a fraction, like 2019.5. */
export function yearOf(at: number): number {
	return 1970 + at / yearMs;
}

/** `2019-09-13T17:00:00Z`: always 20 characters. */
export function stamp(at: number): string {
	return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
