/** One sentence of each page, for whoever is still choosing where to go. */
import { readDistribution } from "../answers/read";
import type { Day } from "../day";
import type { Language } from "../language";
import type { Product } from "../product";
import { isSentBy } from "../series/described";
import { leadOf } from "../series/lead";
import { statistics } from "../statistics";
import { pages } from "../statistics/pages";
import type { PageSlug } from "../statistics/statistic";
import type { Published } from "../store/daily-rows";
import { remembered } from "./remembered";

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
