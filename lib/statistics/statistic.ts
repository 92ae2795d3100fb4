/**
 * What a statistic is: a pure function from what one host reported in one section to the buckets it counts in. The
 * catalog is a list of these; pages, navigation, exports, the API and the methodology map over it.
 */
import type { Every } from "#lib/day";
import type { Facts, SectionName } from "#lib/facts/sections";
import type { Language } from "#lib/language";
import { type Product, type PublishedProduct, products } from "#lib/product";
import type { PageSlug, StatisticSlug } from "#lib/text/index";

/** What `total` counts, and how many integer amounts of the database make one of it. */
export const amountsPerUnit = {
	hosts: 1,
	reports: 1,
	containers: 1,
	VMs: 1,
	disks: 1,
	bonds: 1,
	/** Amounts are MiB. */
	GiB: 1024,
	/** Amounts are decimal gigabytes. */
	TB: 1000,
	// Below this line: what was observed without hosts.
	downloads: 1,
	clients: 1,
	messages: 1,
	people: 1,
	bugs: 1,
	posts: 1,
	topics: 1,
	hits: 1,
	companies: 1,
	crashes: 1,
	problems: 1,
} as const;
export type Unit = keyof typeof amountsPerUnit;

const unitsOfHosts: readonly Unit[] = ["hosts", "reports", "containers", "VMs", "disks", "bonds", "GiB", "TB"];

/** Whether hosts have the amount: then a number says on how many hosts it was counted. */
export function isOfHosts(unit: Unit): boolean {
	return unitsOfHosts.includes(unit);
}

/** Whether the number of hosts stands beside the amount. */
export function hasHostsBeside(unit: Unit): boolean {
	return unit !== "hosts" && isOfHosts(unit);
}

/** A host counts in a bucket at most once, with an amount (an integer, see `amountsPerUnit`). */
export interface Counted {
	/** `a-z0-9.-`; `other` is what no rule knows. */
	bucket: string;
	amount: number;
	/** The bucket's name for people, where the catalog cannot know it (models, packages). */
	label?: string;
}

/** A proper name, the same in every language; a way to make the name; or `null`: each language has it among its texts. */
export type Label = string | ((language: Language) => string) | null;

interface Description {
	/** File name, address, database key and key of its texts: never renamed or reused. */
	slug: string;
	unit: Unit;
	page: PageSlug;
	/** Its place on the page: the lower, the earlier. */
	place: number;
	products: readonly Product[];
	/** The fewest hosts with which a bucket is published: 1 for closed lists, 5 for hardware strings, 10 for free names. */
	threshold: 1 | 5 | 10;
	/** Names of buckets, or how to make them. What has neither is shown by its stored label, else by its key. */
	labels?: Readonly<Record<string, Label>> | ((bucket: string, language: Language) => string | undefined);
	/** Bucket keys in their natural order (sizes, counts). Absent: ordered by total. */
	order?: readonly string[];
	/** Tells how much each host has, so a host is in one bucket only. Pages count its hosts, unless somebody wants the units. */
	isPerHost?: true;
	/** A host or a container may have several of its buckets: the shares are no parts of a whole. */
	hasSeveral?: true;
	/** `false` for long lists, of which the most frequent says little, and for what another statistic of the page says. */
	isInLead?: false;
}

/** Counts the hosts whose section is known within the window, by their latest facts. */
export interface WindowStatistic<S extends SectionName = SectionName> extends Description {
	over: "window";
	/** `activity` stands for "no section": the base is the active hosts. */
	section: S;
	/** Both products are counted together, each in its own window. */
	acrossProducts: boolean;
	tally(facts: Facts[S], product: Product): readonly Counted[];
	/** The amount of the base: by default the sum over buckets, and 1 where the unit is hosts. */
	baseAmount?(facts: Facts[S]): number;
}

/** Counts hosts for which something was true in any report so far. One bucket, `all`. */
export interface EverStatistic extends Description {
	over: "ever";
	holds: { readonly [S in SectionName]?: (facts: Facts[S]) => boolean };
}

/** Counts reports and new hosts: events of a day, not states of a host. One bucket, `all`. */
interface EventStatistic extends Description {
	over: "events";
	event: "first-report" | "report" | "report-so-far";
}

/**
 * Counts what was observed without any reporter, in files of the operator. No hosts: the `hosts` of its rows are 0. The same
 * for every product. Its days are its own: they may begin long before the first report, and are published as they are
 * imported (`lib/store/observed.ts`).
 */
export interface ObservedStatistic extends Description {
	over: "observed";
	/** A number counts its own day, or the week (from Monday) or the calendar month that ends on it. */
	every: Every;
	/** It has one bucket, `all`, equal to its base. */
	isOneNumber: boolean;
	/** A number says how things stand on its day, like open bugs. Absent: it counts what happened. */
	isState?: true;
}

export type Statistic = WindowStatistic | EverStatistic | EventStatistic | ObservedStatistic;

type Defaults = "products" | "threshold";
/** A slug without texts is a type error. */
type Definition<T extends Description> = Omit<T, Defaults | "slug" | "over" | "acrossProducts"> &
	Partial<Pick<T, Defaults>> & { slug: StatisticSlug };

const defaults = { products, threshold: 1 } as const;

/** A statistic over the window. By default a closed list, for both products. */
export function overWindow<S extends SectionName>(
	definition: Definition<WindowStatistic<S>> & { acrossProducts?: boolean },
): WindowStatistic {
	// The fold hands each statistic the facts of its own section only, so the narrower tally is safe.
	return { ...defaults, acrossProducts: false, ...definition, over: "window" } as unknown as WindowStatistic;
}

export function everTrue(definition: Definition<EverStatistic>): EverStatistic {
	return { ...defaults, ...definition, over: "ever" };
}

export function overEvents(definition: Definition<EventStatistic>): EventStatistic {
	return { ...defaults, ...definition, over: "events" };
}

export function overObserved(
	definition: Omit<Definition<ObservedStatistic>, "products" | "isOneNumber"> & { isOneNumber?: true },
): ObservedStatistic {
	return { isOneNumber: false, ...defaults, ...definition, products: [], over: "observed" };
}

export function isObserved(statistic: Statistic): statistic is ObservedStatistic {
	return statistic.over === "observed";
}

/** Statistics of one number: they have one bucket, `all`, equal to their base. */
export function isOneNumber(statistic: Statistic): boolean {
	if (isObserved(statistic)) return statistic.isOneNumber;
	return statistic.over !== "window" || statistic.slug === "hosts-active";
}

/** Counts only what happened on the day itself, or in the week or month that it ends. */
export function isOfOneDay(statistic: Statistic): boolean {
	return isObserved(statistic) || (statistic.over === "events" && statistic.event !== "report-so-far");
}

/** Counts what happened in a time, so the numbers of days add up to those of weeks. */
export function countsEvents(statistic: Statistic): boolean {
	return isOfOneDay(statistic) && !(isObserved(statistic) && statistic.isState);
}

/** One set of rows for all products. */
export function isAcrossProducts(statistic: Statistic): boolean {
	return isObserved(statistic) || (statistic.over === "window" && statistic.acrossProducts);
}

/** The product under which the statistic's rows are published. */
export function publishedProduct(statistic: Statistic, product: Product): PublishedProduct {
	return isAcrossProducts(statistic) ? "all" : product;
}

/** The product whose hosts are counted; `null` where no hosts are. */
export function namedProduct(statistic: Statistic, product: Product): PublishedProduct | null {
	return isObserved(statistic) ? null : publishedProduct(statistic, product);
}

/** Whether the statistic has numbers for the product: its hosts report what it counts, or it counts no hosts. */
export function isSentBy(statistic: Statistic, product: Product): boolean {
	return isAcrossProducts(statistic) || statistic.products.includes(product);
}
