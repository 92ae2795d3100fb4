/** What is shown of a statistic, read from the published rows: its distribution on a day and its series over days. */
import { type Day, daysBetween, daysThrough, earlier, later, plusDays } from "#lib/day";
import { defaultLanguage, type Language } from "#lib/language";
import { type Product, windowDays } from "#lib/product";
import { type Distribution, distribution } from "#lib/series/distribution";
import { quietTimes } from "#lib/series/gaps";
import { restatedDays, restatedWithin } from "#lib/series/restated";
import { type Courses, coursesOf, type Series, type SumsOfDays, series, sumsKey } from "#lib/series/series";
import { type ChangesSince, changesSince } from "#lib/series/since";
import reports from "#lib/statistics/reports";
import { isObserved, publishedProduct, type Statistic } from "#lib/statistics/statistic";
import {
	bucketLabels,
	type DailyRow,
	dailyRowsOn,
	type Labels,
	observedRowsOn,
	rowsOfDays,
	rowsOn,
	someObservedDays,
	sumsOn,
} from "#lib/store/daily-rows";
import { type Restatement, restatements } from "#lib/store/day-records";
import { columnsOf } from "#lib/store/monthly-columns";
import type { Range } from "./request";

/** The rows of one chart or table. */
interface Requested {
	statistic: Statistic;
	product: Product;
}

/** The stored labels of some statistics. */
export function readLabels(statistics: readonly Statistic[]): Promise<Labels> {
	return bucketLabels(statistics.map(({ slug }) => slug));
}

/** What the readings of a page have in common, so that it is read once: stored labels, and days that were published again. */
export interface Shared {
	labels: Promise<Labels>;
	/** By `keyOf`. */
	restatements: Promise<ReadonlyMap<string, readonly Restatement[]>>;
	/** By `keyOf`, of statistics of units on the days that sentences compare. */
	sums: Promise<ReadonlyMap<string, SumsOfDays>>;
	/** Of charts, when hardly any reports came, by product. */
	quiet: Promise<ReadonlyMap<Product, Series["quiet"]>>;
}

/** Where `bases` alone are read, nothing has a label. `compared`: the days that the sentence of the chart may compare. */
export function readShared(
	requested: readonly Requested[],
	range: Range,
	{ bases = false, compared = [] }: { bases?: boolean; compared?: readonly Day[] } = {},
): Shared {
	const shared: Shared = {
		labels: bases ? Promise.resolve(new Map()) : readLabels(requested.map(({ statistic }) => statistic)),
		restatements: restatements(requested.map(wantedOf), range).then(
			(ofEach) => new Map(requested.map((one, i) => [keyOf(one), ofEach[i] ?? []])),
		),
		sums: readSums(
			requested.filter(({ statistic }) => statistic.over === "window" && statistic.unit !== "hosts"),
			compared,
		),
		quiet: compared.length > 0 ? readQuiet(requested, range) : Promise.resolve(new Map()),
	};
	// Whoever fails over one of them never comes to wait for the others: their failures need nobody.
	for (const reading of Object.values(shared)) reading.catch(() => {});
	return shared;
}

/** Days before the range tell what is usual. */
const usualDays = 56;

async function readQuiet(requested: readonly Requested[], { from, to }: Range): Promise<Map<Product, Series["quiet"]>> {
	const ofHosts = requested.filter(({ statistic }) => statistic.over === "window");
	const wanted = [...new Set(ofHosts.map(({ product }) => product))];
	if (wanted.length === 0) return new Map();
	const begin = plusDays(from, -usualDays);
	const columns = await columnsOf(
		wanted.map((product) => ({ product, statistic: reports.slug, from: begin, to, buckets: [] })),
	);
	const days = daysThrough(begin, to);
	return new Map(
		wanted.map((product, i) => {
			const { base } = series(reports, product, { from: begin, to }, columns[i] ?? [], undefined, { days });
			const times = quietTimes(base.total).map((time) => ({ from: days[time.from] ?? from, to: days[time.to] ?? to }));
			return [product, times.filter((time) => time.to >= from)];
		}),
	);
}

async function readSums(requested: readonly Requested[], days: readonly Day[]): Promise<Map<string, SumsOfDays>> {
	if (requested.length === 0 || days.length === 0) return new Map();
	const rows = await sumsOn(requested.map(wantedOf), days);
	return new Map(
		requested.map((one) => {
			const { product, statistic } = wantedOf(one);
			const own = rows.filter((row) => row.product === product && row.statistic === statistic);
			return [keyOf(one), new Map(own.map((row) => [sumsKey(row.day, row.bucket), row]))];
		}),
	);
}

/** The days that the sentence of a chart may compare: the last, and the first, or the first with a full window. */
export function comparedDays({ from, to }: Range, product: Product): Day[] {
	return [from, plusDays(from, windowDays[product] - 1), to].filter((day) => day <= to);
}

/** Of some statistics on one day, of observed ones on their last observed day up to it: the rows of all in two queries. */
export async function readDistributions(
	requested: readonly Requested[],
	day: Day,
	language: Language,
	shared: Shared = readShared(requested, { from: day, to: day }),
): Promise<Distribution[]> {
	const [rows, labels, again] = await Promise.all([readRows(requested, day), shared.labels, shared.restatements]);
	return requested.map(({ statistic, product }, i) => {
		const ofStatistic = rows[i] ?? [];
		const on = isObserved(statistic) ? (ofStatistic[0]?.day ?? day) : day;
		const shown = distribution(statistic, product, on, ofStatistic, labels.get(statistic.slug), language);
		const restated = (again.get(keyOf({ statistic, product })) ?? [])
			.filter((one) => one.day === day)
			.map(({ at, reasons }) => ({ at, reasons }));
		return restated.length > 0 ? { ...shown, restated } : shown;
	});
}

async function readRows(requested: readonly Requested[], day: Day): Promise<(readonly DailyRow[])[]> {
	const isOfFiles = ({ statistic }: Requested) => isObserved(statistic);
	const [ofHosts, ofFiles] = [requested.filter((one) => !isOfFiles(one)), requested.filter(isOfFiles)];
	const [hostRows, observedRows] = await Promise.all([
		ofHosts.length > 0 ? rowsOn(ofHosts.map(wantedOf), day) : [],
		observedRowsOn(
			ofFiles.map(({ statistic }) => statistic.slug),
			day,
		),
	]);
	return requested.map((one) =>
		isOfFiles(one) ? (observedRows[ofFiles.indexOf(one)] ?? []) : (hostRows[ofHosts.indexOf(one)] ?? []),
	);
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
	shared?: Shared,
): Promise<Series> {
	const [history] = await readHistories([{ statistic, product, range, buckets }], language, shared);
	return history as Series;
}

interface RequestedHistory extends Requested {
	range: Range;
	/** These only; none: the base alone. */
	buckets?: readonly string[] | undefined;
}

/** Of some statistics, each over its days: the columns of all in one query. `shared` has all of these days. */
export async function readHistories(
	requested: readonly RequestedHistory[],
	language: Language,
	shared: Shared = readShared(requested, wholeRange(requested), {
		bases: requested.every(({ buckets }) => buckets?.length === 0),
	}),
): Promise<Series[]> {
	const [columns, labels, again, sums, quiet] = await Promise.all([
		columnsOf(requested.map((one) => ({ ...wantedOf(one), ...one.range, buckets: one.buckets }))),
		shared.labels,
		shared.restatements,
		shared.sums,
		shared.quiet,
	]);
	const daysOf = new Map<string, Day[]>();
	return requested.map((one, i) => {
		const { statistic, product, range, buckets } = one;
		const days = daysOf.get(`${range.from} ${range.to}`) ?? daysThrough(range.from, range.to);
		daysOf.set(`${range.from} ${range.to}`, days);
		const ownSums = sums.get(keyOf(one));
		const ownQuiet = statistic.over === "window" ? quiet.get(product) : undefined;
		return {
			...series(statistic, product, range, columns[i] ?? [], labels.get(statistic.slug), { language, buckets, days }),
			...restatedWithin(restatedDays(again.get(keyOf(one)) ?? []), range),
			...(ownSums ? { sums: ownSums } : {}),
			...(ownQuiet?.length ? { quiet: ownQuiet } : {}),
		};
	});
}

/** The base alone. */
export async function readBase(statistic: Statistic, product: Product, range: Range): Promise<Series["base"]> {
	return (await readSeries(statistic, product, range, defaultLanguage, [])).base;
}

function wholeRange(requested: readonly { range: Range }[]): Range {
	const [first, ...others] = requested.map(({ range }) => range);
	if (!first) throw new Error("no history is asked for");
	return others.reduce((all, { from, to }) => ({ from: earlier(all.from, from), to: later(all.to, to) }), first);
}

const wantedOf = ({ statistic, product }: Requested) => ({
	product: publishedProduct(statistic, product),
	statistic: statistic.slug,
});

const keyOf = ({ statistic, product }: Requested) => `${product} ${statistic.slug}`;

const coursePoints = 30;

/** The course of every bucket over a range, in a few points spread evenly up to its last day. */
export async function readCourses(
	statistic: Statistic,
	product: Product,
	{ from, to }: Range,
	{ measure, isInHosts }: { measure: "share" | "total"; isInHosts: boolean },
): Promise<Courses> {
	const days = isObserved(statistic)
		? await someObservedDays(statistic.slug, from, to, coursePoints)
		: spreadDays({ from, to });
	const rows = await dailyRowsOn(publishedProduct(statistic, product), statistic.slug, days);
	return coursesOf(days, isInHosts ? rows.map((row) => ({ ...row, total: row.hosts })) : rows, measure);
}

/** The changes of the shares of a distribution since an earlier day, of hosts or units as it counts. */
export async function readChangesSince(
	now: Distribution,
	statistic: Statistic,
	product: Product,
	before: Day,
): Promise<ChangesSince> {
	const rows = await rowsOfDays([statistic.slug], [before, now.date]);
	const published = publishedProduct(statistic, product);
	return changesSince(
		now,
		before,
		rows.filter((row) => row.product === published),
	);
}

function spreadDays({ from, to }: Range): Day[] {
	const length = daysBetween(from, to);
	const steps = Math.min(length, coursePoints - 1);
	return Array.from({ length: steps + 1 }, (_, i) => plusDays(from, Math.round((length * i) / Math.max(steps, 1))));
}
