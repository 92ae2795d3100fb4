/** Published days whose numbers were published again: what charts and files say about them. */
import { type Day, earlier, later, plusDays } from "#lib/day";
import type { DueReason } from "#lib/day-log";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import type { Note } from "#lib/statistics/labels";
import { translate } from "#lib/text/index";

/** Days from `from` through `to` that were published again at one time, for the same reasons. */
export interface RestatedDays {
	from: Day;
	to: Day;
	/** ISO 8601, UTC. */
	at: string;
	reasons: DueReason[];
}

/** Joins days that follow each other. `days` are in the order in which they were published again. */
export function restatedDays(days: readonly { day: Day; at: string; reasons: readonly DueReason[] }[]): RestatedDays[] {
	const joined: RestatedDays[] = [];
	for (const { day, at, reasons } of days) {
		const last = joined.at(-1);
		const goesOn = last?.at === at && plusDays(last.to, 1) === day && `${last.reasons}` === `${reasons}`;
		if (last && goesOn) last.to = day;
		else joined.push({ from: day, to: day, at, reasons: [...reasons] });
	}
	return joined;
}

/** The field of a shorter history. */
export function restatedWithin(
	restated: readonly RestatedDays[] = [],
	range: { from: Day; to: Day },
): { restated?: RestatedDays[] } {
	const within = restated
		.filter(({ from, to }) => from <= range.to && to >= range.from)
		.map((days) => ({ ...days, from: later(days.from, range.from), to: earlier(days.to, range.to) }));
	return within.length > 0 ? { restated: within } : {};
}

/** One note for each run of days, at its first day. */
export function restatementNotes(restated: readonly RestatedDays[] | undefined, language: Language): Note[] {
	const t = translate(language);
	return (restated ?? []).map(({ from, to, at, reasons }) => ({
		day: from,
		text: t("chart.restated", {
			days: from === to ? "one" : "more",
			last: formatDay(to, language),
			date: formatDay(at.slice(0, 10) as Day, language),
			reasons: reasons.map((reason) => t(`chart.restatedBecause.${reason}`)).join(", "),
		}),
	}));
}
