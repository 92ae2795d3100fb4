/**
 * When a host reports. OpenVZ 7 collects in fifteen slots of the week and sends with the last one, Friday evening by
 * the host's own clock; the legacy reporter sends early on the first days of a month, at installation and when its
 * packages are updated.
 */
import { windowDays } from "#lib/product";
import { type Life, type Span, silences } from "./life";
import { between, random } from "./random";
import { dayMs, hourMs, minuteMs } from "./time";

/** The hour of each slot by the host's clock: breakfast, lunch, dinner. */
export const slotHours = [8, 12, 17] as const;

/** Thursday, the first of January 1970, is day 0: Friday the second is day 1. */
function fridayFrom(at: number): number {
	const day = Math.ceil(at / dayMs);
	return (day + ((((1 - day) % 7) + 7) % 7)) * dayMs;
}

/** The instants of a host's reports in the span, in order. A host that stays has at least one in the last window. */
function within(life: Life, span: Span, wanted: readonly number[]): number[] {
	const next = random(life.key, "silences");
	const spells = silences(life, span, next);
	const times = wanted.filter(
		(at) =>
			at >= span.start &&
			at >= life.installed &&
			at < life.until &&
			!spells.some(([from, until]) => at >= from && at < until),
	);
	if (life.stays) {
		const lastWindow = Math.max(span.start, span.end - windowDays[life.product] * dayMs);
		if (!times.some((at) => at >= lastWindow)) times.push(lastWindow + Math.floor(next() * (span.end - lastWindow)));
	}
	return times.map((at) => at - (at % 1000)).sort((a, b) => a - b);
}

export function weeklyReports(life: Life, offsetHours: number, span: Span): number[] {
	const next = random(life.key, "weekly");
	const own = between(next(), 0, 55) * minuteMs;
	const times: number[] = [];
	for (let friday = fridayFrom(span.start - 2 * dayMs); friday < span.end + dayMs; friday += 7 * dayMs) {
		const late = next() < 0.03 ? next() * 14 * hourMs : next() * 4 * minuteMs;
		const at = friday + (slotHours[2] - offsetHours) * hourMs + own + late;
		if (at < span.end) times.push(at);
	}
	return within(life, span, times);
}

/** `updates`: instants at which the host installs a new kernel or vzctl, which sends a report by itself. */
export function monthlyReports(life: Life, offsetHours: number, span: Span, updates: readonly number[]): number[] {
	const next = random(life.key, "monthly");
	const own = between(next(), 0, 59) * minuteMs + next() * minuteMs;
	const times = [life.installed + 5 * minuteMs, ...updates.map((at) => at + 3 * minuteMs)];
	const month = new Date(span.start);
	month.setUTCDate(1);
	while (month.getTime() < span.end) {
		const late = next();
		const day = late < 0.7 ? 0 : late < 0.9 ? between(next(), 1, 2) : between(next(), 3, 6);
		times.push(month.getTime() + day * dayMs + (4 - offsetHours) * hourMs + own);
		month.setUTCMonth(month.getUTCMonth() + 1);
	}
	return within(life, span, times);
}
