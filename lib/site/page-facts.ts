/** One sentence of each page, for whoever is still choosing where to go. */

import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import { readDistribution } from "#lib/query/read";
import { remembered } from "#lib/query/remembered";
import { isSentBy } from "#lib/series/described";
import { leadOf } from "#lib/series/lead";
import { statistics } from "#lib/statistics/index";
import { pages } from "#lib/statistics/pages";
import type { Published } from "#lib/store/daily-rows";
import type { PageSlug } from "#lib/text/index";

export async function pageFacts(
	day: Day,
	product: Product,
	language: Language,
	{ revision }: Published,
): Promise<ReadonlyMap<PageSlug, string>> {
	return remembered(revision, ["facts", product, day, language].join(" "), async () => {
		const found = await Promise.all(pages.map(async ({ slug }) => [slug, await factOf(slug)] as const));
		return new Map(found.filter((one): one is [PageSlug, string] => one[1] !== undefined));
	});

	async function factOf(page: PageSlug): Promise<string | undefined> {
		for (const statistic of statistics) {
			if (statistic.page !== page || !isSentBy(statistic, product)) continue;
			const distribution = await readDistribution(statistic, product, day, language);
			const [sentence] = leadOf([{ statistic, distribution }], language);
			if (sentence) return sentence;
		}
		return undefined;
	}
}
