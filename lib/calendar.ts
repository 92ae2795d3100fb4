/** The calendar of published days: one month as weeks, and the way to other months and years. */
import { addMonths } from "date-fns/addMonths";
import { addYears } from "date-fns/addYears";
import { eachDayOfInterval } from "date-fns/eachDayOfInterval";
import { eachWeekOfInterval } from "date-fns/eachWeekOfInterval";
import { endOfMonth } from "date-fns/endOfMonth";
import { endOfWeek } from "date-fns/endOfWeek";
import { getMonth } from "date-fns/getMonth";
import { getYear } from "date-fns/getYear";
import { isSameMonth } from "date-fns/isSameMonth";
import { startOfMonth } from "date-fns/startOfMonth";
import { type Day, dayOf, earlier, later, startOf } from "./day";

interface Calendar {
	/** The first of the month. */
	month: Day;
	/** From Monday on; `null` where a day is of another month. */
	weeks: (Day | null)[][];
	/** The same day in the month before and after, or the nearest published one; `null` if that month has none. */
	before: Day | null;
	after: Day | null;
	/** The same day in every month of the year and in every year that has published days. */
	months: Day[];
	years: Day[];
}

const fromMonday = { weekStartsOn: 1 } as const;

/** `day` is published. In a month that is too short for it, the same day is the month's last. */
export function calendarOf(day: Day, { firstDay, lastDay }: { firstDay: Day; lastDay: Day }): Calendar {
	const date = startOf(day);
	const month = startOfMonth(date);
	const published = (wanted: Date): Day => earlier(later(dayOf(wanted), firstDay), lastDay);
	const inMonth = (offset: number): Day | null => {
		const wanted = addMonths(date, offset);
		const nearest = published(wanted);
		return isSameMonth(startOf(nearest), wanted) ? nearest : null;
	};
	const [firstYear, lastYear] = [getYear(startOf(firstDay)), getYear(startOf(lastDay))];
	return {
		month: dayOf(month),
		weeks: eachWeekOfInterval({ start: month, end: endOfMonth(month) }, fromMonday).map((start) =>
			eachDayOfInterval({ start, end: endOfWeek(start, fromMonday) }).map((one) =>
				isSameMonth(one, month) ? dayOf(one) : null,
			),
		),
		before: inMonth(-1),
		after: inMonth(1),
		months: Array.from({ length: 12 }, (_, i) => inMonth(i - getMonth(date))).filter((one) => one !== null),
		years: Array.from({ length: lastYear - firstYear + 1 }, (_, i) =>
			published(addYears(date, firstYear + i - getYear(date))),
		),
	};
}
