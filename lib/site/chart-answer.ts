/** The answer of `/charts/{name}.json`: the spec of a chart in the size in which the page shows it. */
import { addresses } from "#lib/address/addresses";
import { retirementChartName } from "#lib/address/links";
import { badParameter, readAll } from "#lib/address/query";
import { Problem } from "#lib/problem";
import { assertAnswers, assertBucket } from "#lib/query/questions";
import { assertPublished, requestedChart, requestedDay, requestedSubject } from "#lib/query/request";
import { readHostCourse } from "#lib/query/retirement";
import { shownStatistic } from "#lib/query/shown-statistic";
import type { LineSpec } from "#lib/series/chart-spec";
import { published, publishedOf } from "#lib/store/daily-rows";
import { growthCharts, isGrowth } from "./growth";

/** Throws a `Problem` if there is no such chart, or a parameter is wrong. */
export async function chartSpec(file: string, parameters: URLSearchParams): Promise<LineSpec> {
	const name = file.replace(/\.json$/, "");
	if (name === file) throw new Problem(404, "Unknown address", "Charts are at /charts/{name}.json.");
	const set = addresses.liveChart.parameters;
	if (isGrowth(name)) {
		const range = await published();
		assertPublished(range);
		const { lang, size, ...values } = readAll(parameters, set);
		const [chart] = await growthCharts([name], requestedDay(values, range), lang, range);
		if (chart) return chart(size);
	}
	const isRetirement = name.startsWith(retirementChartName(""));
	const slug = isRetirement ? name.slice(retirementChartName("").length) : name;
	const { statistic, product, language, values } = requestedSubject(slug, parameters, set);
	const range = await publishedOf([statistic]);
	assertPublished(range);
	if (isRetirement) {
		assertAnswers(statistic);
		const [bucket] = values.bucket;
		if (bucket === undefined)
			throw badParameter("bucket", "The parameter bucket is missing: the chart is of one category.");
		await assertBucket(statistic, bucket);
		const course = await readHostCourse({ statistic, product, language }, range, requestedDay(values, range), bucket);
		return course.chart(values.size);
	}
	const chart = await requestedChart(statistic, values, range);
	const day = requestedDay(values, range);
	return (await shownStatistic(statistic, product, day, language, range, chart)).lines(values.size);
}
