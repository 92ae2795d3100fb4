/**
 * How sure a share is: 95 % intervals of shares and of their differences. Shares are from 0 to 1. Hosts are taken for a random
 * sample: of all hosts, only some report.
 */

/** Two-sided 95 % of the normal distribution. */
const z = 1.959963984540054;

/** A share with the number of independent observations that it is worth. */
export interface Share {
	share: number;
	/** Of units, it need not be whole: see `effectiveSize`. */
	size: number;
}

export interface Interval {
	low: number;
	high: number;
}

/** Wilson's score interval. Of nothing, a share may be anything. */
export function wilson({ share, size }: Share): Interval {
	if (size <= 0) return { low: 0, high: 1 };
	const scale = 1 + z ** 2 / size;
	const centre = (share + z ** 2 / (2 * size)) / scale;
	const half = (z / scale) * Math.sqrt((share * (1 - share)) / size + z ** 2 / (4 * size ** 2));
	// Rounding must not leave the share itself outside.
	return { low: share === 0 ? 0 : Math.max(0, centre - half), high: share === 1 ? 1 : Math.min(1, centre + half) };
}

/** Newcombe's interval for `b.share - a.share` of two independent samples, from their Wilson intervals (his method 10). */
export function newcombe(a: Share, b: Share): Interval {
	const difference = b.share - a.share;
	const [ofA, ofB] = [wilson(a), wilson(b)];
	return {
		low: difference - Math.hypot(b.share - ofB.low, ofA.high - a.share),
		high: difference + Math.hypot(ofB.high - b.share, a.share - ofA.low),
	};
}

/**
 * Sums over hosts, where a host has `x` units in the bucket and `y` in all. Units of one host resemble each other, so they are
 * worth fewer observations than there are units.
 */
export interface UnitSums {
	/** Known hosts, those without units among them. */
	hosts: number;
	/** Σx and Σy. */
	bucket: number;
	base: number;
	/** Σx², Σxy and Σy². */
	bucketSquares: number;
	products: number;
	baseSquares: number;
}

/** Weight, in hosts, of the assumption that all units of a host are alike. By simulation: fewer promise too much. */
const alikeHosts = 1.5;

/**
 * The share of units with its effective sample size: the size at which a simple random sample would be as precise as this
 * sample of hosts, by the variance of a ratio of two sums over hosts. Where few hosts decide, that variance is itself
 * uncertain: it is drawn towards that of hosts whose units are all alike, and the size shrinks as Student's t is wider than
 * the normal distribution (Korn and Graubard). Where no unit or every one is in the bucket, the variance says nothing, and
 * units count as all alike.
 */
export function shareOfUnits({ hosts, bucket, base, bucketSquares, products, baseSquares }: UnitSums): Share {
	if (base <= 0 || baseSquares <= 0) return { share: 0, size: 0 };
	const share = Math.min(1, bucket / base);
	const restSquares = baseSquares - 2 * products + bucketSquares;
	const residuals = bucketSquares - 2 * share * products + share ** 2 * baseSquares;
	const variance = ((hosts / Math.max(1, hosts - 1)) * residuals) / base ** 2;
	const binomial = share * (1 - share);
	const allAlike = base ** 2 / baseSquares;
	if (hosts < 2 || binomial <= 0 || variance <= 0) return { share, size: allAlike };
	// As many hosts of one size would have the same sums.
	const deciding = Math.min(bucket ** 2 / bucketSquares, restSquares > 0 ? (base - bucket) ** 2 / restSquares : hosts);
	const estimated = Math.min(base, binomial / variance);
	const drawn = (deciding + alikeHosts) / (deciding / estimated + alikeHosts / allAlike);
	const uncertain = Math.min(estimated, drawn) * (z / studentT(deciding)) ** 2;
	// Never less than if all units of each host were alike: nothing is more uneven.
	return { share, size: Math.max(uncertain, Math.min(estimated, allAlike)) };
}

/** Two-sided 95 % of Student's distribution, by its expansion around the normal one (Fisher and Cornish). */
function studentT(degrees: number): number {
	const d = Math.max(2, degrees);
	return (
		z +
		(z ** 3 + z) / (4 * d) +
		(5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * d ** 2) +
		(3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * d ** 3)
	);
}

/** In percent, and rounded to two decimals as in data files. */
export function inPercent({ low, high }: Interval): [low: number, high: number] {
	return [twoDecimals(100 * low), twoDecimals(100 * high)];
}

/** Rounded half up; never −0. */
export function twoDecimals(value: number): number {
	return Math.round(value * 100 + 1e-9) / 100 + 0;
}

/** Whether 0 is outside the interval: a difference is more than noise. */
export function isCertain([low, high]: readonly [number, number]): boolean {
	return low > 0 || high < 0;
}
