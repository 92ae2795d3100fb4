/** Marked days in a chart: events as lines with short labels, notes about the statistic as small signs. */
import { type Day, daysBetween } from "#lib/day";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import { eventText, type WorldEvent } from "#lib/statistics/events";
import type { Note } from "#lib/statistics/labels";
import type { TextWidth } from "./text-width";

export interface Mark {
	kind: "event" | "note";
	/** The place of its day. */
	at: number;
	/** Empty if there is no room. */
	label: string;
	/** Where the label begins, px; its line of text above the plot. */
	x: number;
	/** The full text, shown when the mark is pointed at. */
	title: string;
}

interface Frame {
	days: readonly Day[];
	/** From the place of a day to px. */
	x(place: number): number;
	right: number;
	fontSize: number;
	widthOf: TextWidth;
	language: Language;
}

const gap = 6;

/** Labels are beside the tops of their lines. If two would overlap, the heavier one stays, then the earlier one. */
export function eventMarks(events: readonly WorldEvent[], frame: Frame): Mark[] {
	const [first] = frame.days;
	if (!first) return [];
	const shown = events
		.map((event) => ({ event, at: daysBetween(first, event.day) }))
		.filter(({ at }) => at >= 0 && at < frame.days.length);
	const occupied: { from: number; to: number }[] = [];
	const labelled = new Map<WorldEvent, number>();
	for (const { event, at } of [...shown].sort((a, b) => b.event.weight - a.event.weight || a.at - b.at)) {
		const width = frame.widthOf(eventText(event, frame.language, "short"), frame.fontSize);
		const from = Math.min(frame.x(at) + 3, frame.right - width);
		const to = from + width;
		if (occupied.some((one) => from < one.to + gap && to + gap > one.from)) continue;
		occupied.push({ from, to });
		labelled.set(event, from);
	}
	return shown.map(({ event, at }) => ({
		kind: "event" as const,
		at,
		label: labelled.has(event) ? eventText(event, frame.language, "short") : "",
		x: Math.round(labelled.get(event) ?? frame.x(at)),
		title: `${formatDay(event.day, frame.language)}: ${eventText(event, frame.language)}`,
	}));
}

export function noteMarks(notes: readonly Note[], frame: Frame): Mark[] {
	const [first] = frame.days;
	if (!first) return [];
	return notes
		.map(({ day, text }) => ({ at: daysBetween(first, day), day, text }))
		.filter(({ at }) => at >= 0 && at < frame.days.length)
		.map(({ at, day, text }) => ({
			kind: "note" as const,
			at,
			label: "",
			x: Math.round(frame.x(at)),
			title: `${formatDay(day, frame.language)}: ${text}`,
		}));
}
