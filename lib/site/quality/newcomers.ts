/** How many hosts are new, and how many of them one network added: many invented hosts come from few networks. */
import { type Day, daysBetween, later, plusDays } from "#lib/day";
import type { Product } from "#lib/product";
import { readBase } from "#lib/query/read";
import { percentOf } from "#lib/series/amounts";
import hostsNew from "#lib/statistics/hosts-new";
import { newcomersBetween, type Published } from "#lib/store/daily-rows";
import { medianOf } from "./reports";

/** Days that a day is compared with. */
export const newcomersDays = 28;

interface OneNetwork {
	day: Day;
	/** New hosts of the network that added most. */
	hosts: number;
	/** New hosts whose network is known. */
	base: number;
	/** Of these. */
	percent: number;
}

export interface NewcomersOfProduct {
	product: Product;
	onDay: number;
	/** The median of the days before; `null` if there are none. */
	usual: { hosts: number; days: number } | null;
	/** `null` where nobody was new, or networks are not known: before they were kept, and where hosts were imported without. */
	largest: OneNetwork | null;
	/** The most of one network on any of the days up to this one. */
	largestLately: OneNetwork | null;
}

export async function newcomersOn(day: Day, product: Product, { firstDay }: Published): Promise<NewcomersOfProduct> {
	const from = later(firstDay, plusDays(day, -newcomersDays));
	const [published, networks] = await Promise.all([
		readBase(hostsNew, product, { from, to: day }),
		newcomersBetween(product, from, day),
	]);
	const counts = published.hosts.map((hosts) => hosts ?? 0);
	const onDay = counts.at(-1) ?? 0;
	const before = counts.slice(0, -1);
	const known = networks
		// A day that was restated after its networks were deleted: they are not those of its hosts any more.
		.filter((one) => one.hosts === counts[daysBetween(from, one.day)])
		.map((one) => ({ day: one.day, hosts: one.largest, base: one.known, percent: percentOf(one.largest, one.known) }));
	return {
		product,
		onDay,
		usual: before.length > 0 ? { hosts: medianOf(before), days: before.length } : null,
		largest: known.find((one) => one.day === day) ?? null,
		largestLately: known.reduce<OneNetwork | null>((most, one) => (one.hosts >= (most?.hosts ?? 0) ? one : most), null),
	};
}
