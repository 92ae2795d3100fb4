/** Whether two published numbers differ by more than chance: only then do texts say "more" or "less". */
import { inPercent, isCertain, newcombe, type Share, shareOfUnits } from "./intervals";

/** A published row with the sums from which its interval is computed: those of units may be missing (`null`). */
export interface CountedRow {
	hosts: number;
	/** In the database's integer amounts. */
	total: number;
	squares: number | null;
	products: number | null;
}

/** `null` where the sums of units are missing: the day was published without them. */
export function shareOfRow(unit: "hosts" | string, base: CountedRow, row: CountedRow): Share | null {
	if (unit === "hosts") return { share: base.hosts > 0 ? row.hosts / base.hosts : 0, size: base.hosts };
	if (row.squares === null || row.products === null || base.squares === null) return null;
	return shareOfUnits({
		hosts: base.hosts,
		bucket: row.total,
		base: base.total,
		bucketSquares: row.squares,
		products: row.products,
		baseSquares: base.squares,
	});
}

/** Of what no hosts have: each counts by itself. */
export function shareOfCounts(base: Pick<CountedRow, "total">, row: Pick<CountedRow, "total">): Share {
	return { share: base.total > 0 ? row.total / base.total : 0, size: base.total };
}

/** The 95 % interval, in points, of the change from one share to another, and whether 0 is outside. `null` where sums are missing. */
export function changeBetween(
	a: Share | null,
	b: Share | null,
): { interval: [number, number] | null; certain: boolean } {
	const interval = a && b ? inPercent(newcombe(a, b)) : null;
	return { interval, certain: interval !== null && isCertain(interval) };
}

/** As a comparison says it: by the interval of the difference, rounded as it is shown. */
export function sharesDiffer(a: Share, b: Share): boolean {
	return changeBetween(a, b).certain;
}

/** Two-sided 95 % of the normal distribution. */
const z = 1.96;

/**
 * Amounts on a number of hosts that itself varies by chance: the variance of such a sum is that of its squares (a compound
 * Poisson distribution). Where hosts are counted, the squares are the hosts. `null` where they are missing.
 */
export function amountsDiffer(a: CountedRow, b: CountedRow, unit: "hosts" | string): boolean | null {
	const [ofA, ofB] = [a, b].map(({ hosts, squares }) => (unit === "hosts" ? hosts : squares));
	if (typeof ofA !== "number" || typeof ofB !== "number") return null;
	return Math.abs(b.total - a.total) > z * Math.sqrt(ofA + ofB);
}
