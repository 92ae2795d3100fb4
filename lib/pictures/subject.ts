/** What a picture shows: the chart of a statistic's page, of its day or of its history, in the picture's own frame. */

import type { ChartView } from "#lib/address/chart-view";
import type { Day } from "#lib/day";
import type { Subject } from "#lib/query/request";
import { shownStatistic } from "#lib/query/shown-statistic";
import { barChart } from "#lib/series/bar-chart";
import { amountOf } from "#lib/series/captions";
import { publishedProduct } from "#lib/series/described";
import { isOneNumber } from "#lib/statistics/statistic";
import type { Published } from "#lib/store/daily-rows";
import type { Draw, PictureCaption } from "./picture";

export interface Pictured {
	draw: Draw;
	caption: Omit<PictureCaption, "host" | "simulated">;
}

export type Picturing = (asked: Subject, day: Day, published: Published, chart: ChartView) => Promise<Pictured>;

/** Bars, of the chosen buckets where some are; one number is told in large type, over its history until the day. */
export const picturedDay: Picturing = async (asked, day, published, chart) => {
	const { statistic, product, language } = asked;
	const { distribution, colours } = await shownStatistic(statistic, product, day, language, published, chart);
	const caption = { product: publishedProduct(statistic, product), day };
	if (isOneNumber(statistic)) {
		const { draw } = await picturedSeries(asked, day, published, chart);
		const figure = amountOf(distribution.base.total, statistic.unit, language);
		return { draw, caption: { ...caption, figure } };
	}
	const isShown = (bucket: string) => chart.buckets.length === 0 || chart.buckets.includes(bucket);
	const rows = distribution.rows.filter(({ bucket }) => isShown(bucket));
	return {
		draw: (size, room) => barChart({ ...distribution, rows }, statistic, { size, language, colours, room }),
		caption: { ...caption, figure: null },
	};
};

export const picturedSeries: Picturing = async ({ statistic, product, language }, day, published, chart) => {
	const { lines } = await shownStatistic(statistic, product, day, language, published, chart);
	return {
		draw: (size) => lines(size),
		caption: { product: publishedProduct(statistic, product), day: null, figure: null },
	};
};
