/** The parameters of an address for one statistic, checked against the catalog and the published days. */
import type { distribution, chart as parametersOfChart, series } from "#lib/address/addresses";
import { type ChartView, chartViewOf, daysOf, plainChart } from "#lib/address/chart-view";
import { badValue, type ParameterSet, quoted, readAll, type Values } from "#lib/address/query";
import { type Day, earlier, later } from "#lib/day";
import { defaultLanguage, type Language, languageOfPath } from "#lib/language";
import { Problem } from "#lib/problem";
import type { Product } from "#lib/product";
import { hasUnits } from "#lib/series/counted";
import { statisticBySlug } from "#lib/statistics/index";
import { isNamed } from "#lib/statistics/labels";
import { isOneNumber, isSentBy, type Statistic } from "#lib/statistics/statistic";
import { bucketOccurs, type Published } from "#lib/store/daily-rows";

export interface Subject {
	statistic: Statistic;
	product: Product;
	language: Language;
}

/** The parameters of a request. The prefix of a language, such as `/ru`, is the same as `lang=ru`. */
export function parametersOf(request: Request): URLSearchParams {
	const { pathname, searchParams } = new URL(request.url);
	return withLanguage(searchParams, languageOfPath(pathname));
}

/** Adds the language of the path, unless the query names another. */
export function withLanguage(query: URLSearchParams, ofPath: Language): URLSearchParams {
	return query.getAll("lang").some(Boolean) || ofPath === defaultLanguage
		? query
		: new URLSearchParams([...query, ["lang", ofPath]]);
}

/** The statistic, the product and all parameters. An unknown slug is 404, whatever else is wrong. */
export function requestedSubject<S extends typeof distribution & ParameterSet>(
	slug: string,
	query: URLSearchParams,
	set: S,
): Subject & { values: Values<S> } {
	const statistic = statisticBySlug(slug);
	if (!statistic) {
		throw new Problem(404, "Unknown statistic", `There is no statistic ${quoted(slug)}: /data/index.json lists them.`);
	}
	const values = readAll(query, set);
	const { product, lang: language }: Pick<Values<typeof distribution>, "product" | "lang"> = values;
	if (!isSentBy(statistic, product)) {
		throw new Problem(404, "Not sent by this product", `Hosts of ${product} do not report ${slug}.`, {
			products: statistic.products,
		});
	}
	return { statistic, product, language, values };
}

/** The day of an address, by default the last published one. */
export function requestedDay({ date }: { date: Day | null }, published: Published | null): Day {
	const range = publishedRange(published);
	const day = date ?? range.to;
	if (day < range.from || day > (published?.shownUntil ?? range.to)) throw notPublished(day, range);
	return earlier(day, range.to);
}

export interface Range {
	from: Day;
	to: Day;
}

/**
 * The days of an address, clipped to the published ones; by default all. A named range counts back from the date; `from` and
 * `to` take precedence over it.
 */
export function requestedRange(
	{ from, to, range: name, date }: Pick<Values<typeof series>, "from" | "to" | "range" | "date">,
	published: Published | null,
): Range {
	if (from && to && from > to) throw badValue("from", from, `is after to (${to})`);
	const range = publishedRange(published);
	if (name && !from && !to) return daysOf(name, requestedDay({ date }, published), range.from);
	if (from && from > range.to) throw notPublished(from, range);
	if (to && to < range.from) throw notPublished(to, range);
	return { from: later(from ?? range.from, range.from), to: earlier(to ?? range.to, range.to) };
}

/** Refuses buckets that the statistic never had. */
export async function assertBuckets({ statistic }: Pick<Subject, "statistic">, buckets: readonly string[]) {
	for (const bucket of buckets)
		if (!isNamed(statistic, bucket) && !(await bucketOccurs(statistic.slug, bucket)))
			throw badValue("bucket", bucket, `is no bucket of ${statistic.slug}`);
}

/** The view of a statistic's chart. Throws a `Problem` if a bucket is unknown, or no day of the range is published. */
export async function requestedChart(
	statistic: Statistic,
	values: Values<typeof parametersOfChart> & { date: Day | null },
	published: Published | null,
): Promise<ChartView> {
	const chart = chartViewOf(values);
	await assertBuckets({ statistic }, chart.buckets);
	if (published) requestedRange(values, published);
	const { measure, count } = plainChart;
	// One number has no parts.
	if (isOneNumber(statistic)) return { ...chart, measure, count, buckets: [] };
	return hasUnits(statistic) ? chart : { ...chart, count };
}

export function publishedRange(published: Published | null): Range {
	assertPublished(published);
	return { from: published.firstDay, to: published.lastDay };
}

export function assertPublished(published: Published | null): asserts published is Published {
	if (!published) {
		throw new Problem(
			404,
			"Nothing published yet",
			"No day is published yet: the first is, the night after the first report.",
		);
	}
}

export function notPublished(day: Day, { from, to }: Range): Problem {
	return new Problem(404, "Day not published", `${day} is not published: days from ${from} to ${to} are.`, {
		from,
		to,
	});
}
