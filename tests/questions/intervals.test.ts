/** Intervals: against published values, and against the truth of simulated fleets. */
import { describe, expect, test } from "vitest";
import {
	type Interval,
	inPercent,
	isCertain,
	newcombe,
	shareOfUnits,
	twoDecimals,
	type UnitSums,
	wilson,
} from "#lib/questions/intervals";
import { rounds } from "../rounds";

const ofHosts = (hosts: number, base: number) => ({ share: base > 0 ? hosts / base : 0, size: base });

describe("of hosts", () => {
	test.each([
		// Newcombe 1998, Statistics in Medicine 17, 857–872, table I: method 3.
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718],
	])("%s of %s, as Newcombe prints it", (hosts, base, low, high) => {
		const found = wilson(ofHosts(hosts, base));
		expect(found.low).toBeCloseTo(low, 4);
		expect(found.high).toBeCloseTo(high, 4);
	});
	test.each([
		// The same author and year, 873–890, table II: method 10.
		[56, 70, 48, 80, 0.0524, 0.3339],
		[9, 10, 3, 10, 0.1705, 0.809],
		[10, 10, 0, 20, 0.6791, 1],
	])("%s of %s less %s of %s, as Newcombe prints it", (b, ofB, a, ofA, low, high) => {
		const found = newcombe(ofHosts(a, ofA), ofHosts(b, ofB));
		expect(found.low).toBeCloseTo(low, 4);
		expect(found.high).toBeCloseTo(high, 4);
	});
	test("nothing is known of no hosts", () => {
		expect(wilson(ofHosts(0, 0))).toEqual({ low: 0, high: 1 });
		expect(isCertain(inPercent(newcombe(ofHosts(0, 0), ofHosts(5, 5))))).toBe(false);
	});
	test("the share itself is inside", () => {
		for (const base of [1, 3, 7, 1000, 123_457])
			for (const hosts of [0, 1, base - 1, base]) {
				const { low, high } = wilson(ofHosts(hosts, base));
				expect(low <= hosts / base && hosts / base <= high).toBe(true);
			}
	});
});

test("points are rounded half up, and never −0", () => {
	expect([1.005, -1.234, 0.004999, 33.33 - 66.67].map(twoDecimals)).toEqual([1.01, -1.23, 0, -33.34]);
	expect(Object.is(twoDecimals(-0.001), 0)).toBe(true);
});

/** The same numbers in each run. */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return (state + 0.5) / 2 ** 32;
	};
}

interface Fleet {
	hosts: number;
	/** The true share of units in the bucket. */
	share: number;
	/** How many of a host's units are like the first: 1 if all. */
	alike: number;
	/** How uneven hosts are: the standard deviation of the logarithm of their units. */
	uneven: number;
}

function drawn({ hosts, share, alike, uneven }: Fleet, random: () => number): UnitSums {
	const sums = { hosts, bucket: 0, base: 0, bucketSquares: 0, products: 0, baseSquares: 0 };
	for (let host = 0; host < hosts; host += 1) {
		const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
		const y = Math.max(1, Math.min(300, Math.round(Math.exp(1.5 + uneven * normal))));
		const first = random() < share;
		let x = 0;
		for (let unit = 0; unit < y; unit += 1) if (random() < alike ? first : random() < share) x += 1;
		sums.bucket += x;
		sums.base += y;
		sums.bucketSquares += x * x;
		sums.products += x * y;
		sums.baseSquares += y * y;
	}
	return sums;
}

describe("of hosts, 95% of the intervals contain the truth", () => {
	const drawings = rounds(2000, 50_000);
	test.each([
		{ hosts: 20, share: 0.4 },
		{ hosts: 60, share: 0.1 },
		{ hosts: 158, share: 0.14 },
		{ hosts: 1500, share: 0.02 },
		{ hosts: 1500, share: 0.7 },
	])("%o", ({ hosts, share }) => {
		const random = randomNumbers(20_261_130);
		const other = Math.min(0.95, share * 1.25);
		const [counts, others] = [share, other].map((truth) => binomial(hosts, truth));
		const drawnOf = (sums: readonly number[] = []) => {
			const at = random();
			return ofHosts(
				sums.findIndex((sum) => at < sum),
				hosts,
			);
		};
		let [ofShares, ofDifferences] = [0, 0];
		for (let drawing = 0; drawing < drawings; drawing += 1) {
			const [a, b] = [drawnOf(counts), drawnOf(others)];
			if (contains(wilson(a), share)) ofShares += 1;
			if (contains(newcombe(a, b), other - share)) ofDifferences += 1;
		}
		// A share of so few hosts has so few values that its coverage is never exactly 95 %.
		for (const covered of [ofShares, ofDifferences]) {
			expect(covered / drawings).toBeGreaterThan(0.925);
			expect(covered / drawings).toBeLessThan(0.985);
		}
	});
});

const contains = ({ low, high }: Interval, truth: number) => low <= truth && truth <= high;

/** How probable at most 0, 1, … of so many hosts are, each with the share as its chance. */
function binomial(hosts: number, share: number): number[] {
	// Its logarithm: of many hosts, none of them is too improbable for a number.
	let exactly = hosts * Math.log(1 - share);
	let atMost = Math.exp(exactly);
	const sums = [atMost];
	for (let count = 1; count <= hosts; count += 1) {
		exactly += Math.log(((hosts - count + 1) / count) * (share / (1 - share)));
		atMost = count === hosts ? 1 : atMost + Math.exp(exactly);
		sums.push(atMost);
	}
	return sums;
}

describe("of units, 95% of the intervals contain the truth", () => {
	const fleets: Fleet[] = [
		{ hosts: 60, share: 0.3, alike: 0.6, uneven: 0.8 },
		{ hosts: 250, share: 0.1, alike: 0.8, uneven: 1 },
		{ hosts: 250, share: 0.5, alike: 1, uneven: 1 },
		{ hosts: 400, share: 0.04, alike: 0.7, uneven: 1 },
		{ hosts: 300, share: 0.7, alike: 0, uneven: 1 },
	];
	const drawings = rounds(400, 5000);
	test.each(fleets)("%o", (fleet) => {
		const random = randomNumbers(20_261_130);
		const other = { ...fleet, share: fleet.share * 1.25 };
		let [ofShares, ofDifferences] = [0, 0];
		for (let drawing = 0; drawing < drawings; drawing += 1) {
			const [a, b] = [shareOfUnits(drawn(fleet, random)), shareOfUnits(drawn(other, random))];
			if (contains(wilson(a), fleet.share)) ofShares += 1;
			if (contains(newcombe(a, b), other.share - fleet.share)) ofDifferences += 1;
		}
		// Of 400 drawings, chance alone makes a difference of two points either way.
		for (const covered of [ofShares, ofDifferences]) {
			expect(covered / drawings).toBeGreaterThan(0.92);
			expect(covered / drawings).toBeLessThan(0.995);
		}
	});
	test("units that are taken for independent would promise far too much", () => {
		const random = randomNumbers(7);
		const fleet = { hosts: 250, share: 0.3, alike: 1, uneven: 1 };
		let covered = 0;
		for (let drawing = 0; drawing < drawings; drawing += 1) {
			const { bucket, base } = drawn(fleet, random);
			const { low, high } = wilson(ofHosts(bucket, base));
			if (low <= fleet.share && fleet.share <= high) covered += 1;
		}
		expect(covered / drawings).toBeLessThan(0.7);
	});
});

test("where every unit or none is in the bucket, hosts count and not units", () => {
	const none = shareOfUnits({ hosts: 10, bucket: 0, base: 1000, bucketSquares: 0, products: 0, baseSquares: 100_000 });
	expect(none).toEqual({ share: 0, size: 10 });
	const all = { hosts: 10, bucket: 1000, base: 1000, bucketSquares: 1e5, products: 1e5, baseSquares: 1e5 };
	expect(shareOfUnits(all)).toEqual({ share: 1, size: 10 });
	expect(wilson(shareOfUnits({ ...all, hosts: 0, bucket: 0, base: 0, baseSquares: 0 }))).toEqual({ low: 0, high: 1 });
});
