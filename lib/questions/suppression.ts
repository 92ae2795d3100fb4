/**
 * Keeps small counts of hosts out of answers, for statistics whose buckets are published only from some hosts on: a count from
 * 1 to 4 becomes `null`, and so does another wherever the rest would give the first one away.
 */

/** Fewer hosts than this are merged, or not told. */
export const hostsMin = 5;

export const isFew = (hosts: number) => hosts > 0 && hosts < hostsMin;

/** One count is the sum of others. */
export interface Sum<K extends string> {
	whole: K;
	parts: readonly K[];
}

/**
 * `null` for each count that must not be told. Wholes are known from the published rows, so they cannot protect a part: the
 * smallest other part does, a zero only where there is nothing else.
 */
export function withoutFew<K extends string>(
	counts: Readonly<Record<K, number>>,
	sums: readonly Sum<K>[],
): Record<K, number | null> {
	const hidden = new Set((Object.keys(counts) as K[]).filter((key) => isFew(counts[key])));
	for (;;) {
		const protector = sums.map((sum) => protectorOf(sum, counts, hidden)).find((key) => key !== null);
		if (!protector) break;
		hidden.add(protector);
	}
	return Object.fromEntries(
		Object.entries<number>(counts).map(([key, hosts]) => [key, hidden.has(key as K) ? null : hosts]),
	) as Record<K, number | null>;
}

/** The part to hide so that the only hidden count of a sum cannot be computed; `null` where nothing needs protection. */
function protectorOf<K extends string>(
	{ whole, parts }: Sum<K>,
	counts: Readonly<Record<K, number>>,
	hidden: ReadonlySet<K>,
): K | null {
	if ([whole, ...parts].filter((key) => hidden.has(key)).length !== 1) return null;
	const order = (key: K) => counts[key] || Number.POSITIVE_INFINITY;
	const [first = null] = parts.filter((key) => !hidden.has(key)).sort((a, b) => order(a) - order(b));
	return first;
}

export interface Flow {
	bucket: string;
	hosts: number | null;
	few?: true;
}

/** The flows of hosts into a count that is told or not: without it they must not add up to it. */
export function flowsWithoutFew(flows: readonly { bucket: string; hosts: number }[], total: number | null): Flow[] {
	const few = flows.filter(({ hosts }) => isFew(hosts));
	const next = flows.filter(({ hosts }) => !isFew(hosts)).sort((a, b) => a.hosts - b.hosts)[0];
	const hidden = new Set(total === null ? flows : few.length === 1 && next ? [...few, next] : few);
	return flows.map((flow) => (hidden.has(flow) ? { bucket: flow.bucket, hosts: null, few: true } : flow));
}

/** The hosts of two days in one category, each in one of them. */
export interface Change {
	bucket: string;
	start: number;
	end: number;
}

/**
 * The changes by category with few hosts merged into `other`, which comes last. The sums of both days are known, so `other`
 * must not be of few hosts itself: the smallest categories are merged into it until it is not.
 */
export function changesWithoutFew(changes: readonly Change[]): Change[] {
	const hasFew = ({ start, end }: Change) => isFew(start) || isFew(end);
	const sizeOf = ({ start, end }: Change) => start + end;
	const named = changes.filter((one) => one.bucket !== "other" && sizeOf(one) > 0);
	const shown = named
		.filter((one) => !hasFew(one))
		.sort((a, b) => sizeOf(b) - sizeOf(a) || (a.bucket < b.bucket ? -1 : 1));
	const other = { bucket: "other", start: 0, end: 0 };
	const merge = ({ start, end }: Change) => {
		other.start += start;
		other.end += end;
	};
	for (const one of changes) if (one.bucket === "other" || hasFew(one)) merge(one);
	for (let last = hasFew(other) ? shown.pop() : undefined; last; last = hasFew(other) ? shown.pop() : undefined)
		merge(last);
	return sizeOf(other) > 0 ? [...shown, other] : shown;
}
