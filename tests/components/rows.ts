/** Small histories for charts: a function of the day's place gives each bucket's total. */
import { type Day, daysBetween, daysThrough, plusDays } from "#lib/day";
import { type SumsOfDays, sumsKey } from "#lib/series/series";
import type { DailyRow } from "#lib/store/daily-rows";
import type { BucketColumns } from "#lib/store/monthly-columns";

export const firstDay = "2026-01-01" as Day;

/** `totals` name each bucket; `base` is their sum unless given. A day on which `totals` is `null` was not published. */
export function rowsOf(
	length: number,
	totals: (place: number) => Record<string, number> | null,
	base?: (place: number) => number,
): { from: Day; to: Day; rows: DailyRow[] } {
	const to = plusDays(firstDay, length - 1);
	const rows = daysThrough(firstDay, to).flatMap((day, place) => {
		const ofDay = totals(place);
		if (!ofDay) return [];
		const sum = Object.values(ofDay).reduce((a, b) => a + b, 0);
		const whole = base ? base(place) : sum;
		return [
			{ day, bucket: "", hosts: whole, total: whole, merged: null },
			...Object.entries(ofDay)
				.filter(([, total]) => total > 0)
				.map(([bucket, total]) => ({ day, bucket, hosts: total, total, merged: null })),
		];
	});
	return { from: firstDay, to, rows };
}

/** The sums of such rows, in which every host has one unit. */
export function sumsOf(rows: readonly DailyRow[]): SumsOfDays {
	return new Map(rows.map(({ day, bucket, total }) => [sumsKey(day, bucket), { squares: total, products: total }]));
}

/** The same rows as the database gives them for a chart. */
export function columnsOf(rows: readonly DailyRow[], from: Day): BucketColumns[] {
	return [...new Set(rows.map(({ bucket }) => bucket))].map((bucket) => {
		const own = rows.filter((row) => row.bucket === bucket);
		return {
			bucket,
			places: own.map(({ day }) => daysBetween(from, day)),
			hosts: own.map(({ hosts }) => hosts),
			totals: own.map(({ total }) => total),
		};
	});
}
