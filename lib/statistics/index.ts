/** The catalog in reading order: page by page, and on each page by the statistics' places. */
import * as catalog from "./catalog";
import { pages } from "./pages";
import type { Statistic } from "./statistic";

const pageOrder = pages.map(({ slug }) => slug);

export const statistics: readonly Statistic[] = Object.values(catalog).sort(
	(a, b) => pageOrder.indexOf(a.page) - pageOrder.indexOf(b.page) || a.place - b.place || (a.slug < b.slug ? -1 : 1),
);

const bySlug = new Map(statistics.map((statistic) => [statistic.slug, statistic]));

export function statisticBySlug(slug: string): Statistic | undefined {
	return bySlug.get(slug);
}
