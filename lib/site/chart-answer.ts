/** The answer of `/charts/{name}.json`: the spec of a chart in the size in which the page shows it. */
import { askedChartOf } from "#lib/answers/asked-chart";
import { askedDay, askedStatistic, oneOf } from "#lib/answers/query";
import { languages } from "#lib/language";
import { Problem } from "#lib/problem";
import { type LineSpec, type SizeName, sizes } from "#lib/series/chart-spec";
import { published } from "#lib/store/daily-rows";
import { growthChart, isGrowth } from "./growth";
import { shownStatistic } from "./shown-statistic";

/** Throws a `Problem` where there is no such chart, or a parameter is none. */
export async function chartSpec(file: string, parameters: URLSearchParams): Promise<LineSpec> {
	const name = file.replace(/\.json$/, "");
	if (name === file) throw new Problem(404, "Unknown address", "Charts are at /charts/{name}.json.");
	const size = oneOf(parameters, "size", Object.keys(sizes) as SizeName[]) ?? "wide";
	const range = await published();
	if (!range) throw new Problem(404, "Nothing published yet", "No day is published yet.");
	if (isGrowth(name)) {
		const language = oneOf(parameters, "lang", languages) ?? "en";
		return growthChart(name, askedDay(parameters, range), language, range, size);
	}
	const { statistic, product, language } = askedStatistic(name, parameters);
	const chart = await askedChartOf(statistic, parameters, range);
	const day = askedDay(parameters, range);
	return (await shownStatistic(statistic, product, day, language, range, chart)).lines(size);
}
