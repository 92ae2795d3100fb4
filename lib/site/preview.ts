/** What stands for a page where somebody shares its address: a picture of its first chart as the page shows it. */

import { type ChartView, plainChart } from "#lib/address/chart-view";
import { pictureHrefOf, type View } from "#lib/address/links";
import { pictureSizes } from "#lib/address/values";
import { env } from "#lib/env";
import { shownStatistic } from "#lib/query/shown-statistic";
import { isSentBy } from "#lib/series/described";
import type { Statistic } from "#lib/statistics/statistic";
import { published } from "#lib/store/daily-rows";
import { takenGrowths } from "./growth";
import { shownDay } from "./opened-view";

export interface Preview {
	/** Absolute where the site knows its own address: who shows a preview is somewhere else. */
	url: string;
	width: number;
	height: number;
	/** Says what the chart shows. */
	alt: string;
}

export interface Pictured {
	statistic: Statistic;
	chart?: ChartView;
}

/** As the overview begins. */
const ofOverview: Pictured = takenGrowths["growth-active"];

/** `null` where there is nothing to show. */
export async function previewOf(
	view: View,
	{ statistic, chart = plainChart }: Pictured = ofOverview,
): Promise<Preview | null> {
	const range = await published();
	const day = range && shownDay(view, range);
	if (!day || !isSentBy(statistic, view.product)) return null;
	const { isEmpty, lines } = await shownStatistic(statistic, view.product, day, view.language, range, chart);
	if (isEmpty) return null;
	const { PUBLIC_URL = "" } = env();
	const { width, height } = pictureSizes.preview;
	return {
		url: PUBLIC_URL + pictureHrefOf(view, statistic, "series", "png", { chart, size: "preview" }),
		width,
		height,
		alt: lines("wide").sentence,
	};
}
