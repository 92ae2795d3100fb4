/** The shapes of texts. */

/** A translation: the keys of the English texts with strings of its own. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };

export interface StatisticText {
	/** At most 45 characters. */
	title: string;
	/** How it is counted, in one to three sentences. */
	about: string;
	/** Names of the buckets that the statistic leaves to the texts (`null` among its `labels`). */
	buckets?: Readonly<Record<string, string>>;
	/** What changed the meaning of its numbers, by the first day of the new meaning. */
	notes?: Readonly<Record<string, string>>;
}
