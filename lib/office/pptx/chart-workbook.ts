/** The workbook inside a native chart: what opens when somebody edits its data. */
import type { Day } from "#lib/day";
import { amount, type Cell, date, heading, numberHeading, text } from "#lib/office/xlsx/cells";
import { workbook } from "#lib/office/xlsx/workbook";
import type { NativeChart } from "./native-chart";

/** Formulas of the chart name it. */
export const dataSheet = "Data";

interface Columns {
	title: string;
	author: string;
	day: Day;
	/** What heads the days or names, and the totals behind shares. */
	key: string;
	total: string;
}

export function chartWorkbook(
	chart: NativeChart,
	{ key, total, ...properties }: Columns,
): Promise<Uint8Array<ArrayBuffer>> {
	const shown = (one: number | null, format: string): Cell =>
		one === null ? null : format.endsWith("%") ? { value: one, style: "share" } : amount(one);
	const rows =
		chart.kind === "bars"
			? [
					[heading(key), numberHeading(chart.name), numberHeading(total)],
					...chart.bars.map((bar) => [text(bar.name), shown(bar.value, chart.labelFormat), amount(bar.total)]),
				]
			: [
					[heading(key), ...chart.series.map(({ name }) => numberHeading(name))],
					...chart.days.map((day, i) => [
						date(day),
						...chart.series.map(({ values }) => shown(values[i] ?? null, chart.values.format)),
					]),
				];
	return workbook([{ name: dataSheet, isTable: true, rows }], properties);
}
