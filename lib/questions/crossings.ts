/** On which days a share passed one of a few thresholds. A function of the published counts alone. */
import type { Day } from "#lib/day";

/** In percent. */
export const thresholds = [5, 2, 1] as const;

/** Of so few hosts, one comes or goes and the share passes a threshold. */
const baseMin = 50;
/** A share that fell under a threshold is above it again from this part more on: it must not speak of every wobble. */
const backAbove = 1.2;

export interface Crossing {
	day: Day;
	/** In percent. */
	threshold: (typeof thresholds)[number];
	direction: "under" | "above";
	hosts: number;
	base: number;
}

export interface DayCount {
	day: Day;
	hosts: number;
	base: number;
}

/** In the order of days. `publishedFrom` hosts a bucket is published: 0 may be fewer, and counts only where they make no difference. */
export function crossingsOf(counts: readonly DayCount[], publishedFrom: number): Crossing[] {
	return thresholds
		.flatMap((threshold) => {
			let isUnder: boolean | null = null;
			return counts.flatMap((one): Crossing[] => {
				const before = isUnder;
				const now = isUnderOn(one, threshold, publishedFrom, before === true);
				if (now === null) return [];
				isUnder = now;
				if (before === null || before === now) return [];
				return [{ ...one, threshold, direction: now ? "under" : "above" }];
			});
		})
		.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : b.threshold - a.threshold));
}

/** `null` where nothing can be told. */
function isUnderOn(
	{ hosts, base }: DayCount,
	threshold: number,
	publishedFrom: number,
	wasUnder: boolean,
): boolean | null {
	if (base < baseMin) return null;
	const line = (threshold / 100) * (wasUnder ? backAbove : 1) * base;
	if (hosts === 0 && publishedFrom > 1) return publishedFrom - 1 < line ? true : null;
	return hosts < line;
}
