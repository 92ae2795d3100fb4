/** A statistic as a presentation of one slide, with a native chart. */

import { captionOf, dayOf, type StatisticExport } from "#lib/export/export";
import { translate } from "#lib/text/index";
import { presentation } from "./deck";
import { statisticSlide } from "./statistic-slide";

export { type PageExport, presentationOfPage } from "./page-deck";

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
