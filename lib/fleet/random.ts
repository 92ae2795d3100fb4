/**
 * Repeatable chance: streams of numbers that depend on nothing but their key, and draws from tables of weights. A draw
 * takes its uniform number from outside, so that it can come from a stream or from a stratum.
 */

/** Uniform numbers in [0, 1). */
export type Random = () => number;

/** The stream of a key: xmur3 makes four words of it, sfc32 runs on them. */
export function random(...key: readonly (string | number)[]): Random {
	let h = 1779033703;
	for (const char of key.join("/")) {
		h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 3432918353);
		h = (h << 13) | (h >>> 19);
	}
	const word = () => {
		h = Math.imul(h ^ (h >>> 16), 2246822507);
		h = Math.imul(h ^ (h >>> 13), 3266489909);
		h ^= h >>> 16;
		return h | 0;
	};
	let a = word();
	let b = word();
	let c = word();
	let d = 1;
	return () => {
		const t = (((a + b) | 0) + d) | 0;
		d = (d + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + t;
		c |= 0;
		return (t >>> 0) / 4294967296;
	};
}

export type Weighted<T> = readonly (readonly [T, number])[];

/** What stands at `u` when the table is laid out from 0 to 1 in proportion to its weights. */
export function pick<T>(u: number, table: Weighted<T>): T {
	let left = u * table.reduce((sum, [, weight]) => sum + weight, 0);
	for (const [value, weight] of table) {
		left -= weight;
		if (left < 0) return value;
	}
	const last = table.findLast(([, weight]) => weight > 0);
	if (!last) throw new Error("a table to draw from needs a positive weight");
	return last[0];
}

/** One of a list, each as likely. */
export function oneOf<T>(u: number, list: readonly T[]): T {
	const value = list[Math.floor(u * list.length)];
	if (value === undefined) throw new Error("a list to draw from must not be empty");
	return value;
}

/** An integer from `low` through `high`. */
export function between(u: number, low: number, high: number): number {
	return low + Math.floor(u * (high - low + 1));
}

/** The quantile of the normal distribution (Abramowitz and Stegun, 26.2.23; to within 0.0005). */
function bell(u: number): number {
	const p = Math.min(Math.max(u, 1e-6), 1 - 1e-6);
	const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
	const x =
		t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
	return p < 0.5 ? -x : x;
}

export function logNormal(u: number, median: number, sigma: number): number {
	return median * Math.exp(sigma * bell(u));
}

/** Time between events that happen `perYear` times a year. */
export function exponential(u: number, perYear: number): number {
	return -Math.log(1 - u) / perYear;
}

export function hex(next: Random, digits: number): string {
	let text = "";
	while (text.length < digits)
		text += Math.floor(next() * 65536)
			.toString(16)
			.padStart(4, "0");
	return text.slice(0, digits);
}

/** A UUID of version 4. */
export function uuid(next: Random): string {
	const h = hex(next, 31);
	const variant = oneOf(next(), ["8", "9", "a", "b"]);
	return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(12, 15)}-${variant}${h.slice(15, 18)}-${h.slice(18, 30)}`;
}
