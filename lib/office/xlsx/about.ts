/** The sheet that says what the numbers of a workbook are: without it a file that is passed on means nothing. */

import { dataLicence } from "#lib/data-licence";
import { dayOf, isSeries, saidOf, type Taken } from "#lib/export/export";
import { baseText, thresholdText } from "#lib/series/method";
import { aboutOf } from "#lib/statistics/labels";
import { isOneNumber } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { date, type FilledCell, heading, prose } from "./cells";
import type { Sheet } from "./sheet";

export function aboutSheet(taken: Taken): Sheet {
	const { statistic, language, address, shown } = taken;
	const t = translate(language);
	const said = saidOf(taken);
	const row = (name: string, ...values: FilledCell[]) =>
		values.map((value, i) => [heading(i === 0 ? name : ""), value]);
	const dates = isSeries(taken)
		? [...row(t("export.about.from"), date(taken.shown.from)), ...row(t("export.about.to"), date(taken.shown.to))]
		: row(t("export.about.date"), date(dayOf(taken)));
	return {
		name: t("export.sheets.about"),
		isTable: false,
		rows: [
			...row(t("export.about.title"), prose(said.title)),
			...(said.simulation ? row(t("export.about.simulation"), prose(said.simulation)) : []),
			...row(t("export.about.product"), prose(said.product)),
			...dates,
			...row(t("export.about.unit"), prose(t(`table.total.${shown.statistic.unit}`))),
			...row(t("methodology.counted"), prose(aboutOf(statistic, language))),
			...row(t("methodology.base"), ...(said.base ? [prose(said.base)] : []), prose(baseText(statistic, language))),
			...row(t("methodology.window"), prose(said.window)),
			...(isOneNumber(statistic)
				? []
				: row(
						t("methodology.threshold"),
						prose(thresholdText(statistic, language)),
						...(isSeries(taken) && statistic.threshold > 1 ? [prose(t("export.about.maybeSmall"))] : []),
					)),
			...row(t("export.about.source"), prose(t("site.name")), prose(address)),
			...row(t("export.about.licence"), prose(dataLicence.name), prose(dataLicence.address)),
		],
	};
}
