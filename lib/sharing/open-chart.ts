/** From the address of a standalone chart to everything that its document shows. */
import { standaloneChart } from "#lib/address/addresses";
import { chartParameters } from "#lib/address/chart-view";
import { hrefOf, statisticPath } from "#lib/address/links";
import type { Day } from "#lib/day";
import { formatNumber } from "#lib/format";
import { languageOfPath } from "#lib/language";
import { Problem } from "#lib/problem";
import { requestedChart, requestedDay, requestedRange, requestedSubject, withLanguage } from "#lib/query/request";
import { type ShownStatistic, shownStatistic } from "#lib/query/shown-statistic";
import { subtitleOf } from "#lib/series/captions";
import type { ChartSpec, SizeName } from "#lib/series/chart-spec";
import { titleOf } from "#lib/statistics/labels";
import { isOneNumber, publishedProduct, type Statistic } from "#lib/statistics/statistic";
import { type Published, publishedOf } from "#lib/store/daily-rows";
import { translate } from "#lib/text/index";
import type { StandaloneChart } from "./standalone-chart";

export interface StandaloneRequest {
	standalone: StandaloneChart;
	statistic: Statistic;
	/** The day that is shown. */
	day: Day;
	published: Published;
}

/** The path may begin with a language. Throws a `Problem` if there is no such chart. */
export async function readStandaloneRequest(
	slug: string,
	path: string,
	parameters: URLSearchParams,
): Promise<StandaloneRequest> {
	const given = withLanguage(parameters, languageOfPath(path));
	const { statistic, product, language, values } = requestedSubject(slug, given, standaloneChart);
	const { form, theme, date } = values;
	const range = await publishedOf([statistic]);
	const chart = await requestedChart(statistic, values, range);
	const day = requestedDay(values, range);
	if (!range) throw new Problem(404, "Nothing published yet", "No day is published yet.");
	// A range that begins after the shown day is refused.
	requestedRange(values, { ...range, lastDay: day });
	return {
		standalone: { slug, view: { language, product, day: date }, chart, form, theme },
		statistic,
		day,
		published: range,
	};
}

export interface LoadedChart extends StandaloneRequest {
	shown: ShownStatistic;
}

/** Throws a `Problem` if there is no such chart. */
export async function loadStandaloneChart(
	slug: string,
	path: string,
	parameters: URLSearchParams,
): Promise<LoadedChart> {
	const loaded = await readStandaloneRequest(slug, path, parameters);
	const { statistic, standalone, day, published } = loaded;
	const shown = await shownStatistic(
		statistic,
		standalone.view.product,
		day,
		standalone.view.language,
		published,
		standalone.chart,
	);
	return { ...loaded, shown };
}

export interface StandaloneContent {
	standalone: StandaloneChart;
	title: string;
	/** The page with the whole statistic. */
	href: string;
	/** The product, and what is measured, in which unit. */
	measure: string;
	/** One sentence that says what is shown. */
	sentence: string;
	/** Base, window and date. */
	note: string;
	/** The same chart in several sizes; empty if there is nothing to draw. */
	charts: readonly ChartSpec[];
	/** Instead of a chart: a single number of one day. */
	figure: string | null;
	/** The message if nothing was ever counted. */
	nothing: string | null;
}

export function standaloneContent(
	{ standalone, statistic, shown }: LoadedChart,
	sizes: readonly SizeName[],
): StandaloneContent {
	const { language } = standalone.view;
	const isFigure = standalone.form === "day" && isOneNumber(statistic);
	const specs = sizes.map((size) => (standalone.form === "day" ? shown.bars(size) : shown.lines(size)));
	const captioned = isFigure ? shown.lines("wide") : specs[0];
	const { sentence = "", note = "" } = captioned ?? {};
	return {
		standalone,
		title: titleOf(statistic, language),
		href: hrefOf(standalone.view, statisticPath(statistic), chartParameters(standalone.chart)),
		measure: [
			translate(language)(`product.${publishedProduct(statistic, standalone.view.product)}`),
			isFigure ? subtitleOf(statistic, "total", language) : (captioned?.subtitle ?? ""),
		].join(" · "),
		sentence,
		note,
		charts: isFigure || shown.isEmpty ? [] : specs,
		figure: isFigure && !shown.isEmpty ? formatNumber(shown.distribution.base.total, language) : null,
		nothing: shown.isEmpty ? translate(language)("standalone.nothing") : null,
	};
}
