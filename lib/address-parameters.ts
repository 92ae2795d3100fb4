/** The parameters of an address. What is assumed anyhow is not said, so that one thing has one address. */

/** In their order; a name may be given more than once. */
export type AddressParameters = readonly (readonly [name: string, value: string])[];

/** Those that have a value. */
export function said(given: readonly (readonly [name: string, value: string | null])[]): [string, string][] {
	return given.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));
}

/** `null` where a value is the one that is assumed. */
export function unless<T>(value: T, assumed: T): T | null {
	return value === assumed ? null : value;
}
