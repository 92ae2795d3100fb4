/** The parameters of a chart that stands alone: what is asked for, or the problem with it. */
import type { Day } from "#lib/day";
import { languageOfPath } from "#lib/language";
import { forms, type LoneChart, plainLook, themes } from "#lib/lone-chart";
import { Problem } from "#lib/problem";
import type { Statistic } from "#lib/statistics/statistic";
import { type Published, published } from "#lib/store/daily-rows";
import { askedChartOf } from "./asked-chart";
import { askedDay, askedRange, askedStatistic, oneOf } from "./query";

export interface AskedLone {
	lone: LoneChart;
	statistic: Statistic;
	/** The day that is shown. */
	day: Day;
	published: Published;
}

/** `path` is that of the address: it may say the language. */
export async function askedLone(slug: string, path: string, parameters: URLSearchParams): Promise<AskedLone> {
	const { statistic, product, language } = askedStatistic(slug, parameters);
	const form = oneOf(parameters, "form", forms) ?? plainLook.form;
	const theme = oneOf(parameters, "theme", themes) ?? plainLook.theme;
	const range = await published();
	const chart = await askedChartOf(statistic, parameters, range);
	const day = askedDay(parameters, range);
	// Without a published day there is no day to ask for.
	if (!range) throw new Problem(404, "Nothing published yet", "No day is published yet.");
	// Days that begin after the one looked at show nothing.
	askedRange(parameters, { ...range, lastDay: day });
	const view = {
		language: parameters.get("lang") ? language : languageOfPath(path),
		product,
		day: parameters.get("date") ? day : null,
	};
	return { lone: { slug, view, chart, form, theme }, statistic, day, published: range };
}
