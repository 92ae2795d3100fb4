/** The slide of a statistic: its words, and a native chart of a day or a history. */

import { dataLicence } from "#lib/data-licence";
import { captionOf, dayOf, inUsualCount, isComparison, isSeries, type StatisticExport } from "#lib/export/export";
import { barChart } from "#lib/series/bar-chart";
import { amountOf, subtitleOf } from "#lib/series/captions";
import { bucketsToDraw } from "#lib/series/chart-kind";
import { wholeNote } from "#lib/series/chart-spec";
import { type Comparison, namesOfSides } from "#lib/series/comparison";
import type { Distribution } from "#lib/series/distribution";
import { dumbbellChart } from "#lib/series/dumbbell-chart";
import { lineChart } from "#lib/series/line-chart";
import { baseText, thresholdText } from "#lib/series/method";
import { coloursOf } from "#lib/series/palette";
import type { Series } from "#lib/series/series";
import { aboutOf } from "#lib/statistics/labels";
import { isOfOneDay, isOneNumber } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { translateOnServer } from "#lib/text/server";
import { presentation } from "./deck";
import { type NativeChart, nativeBars, nativeLines, nativePairs } from "./native-chart";

export function presentationOf(exported: StatisticExport): Promise<Uint8Array<ArrayBuffer>> {
	const { language, isSimulation } = exported;
	const t = translate(language);
	const { title, product, dates } = captionOf(exported);
	return presentation({
		title: [title, product, dates].join(" · "),
		author: t("export.author"),
		day: dayOf(exported),
		language,
		simulation: isSimulation ? t("export.simulation") : null,
		cover: null,
		slides: [statisticSlide(exported)],
	});
}

export interface StatisticSlide {
	title: string;
	subtitle: string;
	chart: NativeChart;
	/** A single number, in large type. */
	figure: string | null;
	/** Headings of the columns in the chart's workbook. */
	columns: { key: string; total: string };
	/** The alternative text of the chart. */
	sentence: string;
	note: string;
	source: string;
	address: string;
	/** Paragraphs. */
	notes: string[];
}

export function statisticSlide(given: StatisticExport): StatisticSlide {
	const exported = inUsualCount(given);
	const { statistic, language, address } = exported;
	const t = translate(language);
	const ofMethod = translateOnServer(language);
	const caption = captionOf(exported);
	const { chart, key, figure, subtitle, sentence, note } = isSeries(exported)
		? ofSeries(exported)
		: isComparison(exported)
			? ofComparison(exported)
			: ofDay(exported as StatisticExport<Distribution>);
	return {
		title: caption.title,
		subtitle: [subtitle, caption.product, caption.dates].filter(Boolean).join(" · "),
		chart,
		figure,
		columns: {
			key,
			total: t(`table.total.${statistic.unit}`),
		},
		sentence,
		note,
		source: caption.source,
		address,
		notes: [
			sentence,
			aboutOf(statistic, language),
			`${ofMethod("method.base")}: ${baseText(statistic, language)}`,
			`${ofMethod("method.window")}: ${caption.window}`,
			...(isOneNumber(statistic) ? [] : [`${ofMethod("method.threshold")}: ${thresholdText(statistic, language)}`]),
			...(caption.simulation ? [caption.simulation] : []),
			`${caption.source}, ${caption.licence} (${dataLicence.address}): ${address}`,
		],
	};
}

type ChartContent = Pick<StatisticSlide, "chart" | "subtitle" | "sentence" | "note" | "figure"> & { key: string };

function ofSeries({ statistic, shown, language, look }: StatisticExport<Series>): ChartContent {
	const spec = lineChart(shown, statistic, { size: "full", language, ...look });
	const key =
		spec.periods && spec.every !== "day"
			? translateOnServer(language)(`period.${spec.every}End`)
			: translate(language)("course.day");
	return { ...spec, key, chart: nativeLines(spec, { isDaily: isOfOneDay(statistic) }), figure: null };
}

/** Two bars for each bucket: office programs have no dumbbells. */
function ofComparison({ statistic, shown, language }: StatisticExport<Comparison>): ChartContent {
	const spec = dumbbellChart(shown, statistic, { size: "full", language });
	const key = translate(language)("table.name");
	return { ...spec, key, chart: nativePairs(spec, namesOfSides(shown, language)), figure: null };
}

function ofDay({ statistic, shown, language }: StatisticExport<Distribution>): ChartContent {
	const isOne = isOneNumber(statistic);
	const measure = isOne ? "total" : "share";
	// As on the page: the colours are those of the chart of history.
	const buckets = shown.rows.map(({ bucket }) => bucket);
	const colours = coloursOf(statistic, bucketsToDraw(statistic, buckets) ?? buckets);
	const spec = barChart(shown, statistic, { size: "full", language, colours });
	const bars = isOne ? spec.bars.map((bar) => ({ ...bar, label: spec.title, colour: "c0" as const })) : spec.bars;
	const subtitle = subtitleOf(statistic, measure, language);
	return {
		...spec,
		key: translate(language)("table.name"),
		note: wholeNote(spec),
		subtitle,
		chart: nativeBars({ ...spec, subtitle, bars }, measure),
		figure: isOne ? amountOf(shown.base.total, statistic.unit, language) : null,
	};
}
