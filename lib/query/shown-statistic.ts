/** Everything a page shows of one statistic: its history up to a day, its distribution on that day, and their charts. */

import { type ChartView, daysOf, plainChart } from "#lib/address/chart-view";
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import { barChart } from "#lib/series/bar-chart";
import { bucketsToDraw, chartKind, usualBuckets } from "#lib/series/chart-kind";
import { type BarSpec, type Frame, type LineSpec, restBucket, type SizeName, sizes } from "#lib/series/chart-spec";
import { countedStatistic, countsHosts, distributionInHosts, hasUnits, seriesInHosts } from "#lib/series/counted";
import { type Distribution, telling } from "#lib/series/distribution";
import { lineCharts } from "#lib/series/line-chart";
import type { Colour } from "#lib/series/palette";
import { lastPeriod } from "#lib/series/periods";
import { heldOver, type Series, within } from "#lib/series/series";
import { eventsBetween, type WorldEvent } from "#lib/statistics/events";
import { isObserved, type Statistic } from "#lib/statistics/statistic";
import { citedSources, type Published } from "#lib/store/daily-rows";
import { largestHosts } from "#lib/store/largest-hosts";
import { comparedDays, readDistributions, readHistories, readShared } from "./read";

export interface ShownStatistic {
	statistic: Statistic;
	day: Day;
	/** How its history is drawn. */
	chart: ChartView;
	distribution: Distribution;
	/** The same in hosts or units, as the chart counts. */
	counted: { statistic: Statistic; distribution: Distribution };
	/** What the table beside the default chart has: of what happens on single days, the last whole week or month. */
	lately: Distribution;
	/** Of the buckets and days in the chart. */
	history: Series;
	lines(size: SizeName | Frame): LineSpec;
	bars(size: SizeName): BarSpec;
	/** Addresses at which others published the numbers. */
	sources: readonly string[];
	/** No host reported anything for it up to the day. */
	isEmpty: boolean;
	/** Of the buckets in the chart of history. */
	colours: ReadonlyMap<string, Colour>;
	/** The buckets of the default chart. */
	usual: readonly string[];
	/** The marked events, if the view shows them. */
	events: readonly WorldEvent[];
}

export async function shownStatistic(
	statistic: Statistic,
	product: Product,
	day: Day,
	language: Language,
	published: Published,
	chart: ChartView = plainChart,
): Promise<ShownStatistic> {
	const [shown] = await shownStatistics([statistic], product, day, language, published, chart);
	return shown as ShownStatistic;
}

/** Several on one page: their distributions are read together, and then their histories. */
export async function shownStatistics(
	statistics: readonly Statistic[],
	product: Product,
	day: Day,
	language: Language,
	{ firstDay, observed }: Pick<Published, "firstDay" | "observed">,
	chart: ChartView = plainChart,
): Promise<ShownStatistic[]> {
	const wanted = statistics.map((statistic) => ({ statistic, product }));
	const range = { from: firstDay, to: day };
	const compared = comparedDays(daysOf(chart.range, day, firstDay), product);
	const shared = readShared(wanted, range, { compared });
	const [distributions, holders] = await Promise.all([
		readDistributions(wanted, day, language, shared),
		statistics.some(hasUnits) ? largestHosts(product, day) : [],
	]);
	const cited = distributions.flatMap(({ date }, i) => {
		const statistic = statistics[i] as Statistic;
		return isObserved(statistic) ? [{ slug: statistic.slug, day: date }] : [];
	});
	const sources = new Map((await citedSources(cited)).map((of, i) => [cited[i]?.slug ?? "", of]));
	const parts = distributions.map((distribution, i) => {
		const statistic = statistics[i] as Statistic;
		const known = holders.find((one) => one.statistic === statistic.slug);
		const held = known && hasUnits(statistic) ? { holders: known.hosts } : {};
		const isInHosts = countsHosts(statistic, chart);
		const whole = { ...distribution, ...held };
		const counted = isInHosts ? distributionInHosts(whole) : whole;
		const onThatDay = telling(counted.rows, countedStatistic(statistic, chart)).map(({ bucket }) => bucket);
		return { statistic, distribution, held, isInHosts, counted, onThatDay };
	});
	const histories = await readHistories(
		parts.map(({ statistic, distribution, onThatDay }) => ({
			statistic,
			product,
			range: { from: observed.get(statistic.slug)?.firstDay ?? firstDay, to: distribution.date },
			buckets: bucketsToDraw(statistic, onThatDay, chart),
		})),
		language,
		shared,
	);
	return parts.map(({ statistic, distribution, held, isInHosts, counted, onThatDay }, i) => {
		const read = heldOver(histories[i] as Series, statistic);
		const history = isInHosts ? seriesInHosts(read) : { ...read, ...held };
		const shown = shownFrom(statistic, distribution, counted, history, usualBuckets(onThatDay), chart, language);
		return { ...shown, sources: sources.get(statistic.slug) ?? [] };
	});
}

function shownFrom(
	statistic: Statistic,
	distribution: Distribution,
	inCount: Distribution,
	whole: Series,
	usual: readonly string[],
	chart: ChartView,
	language: Language,
): Omit<ShownStatistic, "sources"> {
	const { from: firstDay, to: day } = whole;
	const range = daysOf(chart.range, day, firstDay);
	const history = within(whole, range);
	const events = chart.events
		? eventsBetween(statistic, firstDay, day).filter((event) => event.day >= range.from && event.day <= range.to)
		: [];
	const { measure, axis, buckets: chosen } = chart;
	const drawn = new Map<SizeName | Frame, LineSpec>();
	const counted = { statistic: countedStatistic(statistic, chart), distribution: inCount };
	const inSize = lineCharts(history, counted.statistic, {
		language,
		kind: chartKind(statistic, chart),
		measure: measure ?? undefined,
		axis,
		chosen,
		// Of what happened, the default chart has the largest of all days.
		usual: chartKind(statistic, chart) === "columns" && chosen.length === 0 ? undefined : usual,
		events,
	});
	const lines: ShownStatistic["lines"] = (size) => {
		const known = drawn.get(size);
		if (known) return known;
		const spec = inSize(size);
		drawn.set(size, spec);
		return spec;
	};
	const colours = new Map(
		lines("wide")
			.lines.filter(({ bucket }) => bucket !== restBucket)
			.map(({ bucket, colour }) => [bucket, colour]),
	);
	return {
		statistic,
		day,
		chart,
		distribution,
		counted,
		lately: lastPeriod(inCount, whole, statistic) ?? inCount,
		history,
		lines,
		bars: (size) =>
			barChart(counted.distribution, counted.statistic, {
				size,
				language,
				colours,
				chosen,
				// On a slide, many bars would be too small to read from the last row.
				room: size === "slide" ? sizes.slide.height : undefined,
			}),
		isEmpty: (isObserved(statistic) ? whole.base.total : whole.base.hosts).every((amount) =>
			isObserved(statistic) ? amount === null : !amount,
		),
		colours,
		usual: chosen.length === 0 && chartKind(statistic, chart) === "columns" ? [...colours.keys()] : usual,
		events,
	};
}
