/** A statistic as a table of texts, before it becomes Markdown, HTML or BBCode. Long histories are thinned to readable length. */

import type { Day } from "#lib/day";
import {
	type Caption,
	captionOf,
	inUsualCount,
	isComparison,
	isSeries,
	type StatisticExport,
} from "#lib/export/export";
import { thinDays } from "#lib/export/thin-days";
import { formatDay, formatNumber, formatPointsOf, formatShareOf } from "#lib/format";
import { percentIn } from "#lib/series/amounts";
import { type Comparison, namesOfSides, smallerBase } from "#lib/series/comparison";
import { otherNumberOf } from "#lib/series/counted";
import { type Distribution, inNaturalOrder, supportOf } from "#lib/series/distribution";
import { lineChart } from "#lib/series/line-chart";
import { dateTextAt, inPeriods } from "#lib/series/periods";
import type { Series } from "#lib/series/series";
import { isOfHosts, isOneNumber } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { translateOnServer } from "#lib/text/server";

export interface TextTable extends Caption {
	language: StatisticExport["language"];
	/** Beside the title: the measure if the columns do not name it, product and dates. */
	details: string[];
	/** The first names the rows, the others are numbers. */
	columns: string[];
	rows: string[][];
	/** The base; `null` if it is the number itself. */
	sum: string[] | null;
	address: string;
}

/** More rows of a history than this are thinned: to weeks, months or years. */
const rowsMax = 31;

export function textTable(given: StatisticExport): TextTable {
	const exported = inUsualCount(given);
	const content = isSeries(exported)
		? ofSeries(exported)
		: isComparison(exported)
			? ofComparison(exported)
			: ofDistribution(exported as StatisticExport<Distribution>, given.shown as Distribution);
	const caption = captionOf(exported);
	return {
		...caption,
		...content,
		language: exported.language,
		address: exported.address,
		details: [...content.details, caption.product, caption.dates].filter(Boolean),
	};
}

type Content = Pick<TextTable, "details" | "columns" | "rows" | "sum">;

/** `own` is counted in the unit of the statistic, `shown` in hosts or units. */
function ofDistribution({ statistic, shown, language }: StatisticExport<Distribution>, own: Distribution): Content {
	const t = translate(language);
	const number = (value: number) => formatNumber(value, language);
	const support = supportOf(shown.base, statistic.unit);
	const other = otherNumberOf(own, shown);
	const isOne = isOneNumber(statistic);
	const hasIntervals = shown.rows.some(({ interval }) => interval);
	const share = (percent: number) => formatShareOf(percent, support, language, "fixed");
	return {
		details: [],
		columns: [
			t("table.name"),
			...(isOne ? [] : [t(other ? `measure.share.${statistic.unit}` : "table.share")]),
			...(hasIntervals ? [t("table.interval")] : []),
			t(`table.total.${statistic.unit}`),
			...(other && !isOne ? [t(`measure.share.${other.unit}`)] : []),
			...(other ? [t(`table.total.${other.unit}`)] : []),
		],
		rows: inNaturalOrder(shown.rows, statistic.order).map((row) => {
			const merged = row.merged
				? ` (${t("table.merged", { count: row.merged, hosts: `${statistic.threshold}` })})`
				: "";
			return [
				isOne ? shown.statistic.title : row.label + merged,
				...(isOne ? [] : [share(row.percent)]),
				...(hasIntervals ? [row.interval?.map(share).join(" … ") ?? "–"] : []),
				number(row.total),
				...(other && !isOne ? [share(percentIn(other.of(row), other.all, other.unit))] : []),
				...(other ? [number(other.of(row))] : []),
			];
		}),
		sum: isOne
			? null
			: [
					t("table.sum"),
					share(100),
					...(hasIntervals ? [""] : []),
					number(shown.base.total),
					...(other ? [share(100), number(other.all)] : []),
				],
	};
}

/** Shares of both sides, and the difference in points with its interval. */
function ofComparison({ shown, language }: StatisticExport<Comparison>): Content {
	const t = translate(language);
	const names = namesOfSides(shown, language);
	const { unit } = shown.statistic;
	const share = (side: Comparison["rows"][number]["a"], { base }: Comparison["a"]) =>
		side ? formatShareOf(side.percent, supportOf(base, unit), language) : t("questions.compare.merged");
	const points = (value: number) => formatPointsOf(value, smallerBase(shown), language);
	const all = (side: Comparison["a"]) => formatNumber(supportOf(side.base, unit), language);
	return {
		details: [],
		columns: [t("table.name"), names.a, names.b, t("questions.compare.change95")],
		rows: shown.rows.map((row) => [
			row.label,
			share(row.a, shown.a),
			share(row.b, shown.b),
			row.points === null
				? "–"
				: points(row.points) + (row.interval ? ` (${row.interval.map(points).join(" … ")})` : ""),
		]),
		sum: [isOfHosts(unit) ? t("table.hosts") : t(`table.total.${unit}`), all(shown.a), all(shown.b), ""],
	};
}

/** The same lines, measure and gaps as the chart. */
function ofSeries({ statistic, shown, language, look }: StatisticExport<Series>): Content {
	const t = translate(language);
	const chart = lineChart(shown, statistic, { size: "full", language, ...look });
	const isOne = isOneNumber(statistic);
	const textOf = (value: number | null | undefined, write: (value: number) => string) =>
		value === null || value === undefined ? "–" : write(value);
	const number = (value: number) => formatNumber(value, language);
	const share = (value: number) => formatShareOf(value, chart.baseHosts, language, "fixed");
	const cell = chart.measure === "share" ? share : number;
	const { days, base } = inPeriods(shown, statistic)?.history ?? shown;
	// Weeks are not thinned: none stands for its neighbours.
	const places = chart.periods?.slice(-rowsMax).map(({ to }) => to) ?? thinDays(days, rowsMax);
	return {
		details: [chart.subtitle],
		columns: [
			chart.periods && chart.every !== "day" ? translateOnServer(language)(`period.${chart.every}`) : t("course.day"),
			...chart.lines.map(({ label }) => (isOne ? t(`table.total.${statistic.unit}`) : label)),
			...(isOne ? [] : [t("table.sum")]),
		],
		rows: places.map((place) => [
			chart.periods ? dateTextAt(chart, place) : formatDay(days[place] as Day, language, "short"),
			...chart.lines.map(({ values }) => textOf(values[place], cell)),
			...(isOne ? [] : [textOf(base.total[place], number)]),
		]),
		sum: null,
	};
}
