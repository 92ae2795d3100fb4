/** A chart that stands alone: everything that is shown of it, from its address. */

import { chartParameters } from "#lib/address/chart-view";
import { hrefOf, statisticPath } from "#lib/address/links";
import { formatNumber } from "#lib/format";
import { type ShownStatistic, shownStatistic } from "#lib/query/shown-statistic";
import { subtitleOf } from "#lib/series/captions";
import type { ChartSpec, SizeName } from "#lib/series/chart-spec";
import { titleOf } from "#lib/statistics/labels";
import { isOneNumber } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { type RequestedChart, requestedStandalone } from "./requested-chart";
import { embedHrefOf, type StandaloneChart } from "./standalone-chart";

export interface OpenedLone extends RequestedChart {
	shown: ShownStatistic;
	/** Of everything that is shown. */
	key: string;
}

/** What an address shows. Throws a `Problem` where there is no such chart. */
export async function openedLone(slug: string, path: string, parameters: URLSearchParams): Promise<OpenedLone> {
	const asked = await requestedStandalone(slug, path, parameters);
	const { statistic, lone, day, published } = asked;
	const shown = await shownStatistic(statistic, lone.view.product, day, lone.view.language, published, lone.chart);
	return { ...asked, shown, key: embedHrefOf(lone) };
}

export interface LoneContent {
	lone: StandaloneChart;
	title: string;
	/** The page that has all of it. */
	href: string;
	/** What is measured, in which unit. */
	measure: string;
	/** One sentence that says what is shown. */
	sentence: string;
	/** Base, window and date. */
	note: string;
	/** The same chart in several sizes; none where there is nothing to draw. */
	charts: readonly ChartSpec[];
	/** One number of one day needs no chart. */
	figure: string | null;
	/** Said where nothing was ever counted. */
	nothing: string | null;
}

export function loneContent({ lone, statistic, shown }: OpenedLone, wanted: readonly SizeName[]): LoneContent {
	const { language } = lone.view;
	const isFigure = lone.form === "day" && isOneNumber(statistic);
	const specs = wanted.map((size) => (lone.form === "day" ? shown.bars(size) : shown.lines(size)));
	const said = isFigure ? shown.lines("wide") : specs[0];
	const { sentence = "", note = "" } = said ?? {};
	return {
		lone,
		title: titleOf(statistic, language),
		href: hrefOf(lone.view, statisticPath(statistic), chartParameters(lone.chart)),
		measure: isFigure ? subtitleOf(statistic, "total", language) : (said?.subtitle ?? ""),
		sentence,
		note,
		charts: isFigure || shown.isEmpty ? [] : specs,
		figure: isFigure && !shown.isEmpty ? formatNumber(shown.distribution.base.total, language) : null,
		nothing: shown.isEmpty ? translate(language)("standalone.nothing") : null,
	};
}
