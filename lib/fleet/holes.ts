/**
 * JSON texts with holes. The state of a host is written out once; what differs from report to report (uptime, free
 * memory, the time of collection) is filled in each time, which makes a report cost a tenth of writing it anew.
 */
import type { Random } from "./random";

/** What the holes are filled from: the instant of the collection and the host's own chance. */
export interface Moment {
	at: number;
	/** When the section was collected. */
	collected: string;
	next: Random;
}

const mark = "\u{f0000}";

/** Holes met while a text is written, in its order. */
let met: Hole[] = [];

class Hole {
	constructor(readonly fill: (moment: Moment) => unknown) {}

	toJSON(): string {
		met.push(this);
		return mark;
	}
}

/** A value that is made anew for each report. TypeScript sees the value itself. */
export function varying<T>(fill: (moment: Moment) => T): T {
	return new Hole(fill) as unknown as T;
}

export type Text = (moment: Moment) => string;

/** The text of a JSON value that may contain holes. */
export function json(value: unknown): Text {
	met = [];
	const whole = JSON.stringify(value);
	const holes = met;
	const [start = "", ...rest] = whole.split(`"${mark}"`);
	return (moment) => {
		let text = start;
		for (const [i, part] of rest.entries()) text += JSON.stringify(holes[i]?.fill(moment)) + part;
		return text;
	};
}
