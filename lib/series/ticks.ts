/** Readable axes: round values from zero, and first days of weeks, months or years. */
import { scaleLinear } from "d3-scale";
import type { Day } from "#lib/day";
import { type DateStyle, formatDay } from "#lib/format";
import type { Language } from "#lib/language";

/** An upper end and ticks for values from zero to `max`; `whole` for counts. */
export function valueAxis(max: number, count: number, whole: boolean): { max: number; values: number[] } {
	const scale = scaleLinear([0, max > 0 ? max : 1], [0, 1]).nice(count);
	const values = scale.ticks(count).filter((value) => !whole || Number.isInteger(value));
	return { max: scale.domain()[1] ?? 1, values };
}

/** Round numbers of a logarithmic axis, from 0.01 on: shares have two decimals. */
const rounds = Array.from({ length: 18 }, (_, i) => i - 2).flatMap((power) =>
	[1, 2, 5].map((digit) => Number(`${digit}e${power}`)),
);

/**
 * A logarithmic axis around values from `least` to `most`, both above zero: ticks at 1, 2 and 5 of each power of ten, or
 * at the powers alone where these would be more than `countMax`.
 */
export function logAxis(least: number, most: number, countMax: number): { min: number; max: number; values: number[] } {
	const below = (list: readonly number[]) => list.findLast((one) => one <= least) ?? list[0] ?? least;
	const powers = rounds.filter((_, i) => i % 3 === 0);
	const min = below(rounds);
	const round = rounds.find((one) => one >= most && one > min) ?? most;
	// Half of the plot would stay empty.
	const max = round > most * 1.25 ? Math.max(most * 1.1, min * 1.5) : round;
	const values = rounds.filter((one) => one >= min && one <= max);
	if (values.length <= countMax) return { min, max, values };
	const from = below(powers);
	const apart = powers.filter((one) => one >= from && one <= max);
	const step = Math.ceil(apart.length / countMax);
	return { min: from, max, values: apart.filter((_, i) => i % step === 0) };
}

/** Where ticks may stand, from the closest to the widest: every so many months, of which day. */
const rhythms: readonly { days?: number; months?: number }[] = [
	{ days: 1 },
	{ days: 7 },
	{ days: 14 },
	{ months: 1 },
	{ months: 2 },
	{ months: 3 },
	{ months: 6 },
	{ months: 12 },
	{ months: 24 },
	{ months: 60 },
];

/** At most `countMax` days with their labels; places count from the first day. */
export function dayTicks(days: readonly Day[], countMax: number, language: Language): { at: number; label: string }[] {
	if (days.length <= 1) return days.map((day, at) => ({ at, label: formatDay(day, language, "short") }));
	const monthStarts: { place: number; month: number }[] = [];
	for (let place = 0; place < days.length; place++) {
		const day = days[place];
		if (day?.endsWith("-01")) monthStarts.push({ place, month: monthNumber(day) });
	}
	for (const rhythm of rhythms) {
		const { days: everyDays, months = 1 } = rhythm;
		if (everyDays && days.length > countMax * everyDays) continue;
		const places = everyDays
			? Array.from({ length: Math.ceil(days.length / everyDays) }, (_, i) => i * everyDays)
			: monthStarts.filter(({ month }) => month % months === 0).map(({ place }) => place);
		if (places.length > countMax) continue;
		if (places.length < 2) break;
		return places.map((at, i) => ({ at, label: labelAt(days[at], rhythm.months, i === 0, language) }));
	}
	return [0, days.length - 1].map((at) => ({ at, label: labelAt(days[at], undefined, false, language) }));
}

/** Divisible by twelve in January. */
function monthNumber(day: Day): number {
	return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The year is named at its beginning, and at the first tick. */
function labelAt(day: Day | undefined, months: number | undefined, first: boolean, language: Language): string {
	if (!day) return "";
	const style = (): DateStyle => {
		if (!months) return "dayAndMonth";
		if (months >= 12 || day.slice(5, 7) === "01") return "year";
		return first ? "monthAndYear" : "month";
	};
	return formatDay(day, language, style());
}
