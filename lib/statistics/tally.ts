/** The few ways in which facts become counts. A tally never names a bucket twice, and `null` (not said) is in none. */
import type { Counted } from "./statistic";

/** A key for a name: what is not a letter, digit or dot becomes one dash. */
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

/** However often a bucket is named, the host counts in it once. */
export function once(counts: readonly Counted[]): Counted[] {
	return [...new Map(counts.map((count) => [count.bucket, count])).values()];
}

interface Several {
	count: number;
}

/** Each thing of the host in its bucket. */
export function countEach<T extends Several>(things: readonly T[], bucketOf: (thing: T) => string | null): Counted[] {
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

/** Buckets in which nothing is are left out. */
export function amounts(byBucket: Readonly<Record<string, number>>): Counted[] {
	return Object.entries(byBucket)
		.filter(([, amount]) => amount > 0)
		.map(([bucket, amount]) => ({ bucket, amount }));
}

export function howMany(things: readonly Several[]): number {
	return things.reduce((sum, thing) => sum + thing.count, 0);
}
