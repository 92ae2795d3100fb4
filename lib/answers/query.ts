/** The parameters of the data addresses: what is asked for, or the problem with it. */
import { bucketsMax, type ChartView, daysOf, plainChart } from "#lib/chart-view";
import { type Day, earlier, later } from "#lib/day";
import type { Language } from "#lib/language";
import { Problem } from "#lib/problem";
import type { Product } from "#lib/product";
import { isSentBy } from "#lib/series/described";
import { statisticBySlug } from "#lib/statistics/index";
import { isNamed } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import type { Published } from "#lib/store/daily-rows";
import { parameters as known, type Parameter } from "./parameters";

export interface Asked {
	statistic: Statistic;
	product: Product;
	language: Language;
}

/** Which statistic of which product. An unknown slug is 404 whatever else is wrong. */
export function askedStatistic(slug: string, parameters: URLSearchParams): Asked {
	const statistic = statisticBySlug(slug);
	if (!statistic) {
		throw new Problem(404, "Unknown statistic", `There is no statistic ${quoted(slug)}: /data/index.json lists them.`);
	}
	const product = asked(parameters, known.product) ?? "openvz7";
	const language = asked(parameters, known.lang) ?? "en";
	for (const day of [known.date, known.from, known.to]) asked(parameters, day);
	if (!isSentBy(statistic, product)) {
		throw new Problem(404, "Not sent by this product", `Hosts of ${product} do not report ${slug}.`, {
			products: statistic.products,
		});
	}
	return { statistic, product, language };
}

/** The day asked for, by default the last published one. */
export function askedDay(parameters: URLSearchParams, published: Published | null): Day {
	const range = publishedRange(published);
	const day = asked(parameters, known.date) ?? range.to;
	if (day < range.from || day > range.to) throw notPublished(day, range);
	return day;
}

export interface Range {
	from: Day;
	to: Day;
}

/**
 * The days asked for, clipped to those that are published; by default all. A range that has a name counts back from the
 * date, and gives way to days.
 */
export function askedRange(parameters: URLSearchParams, published: Published | null): Range {
	const from = asked(parameters, known.from);
	const to = asked(parameters, known.to);
	if (from && to && from > to) throw bad("from", from, `is after to (${to})`);
	const name = asked(parameters, known.range);
	const range = publishedRange(published);
	if (name && !from && !to) return daysOf(name, askedDay(parameters, published), range.from);
	if (from && from > range.to) throw notPublished(from, range);
	if (to && to < range.from) throw notPublished(to, range);
	return { from: later(from ?? range.from, range.from), to: earlier(to ?? range.to, range.to) };
}

/** The buckets asked for, or `undefined` for all. `occurs` says whether one was ever published. */
export async function askedBuckets(
	parameters: URLSearchParams,
	statistic: Statistic,
	occurs: (bucket: string) => Promise<boolean>,
): Promise<string[] | undefined> {
	const buckets = [...new Set(parameters.getAll("bucket").filter((bucket) => bucket !== ""))];
	for (const bucket of buckets) await mustBeBucket(bucket, statistic, occurs);
	return buckets.length > 0 ? buckets : undefined;
}

/** The one bucket asked for, or `undefined`. */
export async function askedBucket(
	parameters: URLSearchParams,
	statistic: Statistic,
	occurs: (bucket: string) => Promise<boolean>,
): Promise<string | undefined> {
	const bucket = oneValue(parameters, known.oneBucket.name);
	if (bucket !== undefined) await mustBeBucket(bucket, statistic, occurs);
	return bucket;
}

async function mustBeBucket(
	bucket: string,
	statistic: Statistic,
	occurs: (bucket: string) => Promise<boolean>,
): Promise<void> {
	const isKey = known.bucket.schema.safeParse(bucket).success;
	if (!isKey || !(isNamed(statistic, bucket) || (await occurs(bucket))))
		throw bad("bucket", bucket, `${known.bucket.wrong} of ${statistic.slug}`);
}

/** How the chart of history is looked at. `buckets` are those that `askedBuckets` let through. */
export function askedChart(parameters: URLSearchParams, buckets: readonly string[] = []): ChartView {
	if (buckets.length > bucketsMax) {
		throw new Problem(
			400,
			"Bad parameter",
			`The parameter bucket is given ${buckets.length} times: a chart has room for ${bucketsMax}.`,
			{ parameter: "bucket" },
		);
	}
	const from = asked(parameters, known.from) ?? null;
	const to = asked(parameters, known.to) ?? null;
	if (from && to && from > to) throw bad("from", from, `is after to (${to})`);
	const range = asked(parameters, known.range) ?? plainChart.range;
	return {
		measure: asked(parameters, known.show) ?? plainChart.measure,
		axis: asked(parameters, known.axis) ?? plainChart.axis,
		range: from || to ? { from, to } : range,
		buckets,
		events: asked(parameters, known.events) === "on",
	};
}

/** The value of a parameter that takes one of a few words. */
export function oneOf<T extends string>(parameters: URLSearchParams, name: string, words: readonly T[]): T | undefined {
	const text = oneValue(parameters, name);
	if (text === undefined) return undefined;
	const word = words.find((known) => known === text);
	if (!word) throw bad(name, text, `is none of ${words.join(", ")}`);
	return word;
}

/** The value of a parameter, `undefined` where it is absent; a wrong one is a problem. */
export function asked<T>(parameters: URLSearchParams, { name, schema, wrong }: Parameter<T>): T | undefined {
	const text = oneValue(parameters, name);
	if (text === undefined) return undefined;
	const read = schema.safeParse(text);
	if (!read.success) throw bad(name, text, wrong);
	return read.data;
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

function notPublished(day: Day, { from, to }: Range): Problem {
	return new Problem(404, "Day not published", `${day} is not published: days from ${from} to ${to} are.`, {
		from,
		to,
	});
}

/** An empty parameter is an absent one; one given twice is a mistake. */
export function oneValue(parameters: URLSearchParams, name: string): string | undefined {
	const given = parameters.getAll(name).filter((value) => value !== "");
	if (given.length > 1)
		throw new Problem(400, "Bad parameter", `The parameter ${name} is given ${given.length} times: give it once.`, {
			parameter: name,
		});
	return given[0];
}

export function bad(name: string, value: string, why: string): Problem {
	return new Problem(400, "Bad parameter", `${name}=${quoted(value)} ${why}.`, { parameter: name });
}

function quoted(text: string): string {
	return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
