/**
 * Quotas instead of luck. For each attribute the hosts of a group get numbers spread evenly over [0, 1) in shuffled
 * order, so that what is drawn with them has its share in the group to within one host, whatever the seed.
 */
import { type Random, random } from "./random";

/** The host's number for an attribute, always the same for the same name. */
export type Draw = (attribute: string) => number;

function spread(size: number, next: Random): Float64Array {
	const numbers = Float64Array.from({ length: size }, (_, i) => (i + next()) / size);
	for (let i = size - 1; i > 0; i--) {
		const j = Math.floor(next() * (i + 1));
		[numbers[i], numbers[j]] = [numbers[j] ?? 0, numbers[i] ?? 0];
	}
	return numbers;
}

/** The draws of the hosts 0 to `size - 1` of a group. */
export function strata(size: number, ...group: readonly (string | number)[]): (host: number) => Draw {
	const attributes = new Map<string, Float64Array>();
	return (host) => (attribute) => {
		const numbers = attributes.get(attribute) ?? spread(size, random("strata", ...group, attribute));
		attributes.set(attribute, numbers);
		return numbers[host] ?? 0;
	};
}
