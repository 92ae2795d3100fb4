/** What is shown of a statistic, read from the published rows: its distribution on a day and its series over days. */
import { type Day, daysBetween, plusDays } from "#lib/day";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import { publishedProduct } from "#lib/series/described";
import { type Distribution, distribution } from "#lib/series/distribution";
import { type Courses, coursesOf, type Series, series } from "#lib/series/series";
import type { Statistic } from "#lib/statistics/statistic";
import { bucketLabels, dailyRows, dailyRowsOn } from "#lib/store/daily-rows";
import type { Range } from "./request";

export async function readDistribution(
	statistic: Statistic,
	product: Product,
	day: Day,
	language: Language,
): Promise<Distribution> {
	const [rows, labels] = await Promise.all([
		dailyRows(publishedProduct(statistic, product), statistic.slug, day, day),
		bucketLabels(statistic.slug),
	]);
	return distribution(statistic, product, day, rows, labels, language);
}

export async function readSeries(
	statistic: Statistic,
	product: Product,
	range: Range,
	language: Language,
	buckets?: readonly string[],
): Promise<Series> {
	const [rows, labels] = await Promise.all([
		dailyRows(publishedProduct(statistic, product), statistic.slug, range.from, range.to, buckets),
		bucketLabels(statistic.slug),
	]);
	return series(statistic, product, range, rows, labels, { language, buckets });
}

const coursePoints = 30;

/** The course of every bucket over a range, in a few points spread evenly up to its last day. */
export async function readCourses(
	statistic: Statistic,
	product: Product,
	{ from, to }: Range,
	measure: "share" | "total",
): Promise<Courses> {
	const length = daysBetween(from, to);
	const steps = Math.min(length, coursePoints - 1);
	const days = Array.from({ length: steps + 1 }, (_, i) =>
		plusDays(from, Math.round((length * i) / Math.max(steps, 1))),
	);
	return coursesOf(days, await dailyRowsOn(publishedProduct(statistic, product), statistic.slug, days), measure);
}
