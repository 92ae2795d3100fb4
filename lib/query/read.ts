/** What is shown of a statistic, read from the published rows: its distribution on a day and its series over days. */
import { type Day, daysBetween, plusDays } from "#lib/day";
import { defaultLanguage, type Language } from "#lib/language";
import type { Product } from "#lib/product";
import { type Distribution, distribution } from "#lib/series/distribution";
import { restatedDays, restatedWithin } from "#lib/series/restated";
import { type Courses, coursesOf, type Series, series } from "#lib/series/series";
import { publishedProduct, type Statistic } from "#lib/statistics/statistic";
import { bucketLabels, columnsBetween, dailyRowsOn, type Labels, rowsOn } from "#lib/store/daily-rows";
import { restatements } from "#lib/store/day-records";
import type { Range } from "./request";

/** The stored labels of some statistics. A page reads them once, for its distributions and its series. */
export function readLabels(statistics: readonly Statistic[]): Promise<Labels> {
	return bucketLabels(statistics.map(({ slug }) => slug));
}

/** Of some statistics on one day: the rows of all in one query, their labels in another. */
export async function readDistributions(
	statistics: readonly { statistic: Statistic; product: Product }[],
	day: Day,
	language: Language,
	reading: Promise<Labels> | Labels = readLabels(statistics.map(({ statistic }) => statistic)),
): Promise<Distribution[]> {
	const wanted = statistics.map(({ statistic, product }) => wantedOf(statistic, product));
	const [rows, labels, again] = await Promise.all([
		rowsOn(wanted, day),
		reading,
		restatements(wanted, { from: day, to: day }),
	]);
	return statistics.map(({ statistic, product }, i) => {
		const shown = distribution(statistic, product, day, rows[i] ?? [], labels.get(statistic.slug), language);
		const restated = again[i]?.map(({ at, reasons }) => ({ at, reasons })) ?? [];
		return restated.length > 0 ? { ...shown, restated } : shown;
	});
}

export async function readDistribution(
	statistic: Statistic,
	product: Product,
	day: Day,
	language: Language,
): Promise<Distribution> {
	const [shown] = await readDistributions([{ statistic, product }], day, language);
	return shown as Distribution;
}

export async function readSeries(
	statistic: Statistic,
	product: Product,
	range: Range,
	language: Language,
	buckets?: readonly string[],
	reading: Promise<Labels> | Labels = buckets?.length === 0 ? new Map() : readLabels([statistic]),
): Promise<Series> {
	const wanted = wantedOf(statistic, product);
	const [columns, labels, [again = []]] = await Promise.all([
		columnsBetween(wanted, range.from, range.to, buckets),
		reading,
		restatements([wanted], range),
	]);
	return {
		...series(statistic, product, range, columns, labels.get(statistic.slug), { language, buckets }),
		...restatedWithin(restatedDays(again), range),
	};
}

/** The base alone. */
export async function readBase(statistic: Statistic, product: Product, range: Range): Promise<Series["base"]> {
	return (await readSeries(statistic, product, range, defaultLanguage, [])).base;
}

const wantedOf = (statistic: Statistic, product: Product) => ({
	product: publishedProduct(statistic, product),
	statistic: statistic.slug,
});

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
