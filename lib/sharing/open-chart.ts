/** From the address of a standalone chart to everything that its document shows. */
import { addresses, standaloneChart } from "#lib/address/addresses";
import { type ChartView, chartParameters } from "#lib/address/chart-view";
import { type ComparedSide, comparePath, hrefOf, retirePath, statisticPath } from "#lib/address/links";
import { badParameter, write } from "#lib/address/query";
import type { Day } from "#lib/day";
import { formatNumber } from "#lib/format";
import { languageOfPath } from "#lib/language";
import { Problem } from "#lib/problem";
import type { PublishedProduct } from "#lib/product";
import { assertAnswers, comparedSides, readComparison, sidesIn } from "#lib/query/questions";
import {
	requestedChart,
	requestedDay,
	requestedRange,
	requestedSubject,
	type Subject,
	withLanguage,
} from "#lib/query/request";
import { readHostCourse, readRetirement, retirementChart, retirementTitle } from "#lib/query/retirement";
import { shownStatistic } from "#lib/query/shown-statistic";
import { subtitleOf } from "#lib/series/captions";
import { type ChartSpec, type SizeName, sizes, wholeNote } from "#lib/series/chart-spec";
import { comparisonTitle } from "#lib/series/comparison";
import { dumbbellChart } from "#lib/series/dumbbell-chart";
import { titleOf } from "#lib/statistics/labels";
import { isOneNumber, namedProduct, publishedProduct, type Statistic } from "#lib/statistics/statistic";
import { type Published, publishedOf } from "#lib/store/daily-rows";
import { translate } from "#lib/text/index";
import type { StandaloneChart } from "./standalone-chart";

export interface StandaloneRequest {
	standalone: StandaloneChart;
	statistic: Statistic;
	/** The day that is shown. */
	day: Day;
	/** Of a comparison; `null` of other charts. */
	compared: { a: ComparedSide; b: ComparedSide } | null;
	/** The bucket that might be dropped; `null` of other charts. */
	retired: string | null;
	published: Published;
}

/** The path may begin with a language. Throws a `Problem` if there is no such chart. */
export async function readStandaloneRequest(
	slug: string,
	path: string,
	parameters: URLSearchParams,
): Promise<StandaloneRequest> {
	const given = withLanguage(parameters, languageOfPath(path));
	const { values, ...subject } = requestedSubject(slug, given, standaloneChart);
	const { statistic, product, language } = subject;
	const { form, theme, date, a, b } = values;
	const range = await publishedOf([statistic]);
	const chart = await requestedChart(statistic, values, range);
	const day = requestedDay(values, range);
	if (!range) throw new Problem(404, "Nothing published yet", "No day is published yet.");
	// A range that begins after the shown day is refused.
	requestedRange(values, { ...range, lastDay: day });
	return {
		standalone: { slug, view: { language, product, day: date }, chart, form, sides: { a, b }, theme },
		statistic,
		day,
		compared: form === "compare" ? comparedSides(subject, { ...sidesIn({ a, b }), date }, range) : null,
		retired: form === "retire" ? retiredBucket(subject, chart) : null,
		published: range,
	};
}

function retiredBucket({ statistic }: Subject, { buckets }: ChartView): string {
	assertAnswers(statistic);
	const [bucket, ...more] = buckets;
	if (bucket && more.length === 0) return bucket;
	throw badParameter("bucket", "Name one bucket: bucket=centos-6 asks what it would mean to drop it.");
}

export interface LoadedChart extends StandaloneRequest {
	title: string;
	/** `null` where the chart says which products are compared. */
	product: PublishedProduct | null;
	/** The page that shows the same. */
	page: string;
	draw(size: SizeName): ChartSpec;
	/** Instead of a chart: a single number of one day. */
	figure: string | null;
	/** No host reported anything for it up to the day. */
	isEmpty: boolean;
}

/** Throws a `Problem` if there is no such chart. */
export async function loadStandaloneChart(
	slug: string,
	path: string,
	parameters: URLSearchParams,
): Promise<LoadedChart> {
	const loaded = await readStandaloneRequest(slug, path, parameters);
	if (loaded.compared) return loadComparison(loaded, loaded.compared);
	return loaded.retired ? loadRetirement(loaded, loaded.retired) : loadStatistic(loaded);
}

async function loadStatistic(loaded: StandaloneRequest): Promise<LoadedChart> {
	const { statistic, standalone, day, published } = loaded;
	const { view, chart, form } = standalone;
	const { language, product } = view;
	const shown = await shownStatistic(statistic, product, day, language, published, chart);
	const isFigure = form === "day" && isOneNumber(statistic);
	return {
		...loaded,
		title: titleOf(statistic, language),
		product: namedProduct(statistic, product),
		page: hrefOf(view, statisticPath(statistic), chartParameters(chart)),
		draw: form === "day" && !isFigure ? shown.bars : shown.lines,
		figure: isFigure ? formatNumber(shown.distribution.base.total, language) : null,
		isEmpty: shown.isEmpty,
	};
}

async function loadComparison(
	loaded: StandaloneRequest,
	compared: { a: ComparedSide; b: ComparedSide },
): Promise<LoadedChart> {
	const { statistic, standalone } = loaded;
	const { view, sides } = standalone;
	const { language } = view;
	const comparison = await readComparison(statistic, compared, language);
	return {
		...loaded,
		title: comparisonTitle(statistic, language),
		product: comparison.a.product === comparison.b.product ? namedProduct(statistic, compared.a.product) : null,
		page: hrefOf(view, comparePath(statistic), write(addresses.comparePage.parameters, sides)),
		draw: (size) => {
			const room = size === "slide" ? sizes.slide.height : undefined;
			return dumbbellChart(comparison, statistic, { size, language, room });
		},
		figure: null,
		isEmpty: comparison.rows.length === 0,
	};
}

async function loadRetirement(loaded: StandaloneRequest, bucket: string): Promise<LoadedChart> {
	const { statistic, standalone, day, published } = loaded;
	const { view } = standalone;
	const { language, product } = view;
	const subject = { statistic, product, language };
	const [retirement, course] = await Promise.all([
		readRetirement(subject, day, bucket, published),
		readHostCourse(subject, published, day, bucket),
	]);
	return {
		...loaded,
		title: retirementTitle(retirement, language),
		product: publishedProduct(statistic, product),
		page: hrefOf(view, retirePath(statistic, bucket)),
		draw: retirementChart(retirement, course, language),
		figure: null,
		isEmpty: Object.values(retirement.products).every(({ base }) => base === 0),
	};
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
	{ standalone, statistic, product, title, page, draw, figure, isEmpty }: LoadedChart,
	inSizes: readonly SizeName[],
): StandaloneContent {
	const { language } = standalone.view;
	const isFigure = figure !== null;
	const spec = draw("wide");
	const { sentence, subtitle } = spec;
	return {
		standalone,
		title,
		href: page,
		measure: [
			product && translate(language)(`product.${product}`),
			isFigure ? subtitleOf(statistic, "total", language) : subtitle,
		]
			.filter(Boolean)
			.join(" · "),
		sentence,
		note: wholeNote(spec),
		charts: isFigure || isEmpty ? [] : inSizes.map(draw),
		figure: isEmpty ? null : figure,
		nothing: isEmpty ? translate(language)("standalone.nothing") : null,
	};
}
