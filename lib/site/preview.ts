/** What stands for a page where somebody shares its address: a picture of its first chart as the page shows it. */

import { pictureHrefOf, type View } from "#lib/address/links";
import { pictureSizes } from "#lib/address/values";
import { env } from "#lib/env";
import { type ShownStatistic, shownStatistic } from "#lib/query/shown-statistic";
import { takenGrowths } from "./growth";
import { openedView } from "./opened-view";

export interface Preview {
	/** Absolute where the site knows its own address: who shows a preview is somewhere else. */
	url: string;
	width: number;
	height: number;
	/** Says what the chart shows. */
	alt: string;
}

/** What stands for a page without a chart of its own: the first one of the overview. */
export async function overviewPreview(view: View): Promise<Preview | null> {
	const { shown } = (await openedView(view)) ?? {};
	const { statistic, chart } = takenGrowths["growth-active"];
	return shown
		? previewOf(view, await shownStatistic(statistic, view.product, shown.day, view.language, shown.published, chart))
		: null;
}

/** `null` where there is nothing to show. */
export function previewOf(view: View, { statistic, chart, isEmpty, lines }: ShownStatistic): Preview | null {
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
