/** A statistic as a workbook: its numbers as numbers, its days as dates, and a sheet that says what they are. */

import { dayOf, isSeries, saidOf, type Taken } from "#lib/export/export";
import type { Distribution } from "#lib/series/distribution";
import { translate } from "#lib/text/index";
import { aboutSheet } from "./about";
import { distributionSheet, seriesSheets } from "./data-sheets";
import { workbook } from "./workbook";

export function workbookOf(taken: Taken): Promise<Uint8Array<ArrayBuffer>> {
	const { title, product, dates } = saidOf(taken);
	const sheets = isSeries(taken) ? seriesSheets(taken) : [distributionSheet(taken as Taken<Distribution>)];
	return workbook([...sheets, aboutSheet(taken)], {
		title: [title, product, dates].join(" · "),
		author: translate(taken.language)("export.author"),
		day: dayOf(taken),
	});
}
