/** How facts become counts. A tally names no bucket twice, and `null` (not reported) is in no bucket. */
import type { Counted } from "./statistic";

/** The key of a name: lower-case letters, digits and dots, with one dash for any run of other characters. */
export function bucketKey(name: string): string {
	const key = name
		.toLowerCase()
		.replace(/[^a-z0-9.]+/g, "-")
		.replace(/^[-.]+|[-.]+$/g, "");
	return key === "" ? "other" : key;
}

/** The host in one bucket. */
export function hostIn(bucket: string | null): Counted[] {
	return bucket === null ? [] : [{ bucket, amount: 1 }];
}

/** The bucket of a name that the catalog cannot know: the name itself is stored as its label. */
export function named(name: string | null, amount = 1): Counted[] {
	if (name === null) return [];
	const bucket = bucketKey(name);
	return [bucket === "other" ? { bucket, amount } : { bucket, amount, label: name }];
}

/** The host once in each of several buckets. */
export function hostInEach(buckets: readonly string[]): Counted[] {
	return once(buckets.map((bucket) => ({ bucket, amount: 1 })));
}

/** Drops repeated buckets: the host counts once in each. */
export function once(counts: readonly Counted[]): Counted[] {
	return [...new Map(counts.map((count) => [count.bucket, count])).values()];
}

/** Identical things of a host. */
interface Group {
	count: number;
}

/** Every thing of the host in its bucket; things without a bucket are left out. */
export function countEach<T extends Group>(things: readonly T[], bucketOf: (thing: T) => string | null): Counted[] {
	return merged(
		things.flatMap((thing) => {
			const bucket = bucketOf(thing);
			return bucket === null ? [] : [{ bucket, amount: thing.count }];
		}),
	);
}

/** Adds what falls into the same bucket; the first label stays. */
export function merged(counts: readonly Counted[]): Counted[] {
	const byBucket = new Map<string, Counted>();
	for (const count of counts) {
		const sum = byBucket.get(count.bucket);
		byBucket.set(count.bucket, sum ? { ...sum, amount: sum.amount + count.amount } : count);
	}
	return [...byBucket.values()];
}

/** Leaves out buckets with nothing in them. */
export function amounts(byBucket: Readonly<Record<string, number>>): Counted[] {
	return Object.entries(byBucket)
		.filter(([, amount]) => amount > 0)
		.map(([bucket, amount]) => ({ bucket, amount }));
}

export function howMany(things: readonly Group[]): number {
	return things.reduce((sum, thing) => sum + thing.count, 0);
}
