/** Thins a long history to the ends of weeks, months or years, so that a file stays editable and a table readable. */
import { type Day, daysBetween } from "#lib/day";

type Period = (day: Day, last: Day) => string | number;

const periods: readonly Period[] = [
	(day) => day,
	// Weeks are counted back from the last day, which is always shown.
	(day, last) => Math.floor(daysBetween(day, last) / 7),
	(day) => day.slice(0, 7),
	(day) => day.slice(0, 4),
];

/** Places of the days that stay: the last day of each period, of the shortest periods of which there are at most `most`. */
export function thinDays(days: readonly Day[], most: number): number[] {
	const last = days.at(-1);
	if (!last) return [];
	for (const period of periods) {
		const named = days.map((day) => period(day, last));
		const places = [...named.keys()].filter((place) => named[place] !== named[place + 1]);
		if (places.length <= most) return places;
	}
	return days.map((_, place) => place).slice(-most);
}
