/** How each bucket of a statistic went, in a few points: what the small lines in a table are drawn from. */
import type { Day } from "#lib/day";
import type { DailyRow } from "#lib/store/daily-rows";

export interface Courses {
	days: readonly Day[];
	/** One for each day, from 0 to the bucket's highest, which is 1; `null` where the day was not published. */
	byBucket: ReadonlyMap<string, readonly (number | null)[]>;
}

/** `rows` are those of the days, the base (bucket `""`) among them. */
export function coursesOf(days: readonly Day[], rows: readonly DailyRow[], measure: "share" | "total"): Courses {
	const base = new Map(rows.filter(({ bucket }) => bucket === "").map(({ day, total }) => [day, total]));
	const totals = new Map<string, Map<Day, number>>();
	for (const { bucket, day, total } of rows) {
		if (bucket === "") continue;
		const known = totals.get(bucket) ?? new Map<Day, number>();
		totals.set(bucket, known.set(day, total));
	}
	const courseOf = (ofBucket: ReadonlyMap<Day, number>) => {
		const values = days.map((day) => {
			const whole = base.get(day);
			if (whole === undefined) return null;
			const total = ofBucket.get(day) ?? 0;
			return measure === "total" ? total : whole > 0 ? total / whole : null;
		});
		const most = Math.max(...values.map((value) => value ?? 0));
		return values.map((value) => (value === null || most === 0 ? value : value / most));
	};
	return { days, byBucket: new Map([...totals].map(([bucket, ofBucket]) => [bucket, courseOf(ofBucket)])) };
}
