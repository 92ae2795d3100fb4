/** How the containers of each product are made and kept, by the date (assumptions). */
import type { Product } from "#lib/product";
import type { Habits } from "./containers";
import { along, yearOf } from "./time";

const legacyPloop = [
	[2013, 0.08],
	[2014.2, 0.25],
	[2019, 0.55],
] as const;
const legacyVswap = [
	[2013.5, 0.55],
	[2019, 0.85],
] as const;

export function habitsOf(product: Product, at: number): Habits {
	if (product === "openvz7") return { ploop: 0.93, vswap: 1, empty: 0.18, median: 9 };
	const year = yearOf(at);
	return { ploop: along(legacyPloop, year), vswap: along(legacyVswap, year), empty: 0.38, median: 7 };
}
