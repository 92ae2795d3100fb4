/** The catalog in reading order: page by page, and on each page by the statistics' places. */
import * as catalog from "./catalog";
import { type Page, pages } from "./pages";
import { isObserved, type Statistic } from "./statistic";

const pageOrder = pages.map(({ slug }) => slug);

export const statistics: readonly Statistic[] = Object.values(catalog).sort(
	(a, b) => pageOrder.indexOf(a.page) - pageOrder.indexOf(b.page) || a.place - b.place || (a.slug < b.slug ? -1 : 1),
);

const bySlug = new Map(statistics.map((statistic) => [statistic.slug, statistic]));

export function statisticBySlug(slug: string): Statistic | undefined {
	return bySlug.get(slug);
}

/** Without observed statistics of which there are no numbers: `observed` has the slugs of those with numbers as keys. */
export function statisticsWith(observed: Pick<ReadonlyMap<string, unknown>, "has"> | undefined): readonly Statistic[] {
	return statistics.filter((statistic) => !isObserved(statistic) || observed?.has(statistic.slug));
}

/** Without pages that would have no statistic. */
export function pagesWith(observed: Parameters<typeof statisticsWith>[0]): readonly Page[] {
	const shown = statisticsWith(observed);
	return pages.filter(({ slug }) => shown.some(({ page }) => page === slug));
}
