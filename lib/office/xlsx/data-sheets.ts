/** The numbers of a workbook. A history is wide, days down and buckets across, since that is what spreadsheets chart best. */

import type { StatisticExport } from "#lib/export/export";
import { formatDay } from "#lib/format";
import { fromUnit, percentOf } from "#lib/series/amounts";
import { type Distribution, inNaturalOrder } from "#lib/series/distribution";
import type { Column, Series } from "#lib/series/series";
import { isOneNumber } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { amount, type Cell, date, heading, numberHeading, share, text, whole } from "./cells";
import type { Sheet } from "./sheet";

export function distributionSheet({ statistic, shown, language }: StatisticExport<Distribution>): Sheet {
	const t = translate(language);
	const { unit } = shown.statistic;
	const countsHosts = unit === "hosts";
	const isOne = isOneNumber(statistic);
	const isMerged = shown.rows.some(({ merged }) => merged);
	return {
		name: formatDay(shown.date, language, "short").replaceAll("\u00a0", " "),
		isTable: true,
		rows: [
			[
				heading(t("table.name")),
				heading(t("export.columns.bucket")),
				numberHeading(t(`table.total.${unit}`)),
				...(countsHosts ? [] : [numberHeading(t("table.hosts"))]),
				...(isOne ? [] : [numberHeading(t("table.share"))]),
				...(isMerged ? [numberHeading(t("export.columns.merged"))] : []),
			],
			...inNaturalOrder(shown.rows, statistic.order).map((row) => [
				text(isOne ? shown.statistic.title : row.label),
				text(row.bucket),
				amount(row.total),
				...(countsHosts ? [] : [whole(row.hosts)]),
				...(isOne ? [] : [share(row.percent)]),
				...(isMerged ? [whole(row.merged ?? null)] : []),
			]),
		],
	};
}

/** Totals first; shares and hosts where they say something else. */
export function seriesSheets({ statistic, shown, language }: StatisticExport<Series>): Sheet[] {
	const t = translate(language);
	const { unit } = shown.statistic;
	const isOne = isOneNumber(statistic);
	const series = inNaturalOrder(shown.series, statistic.order);
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
					heading(t("course.day")),
					...named.map(({ label }) => numberHeading(label)),
					...(base ? [numberHeading(t("table.sum"))] : []),
				],
				...shown.days.map((day, i) => [
					date(day),
					...values.map((column) => column[i] ?? null),
					...(base ? [amount(base[i] ?? null)] : []),
				]),
			],
		};
	};
	return [
		sheet(t(`table.total.${unit}`), ({ total }) => total.map(amount), isOne ? null : shown.base.total),
		...(isOne ? [] : [sheet(t("table.share"), ({ total }) => shares(total, shown).map(share), null)]),
		...(unit === "hosts"
			? []
			: [sheet(t("table.hosts"), ({ hosts }) => hosts.map(whole), isOne ? null : shown.base.hosts)]),
	];
}

/** Of the base's total, as everywhere; a day that was never published has none. */
function shares(total: Column, { base, statistic: { unit } }: Series): Column {
	return total.map((part, i) => {
		const all = base.total[i] ?? null;
		return part === null || all === null ? null : percentOf(fromUnit(part, unit), fromUnit(all, unit));
	});
}
