/** The sheet that says what the numbers of a workbook are: without it a file that is passed on means nothing. */

import { dataLicence } from "#lib/data-licence";
import { captionOf, dayOf, isSeries, type StatisticExport } from "#lib/export/export";
import { baseText, thresholdText } from "#lib/series/method";
import { aboutOf } from "#lib/statistics/labels";
import { isOneNumber } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { date, type FilledCell, heading, prose } from "./cells";
import type { Sheet } from "./sheet";

export function aboutSheet(exported: StatisticExport): Sheet {
	const { statistic, language, address, shown } = exported;
	const t = translate(language);
	const caption = captionOf(exported);
	const row = (name: string, ...values: FilledCell[]) =>
		values.map((value, i) => [heading(i === 0 ? name : ""), value]);
	const dates = isSeries(exported)
		? [...row(t("export.about.from"), date(exported.shown.from)), ...row(t("export.about.to"), date(exported.shown.to))]
		: row(t("export.about.date"), date(dayOf(exported)));
	return {
		name: t("export.sheets.about"),
		isTable: false,
		rows: [
			...row(t("export.about.title"), prose(caption.title)),
			...(caption.simulation ? row(t("export.about.simulation"), prose(caption.simulation)) : []),
			...row(t("export.about.product"), prose(caption.product)),
			...dates,
			...row(t("export.about.unit"), prose(t(`table.total.${shown.statistic.unit}`))),
			...row(t("methodology.counted"), prose(aboutOf(statistic, language))),
			...row(
				t("methodology.base"),
				...(caption.base ? [prose(caption.base)] : []),
				prose(baseText(statistic, language)),
			),
			...row(t("methodology.window"), prose(caption.window)),
			...(isOneNumber(statistic)
				? []
				: row(
						t("methodology.threshold"),
						prose(thresholdText(statistic, language)),
						...(isSeries(exported) && statistic.threshold > 1 ? [prose(t("export.about.maybeSmall"))] : []),
					)),
			...row(t("export.about.source"), prose(t("site.name")), prose(address)),
			...row(t("export.about.licence"), prose(dataLicence.name), prose(dataLicence.address)),
		],
	};
}
