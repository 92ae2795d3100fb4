/** The picture that other sites show when somebody shares a page's address: its first chart, as the page shows it. */

import { chartParameters } from "#lib/address/chart-view";
import { pictureHrefOf, type View } from "#lib/address/links";
import { pictureSizes } from "#lib/address/values";
import { env } from "#lib/env";
import { type ShownStatistic, shownStatistic } from "#lib/query/shown-statistic";
import { withTitle } from "#lib/series/sentence";
import { sharedGrowths } from "./growth";
import type { PageView } from "./page-view";

interface Preview {
	/** Absolute if PUBLIC_URL is set, since other sites show the picture. */
	url: string;
	width: number;
	height: number;
	/** The sentence of the chart. */
	alt: string;
}

/** The preview of pages without a chart: the first chart of the overview. */
export async function overviewPreview(
	view: View,
	{ day, published }: NonNullable<PageView["shown"]>,
): Promise<Preview | null> {
	const { statistic, chart } = sharedGrowths["growth-active"];
	return previewOf(view, await shownStatistic(statistic, view.product, day, view.language, published, chart));
}

/** `null` if there is nothing to show. */
export function previewOf(view: View, { statistic, chart, isEmpty, lines }: ShownStatistic): Preview | null {
	if (isEmpty) return null;
	const { PUBLIC_URL = "" } = env();
	const { width, height } = pictureSizes.preview;
	const { sentence, title } = lines("wide");
	return {
		url:
			PUBLIC_URL + pictureHrefOf(view, statistic, "series", "png", { shown: chartParameters(chart), size: "preview" }),
		width,
		height,
		alt: withTitle(sentence, title),
	};
}
