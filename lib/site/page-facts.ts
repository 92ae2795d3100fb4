/** One sentence of each page, for whoever is still choosing where to go. */

import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import { readDistributions } from "#lib/query/read";
import { isSentBy } from "#lib/series/described";
import type { Distribution } from "#lib/series/distribution";
import { leadOf } from "#lib/series/lead";
import { statistics } from "#lib/statistics/index";
import { pages } from "#lib/statistics/pages";
import type { PageSlug } from "#lib/text/index";

export async function pageFacts(
	day: Day,
	product: Product,
	language: Language,
): Promise<ReadonlyMap<PageSlug, string>> {
	const facts = new Map<PageSlug, string>();
	let unread = statistics.filter((statistic) => isSentBy(statistic, product));
	// The first statistic of most pages has something to say: the next ones are read for the other pages only.
	while (unread.length > 0) {
		const firsts = pages.flatMap(({ slug }) => unread.find(({ page }) => page === slug) ?? []);
		const distributions = await readDistributions(
			firsts.map((statistic) => ({ statistic, product })),
			day,
			language,
		);
		for (const [i, statistic] of firsts.entries()) {
			const [sentence] = leadOf([{ statistic, distribution: distributions[i] as Distribution }], language);
			if (sentence) facts.set(statistic.page, sentence);
		}
		unread = unread.filter((statistic) => !facts.has(statistic.page) && !firsts.includes(statistic));
	}
	return facts;
}
