/** All statistics of a page on a day, for whoever takes the whole page away. */
import type { distribution } from "#lib/address/addresses";
import type { Values } from "#lib/address/query";
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import { Problem } from "#lib/problem";
import type { Product } from "#lib/product";
import { readDistribution, readSeries } from "#lib/query/read";
import { bucketsToDraw } from "#lib/series/chart-kind";
import { isSentBy } from "#lib/series/described";
import type { Distribution } from "#lib/series/distribution";
import type { Series } from "#lib/series/series";
import { statistics } from "#lib/statistics/index";
import { type Page, pageBySlug, pages } from "#lib/statistics/pages";
import type { Statistic } from "#lib/statistics/statistic";

export interface RequestedPage {
	page: Page;
	product: Product;
	language: Language;
}

export function pageAt(slug: string): Page {
	const page = pageBySlug(slug);
	if (!page) {
		const there = pages.map((one) => one.slug).join(", ");
		throw new Problem(404, "Unknown page", `There is no such page: there are ${there}.`);
	}
	return page;
}

export function requestedPage(page: Page, { product, lang: language }: Values<typeof distribution>): RequestedPage {
	if (sentOn(page, product).length === 0)
		throw new Problem(404, "Not sent by this product", `Hosts of ${product} report nothing for ${page.slug}.`);
	return { page, product, language };
}

function sentOn({ slug }: Page, product: Product): Statistic[] {
	return statistics.filter((one) => one.page === slug && isSentBy(one, product));
}

export interface OnPage {
	statistic: Statistic;
	distribution: Distribution;
	history: Series;
}

/** In the order of the page, without those of which nothing was reported until that day. */
export async function readPage({ page, product, language }: RequestedPage, day: Day, firstDay: Day): Promise<OnPage[]> {
	const read = await Promise.all(
		sentOn(page, product).map(async (statistic) => {
			const distribution = await readDistribution(statistic, product, day, language);
			const buckets = bucketsToDraw(
				statistic,
				distribution.rows.map(({ bucket }) => bucket),
			);
			const history = await readSeries(statistic, product, { from: firstDay, to: day }, language, buckets);
			return { statistic, distribution, history };
		}),
	);
	return read.filter(({ history }) => history.base.hosts.some((hosts) => hosts));
}
