/** A standalone chart as its address describes it, or the problem with it. */
import { standaloneChart } from "#lib/address/addresses";
import type { Day } from "#lib/day";
import { languageOfPath } from "#lib/language";
import { Problem } from "#lib/problem";
import { requested, requestedChart, requestedDay, requestedRange, withLanguage } from "#lib/query/request";
import type { Statistic } from "#lib/statistics/statistic";
import { type Published, published } from "#lib/store/daily-rows";
import type { StandaloneChart } from "./standalone-chart";

export interface RequestedChart {
	lone: StandaloneChart;
	statistic: Statistic;
	/** The day that is shown. */
	day: Day;
	published: Published;
}

/** `path` is that of the address: it may say the language. */
export async function requestedStandalone(
	slug: string,
	path: string,
	parameters: URLSearchParams,
): Promise<RequestedChart> {
	const given = withLanguage(parameters, languageOfPath(path));
	const { statistic, product, language, values } = requested(slug, given, standaloneChart);
	const { form, theme, date } = values;
	const range = await published();
	const chart = await requestedChart(statistic, values, range);
	const day = requestedDay(values, range);
	// Without a published day there is no day to ask for.
	if (!range) throw new Problem(404, "Nothing published yet", "No day is published yet.");
	// Days that begin after the one looked at show nothing.
	requestedRange(values, { ...range, lastDay: day });
	return {
		lone: { slug, view: { language, product, day: date }, chart, form, theme },
		statistic,
		day,
		published: range,
	};
}
