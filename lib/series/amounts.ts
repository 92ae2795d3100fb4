/** Converts the database's integer amounts to units and shares, without rounding errors. */
import { amountsPerUnit, type Unit } from "#lib/statistics/statistic";

/** An amount of the database in the statistic's unit: MiB to GiB, gigabytes to TB. */
export function inUnit(amount: number, unit: Unit): number {
	return amount / amountsPerUnit[unit];
}

/** The integer amount for a value in the unit. */
export function fromUnit(value: number, unit: Unit): number {
	return Math.round(value * amountsPerUnit[unit]);
}

/** Percent of the whole, of values in the unit. */
export function percentIn(part: number, whole: number, unit: Unit): number {
	return percentOf(fromUnit(part, unit), fromUnit(whole, unit));
}

/**
 * Percent of the whole, rounded half up to two decimals; 0 of nothing. Both are integer amounts, because 0.125 % in floating
 * point may fall to either side.
 */
export function percentOf(part: number, whole: number): number {
	if (whole === 0) return 0;
	const doubled = part * 20_000 + whole;
	// The quotient of two exact integers never rounds up to a larger integer.
	if (Number.isSafeInteger(doubled)) return Math.floor(doubled / (2 * whole)) / 100;
	return Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole))) / 100;
}
