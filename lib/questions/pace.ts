/** When a falling share passes a threshold, if it goes on as it did. */
import { type Day, daysBetween, plusDays } from "#lib/day";
import { newcombe, type Share } from "./intervals";

/** Of a support policy: what so few hosts have may be dropped. In percent. */
export const retireBelow = 5;

/** Beyond ten years nobody can say. */
const daysMax = 3652;

export type Pace =
	| { kind: "under" }
	/** The share did not fall by more than chance could explain. */
	| { kind: "unknown" }
	/** On `day`, with 95 % confidence between `first` and `last`; `last` is null where it may be never. */
	| { kind: "falls"; day: Day; first: Day; last: Day | null };

/** A straight line through two shares, and the lines through the ends of the interval of their difference. */
export function paceOf(then: Share, now: Share, from: Day, to: Day, threshold = retireBelow / 100): Pace {
	if (now.share < threshold) return { kind: "under" };
	const days = daysBetween(from, to);
	const { low, high } = newcombe(then, now);
	const fall = then.share - now.share;
	const after = (difference: number) => ((now.share - threshold) / difference) * days;
	if (days <= 0 || high >= 0 || after(fall) > daysMax) return { kind: "unknown" };
	const last = after(-high);
	return {
		kind: "falls",
		day: plusDays(to, Math.ceil(after(fall))),
		first: plusDays(to, Math.ceil(after(-low))),
		last: last > daysMax ? null : plusDays(to, Math.ceil(last)),
	};
}
