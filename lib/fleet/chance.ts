/**
 * Repeatable chance. A stream of numbers depends on nothing but its key, so a host can be simulated alone and continued
 * later. Whatever is drawn from a table takes its number in [0, 1) from outside: from a stream, or from a quota.
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

/** A host's number for an attribute, always the same for the same name. */
export type Draw = (attribute: string) => number;

/**
 * The draws of hosts 0 to `size - 1` of a group, by quota: for each attribute the hosts get numbers spread evenly over
 * [0, 1) in shuffled order. So every share differs from its figure by one host at most, whatever the seed.
 */
export function quotas(size: number, ...group: readonly (string | number)[]): (host: number) => Draw {
	const attributes = new Map<string, Float64Array>();
	return (host) => (attribute) => {
		const numbers = attributes.get(attribute) ?? spread(size, random("quota", ...group, attribute));
		attributes.set(attribute, numbers);
		return numbers[host] ?? 0;
	};
}

function spread(size: number, next: Random): Float64Array {
	const numbers = Float64Array.from({ length: size }, (_, i) => (i + next()) / size);
	for (let i = size - 1; i > 0; i--) {
		const j = Math.floor(next() * (i + 1));
		[numbers[i], numbers[j]] = [numbers[j] ?? 0, numbers[i] ?? 0];
	}
	return numbers;
}

export type Weighted<T> = readonly (readonly [T, number])[];

/** What stands at `u` when the table is laid out from 0 to 1 in proportion to its weights. */
export function weighted<T>(u: number, table: Weighted<T>): T {
	let left = u * table.reduce((sum, [, weight]) => sum + weight, 0);
	for (const [value, weight] of table) {
		left -= weight;
		if (left < 0) return value;
	}
	const last = table.findLast(([, weight]) => weight > 0);
	if (!last) throw new Error("a table to draw from needs a positive weight");
	return last[0];
}

/** A key of a table of shares, as `{ running: 84, stopped: 16 }`. */
export function pick<K extends string | number>(u: number, shares: Readonly<Record<K, number>>): `${K}` {
	return weighted(u, Object.entries<number>(shares)) as `${K}`;
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

/** A log-normal number. The quantile of the normal distribution is Abramowitz and Stegun 26.2.23, to within 0.0005. */
export function logNormal(u: number, median: number, sigma: number): number {
	const p = Math.min(Math.max(u, 1e-6), 1 - 1e-6);
	const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
	const x =
		t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
	return median * Math.exp(sigma * (p < 0.5 ? -x : x));
}

/** Time between events that happen `rate` times per unit of time. */
export function exponential(u: number, rate: number): number {
	return -Math.log(1 - u) / rate;
}

/** A value on the line through points `[x, y]`, flat before the first and after the last. */
export function along(points: readonly (readonly [number, number])[], x: number): number {
	const next = points.findIndex(([at]) => at > x);
	if (next === -1) return points.at(-1)?.[1] ?? 0;
	const [x2, y2] = points[next] ?? [0, 0];
	const [x1, y1] = points[next - 1] ?? [x2, y2];
	return x1 === x2 ? y2 : y1 + ((y2 - y1) * (x - x1)) / (x2 - x1);
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
