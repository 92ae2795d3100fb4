/** A statistic as a workbook: its numbers as numbers, its days as dates, and a sheet that says what they are. */

import { captionOf, dayOf, isSeries, type StatisticExport } from "#lib/export/export";
import type { Distribution } from "#lib/series/distribution";
import { translate } from "#lib/text/index";
import { aboutSheet } from "./about";
import { distributionSheet, seriesSheets } from "./data-sheets";
import { workbook } from "./workbook";

export function workbookOf(exported: StatisticExport): Promise<Uint8Array<ArrayBuffer>> {
	const { title, product, dates } = captionOf(exported);
	const sheets = isSeries(exported)
		? seriesSheets(exported)
		: [distributionSheet(exported as StatisticExport<Distribution>)];
	return workbook([...sheets, aboutSheet(exported)], {
		title: [title, product, dates].join(" · "),
		author: translate(exported.language)("export.author"),
		day: dayOf(exported),
	});
}
