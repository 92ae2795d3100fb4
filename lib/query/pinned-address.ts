/** The address of the page that shows the same numbers for ever: with its date. */
import { type ChartView, chartParameters, plainChart } from "#lib/address/chart-view";
import { hrefOf, statisticPath } from "#lib/address/links";
import type { QueryParts } from "#lib/address/query";
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import type { Range } from "./request";

interface Shown {
	statistic: { slug: string };
	product: Product;
	language: Language;
}

export function pinnedAddress({ statistic, product, language }: Shown, day: Day, more: QueryParts = []): string {
	return hrefOf({ language, product, day }, statisticPath(statistic), more);
}

/** Of a history. One that begins with the first published day has no other beginning to say. */
export function pinnedHistoryAddress(
	shown: Shown,
	{ from, to }: Range,
	{ firstDay, ...chart }: { firstDay: Day } & Pick<ChartView, "measure" | "axis" | "buckets">,
): string {
	const range = from > firstDay ? { from, to: null } : plainChart.range;
	return pinnedAddress(shown, to, chartParameters({ ...plainChart, ...chart, range }));
}
