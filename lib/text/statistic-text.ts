export interface StatisticText {
	/** At most 45 characters. */
	title: string;
	/** How it is counted, in one to three sentences. */
	about: string;
	/** Names of those buckets that `labels` of the statistic leaves to the texts (`null`). */
	buckets?: Readonly<Record<string, string>>;
	/** What changed the meaning of its numbers, by the day since when. */
	notes?: Readonly<Record<string, string>>;
}
