/** A statistic as a workbook: sheets of numbers, and a sheet that says what they are. */

import { dataLicence } from "#lib/data-licence";
import type { Day } from "#lib/day";
import { captionOf, dayOf, inUsualCount, isComparison, isSeries, type StatisticExport } from "#lib/export/export";
import { formatDay } from "#lib/format";
import { percentIn } from "#lib/series/amounts";
import { type Comparison, namesOfSides } from "#lib/series/comparison";
import { otherNumberOf } from "#lib/series/counted";
import { type Distribution, inNaturalOrder } from "#lib/series/distribution";
import { baseText, thresholdText } from "#lib/series/method";
import type { Column, Series } from "#lib/series/series";
import { aboutOf } from "#lib/statistics/labels";
import { hasHostsBeside, isObserved, isOneNumber } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { translateOnServer } from "#lib/text/server";
import {
	amount,
	type Cell,
	date,
	type FilledCell,
	heading,
	numberHeading,
	prose,
	type Sheet,
	share,
	text,
	whole,
} from "./sheet";
import { workbook } from "./workbook";

export function workbookOf(given: StatisticExport): Promise<Uint8Array<ArrayBuffer>> {
	const exported = inUsualCount(given);
	const { title, product, dates } = captionOf(exported);
	const sheets = isSeries(exported)
		? seriesSheets(exported, given.shown as Series)
		: [
				isComparison(exported)
					? comparisonSheet(exported)
					: distributionSheet(exported as StatisticExport<Distribution>, given.shown as Distribution),
			];
	return workbook([...sheets, aboutSheet(exported)], {
		title: [title, product, dates].join(" · "),
		author: translate(exported.language)("export.author"),
		day: dayOf(exported),
	});
}

/** `own` is counted in the unit of the statistic, `shown` in hosts or units. */
function distributionSheet({ statistic, shown, language }: StatisticExport<Distribution>, own: Distribution): Sheet {
	const t = translate(language);
	const { unit } = shown.statistic;
	const other = otherNumberOf(own, shown);
	const isOne = isOneNumber(statistic);
	const isMerged = shown.rows.some(({ merged }) => merged);
	const hasIntervals = shown.rows.some(({ interval }) => interval);
	return {
		name: formatDay(shown.date, language, "short").replaceAll("\u00a0", " "),
		isTable: true,
		rows: [
			[
				heading(t("table.name")),
				heading(t("export.columns.bucket")),
				numberHeading(t(`table.total.${unit}`)),
				...(other ? [numberHeading(t(`table.total.${other.unit}`))] : []),
				...(isOne ? [] : [numberHeading(t(other ? `measure.share.${unit}` : "table.share"))]),
				...(hasIntervals
					? [numberHeading(t("questions.compare.low")), numberHeading(t("questions.compare.high"))]
					: []),
				...(other && !isOne ? [numberHeading(t(`measure.share.${other.unit}`))] : []),
				...(isMerged ? [numberHeading(t("export.columns.merged"))] : []),
			],
			...inNaturalOrder(shown.rows, statistic.order).map((row) => [
				text(isOne ? shown.statistic.title : row.label),
				text(row.bucket),
				amount(row.total),
				...(other ? [amount(other.of(row))] : []),
				...(isOne ? [] : [share(row.percent)]),
				...(hasIntervals ? [share(row.interval?.[0] ?? null), share(row.interval?.[1] ?? null)] : []),
				...(other && !isOne ? [share(percentIn(other.of(row), other.all, other.unit))] : []),
				...(isMerged ? [whole(row.merged ?? null)] : []),
			]),
		],
	};
}

function comparisonSheet({ shown, language }: StatisticExport<Comparison>): Sheet {
	const t = translate(language);
	const { unit } = shown.statistic;
	const hasHosts = hasHostsBeside(unit);
	const names = namesOfSides(shown, language);
	const sides = ["a", "b"] as const;
	return {
		name: t("questions.compare.sheet"),
		isTable: true,
		rows: [
			[
				heading(t("table.name")),
				heading(t("export.columns.bucket")),
				...sides.flatMap((side) => [
					numberHeading(`${t(`table.total.${unit}`)}, ${names[side]}`),
					...(hasHosts ? [numberHeading(`${t("table.hosts")}, ${names[side]}`)] : []),
					numberHeading(`${t("table.share")}, ${names[side]}`),
				]),
				numberHeading(t("questions.compare.points")),
				numberHeading(t("questions.compare.low")),
				numberHeading(t("questions.compare.high")),
				heading(t("questions.compare.certainColumn")),
			],
			...shown.rows.map((row) => [
				text(row.label),
				text(row.bucket),
				...sides.flatMap((side) => [
					amount(row[side]?.total ?? null),
					...(hasHosts ? [whole(row[side]?.hosts ?? null)] : []),
					share(row[side]?.percent ?? null),
				]),
				...[row.points, row.interval?.[0] ?? null, row.interval?.[1] ?? null].map(amount),
				text(t(row.certain ? "questions.compare.beyond" : "questions.compare.within")),
			]),
		],
	};
}

/** Wide sheets, days down and buckets across, are best for charts. What is counted comes first, then shares, then hosts or units if they differ. */
function seriesSheets({ statistic, shown, language }: StatisticExport<Series>, own: Series): Sheet[] {
	const t = translate(language);
	const { unit } = shown.statistic;
	const otherUnit = unit !== own.statistic.unit ? own.statistic.unit : hasHostsBeside(unit) ? "hosts" : null;
	const units = new Map(own.series.map(({ bucket, total }) => [bucket, total]));
	const isOne = isOneNumber(statistic);
	const series = inNaturalOrder(shown.series, statistic.order);
	// Of a week or a month that is observed as a whole, only the last day has a number.
	const every = isObserved(statistic) ? statistic.every : "day";
	const places = [...shown.days.keys()].filter((place) => every === "day" || shown.base.total[place] !== null);
	const named = isOne ? series.map((one) => ({ ...one, label: shown.statistic.title })) : series;
	const sheet = (
		name: string,
		columns: (one: Series["series"][number]) => (Cell | undefined)[],
		base: Column | null,
	): Sheet => {
		const values = named.map(columns);
		return {
			name,
			isTable: true,
			rows: [
				[
					heading(every === "day" ? t("course.day") : translateOnServer(language)(`period.${every}End`)),
					...named.map(({ label }) => numberHeading(label)),
					...(base ? [numberHeading(t("table.sum"))] : []),
				],
				...places.map((i) => [
					date(shown.days[i] as Day),
					...values.map((column) => column[i] ?? null),
					...(base ? [amount(base[i] ?? null)] : []),
				]),
			],
		};
	};
	return [
		sheet(t(`table.total.${unit}`), ({ total }) => total.map(amount), isOne ? null : shown.base.total),
		...(isOne ? [] : [sheet(t("table.share"), ({ total }) => shares(total, shown).map(share), null)]),
		...(otherUnit === "hosts"
			? [sheet(t("table.hosts"), ({ hosts }) => hosts.map(whole), isOne ? null : shown.base.hosts)]
			: otherUnit
				? [sheet(t(`table.total.${otherUnit}`), ({ bucket }) => (units.get(bucket) ?? []).map(amount), own.base.total)]
				: []),
	];
}

/** Of the base's total, as everywhere; a day that was never published has none. */
function shares(total: Column, { base, statistic: { unit } }: Series): Column {
	return total.map((part, i) => {
		const all = base.total[i] ?? null;
		return part === null || all === null ? null : percentIn(part, all, unit);
	});
}

/** Says what the numbers are: without it, a file that is passed on means nothing. */
function aboutSheet(exported: StatisticExport): Sheet {
	const { statistic, language, address, shown } = exported;
	const t = translate(language);
	const ofMethod = translateOnServer(language);
	const caption = captionOf(exported);
	const row = (name: string, ...values: FilledCell[]) =>
		values.map((value, i) => [heading(i === 0 ? name : ""), value]);
	const dates = isComparison(exported)
		? [...row("A", date(exported.shown.a.date)), ...row("B", date(exported.shown.b.date))]
		: isSeries(exported)
			? [
					...row(t("export.about.from"), date(exported.shown.from)),
					...row(t("export.about.to"), date(exported.shown.to)),
				]
			: row(t("export.about.date"), date(dayOf(exported)));
	return {
		name: t("export.sheets.about"),
		isTable: false,
		rows: [
			...row(t("export.about.title"), prose(caption.title)),
			...(caption.simulation ? row(t("export.about.simulation"), prose(caption.simulation)) : []),
			...(caption.product ? row(t("export.about.product"), prose(caption.product)) : []),
			...dates,
			...row(t("export.about.unit"), prose(t(`table.total.${shown.statistic.unit}`))),
			...row(ofMethod("method.counted"), prose(aboutOf(statistic, language))),
			...row(
				ofMethod("method.base"),
				...(caption.base ? [prose(caption.base)] : []),
				prose(baseText(statistic, language)),
			),
			...row(ofMethod("method.window"), prose(caption.window)),
			...(isOneNumber(statistic)
				? []
				: row(
						ofMethod("method.threshold"),
						prose(thresholdText(statistic, language)),
						...(isSeries(exported) && statistic.threshold > 1 ? [prose(t("export.about.maybeSmall"))] : []),
					)),
			...row(t("export.about.source"), prose(t("site.name")), prose(address)),
			...row(t("export.about.licence"), prose(dataLicence.name), prose(dataLicence.address)),
		],
	};
}
