/** A statistic as a presentation of one slide, with a native chart. */

import { dayOf, saidOf, type Taken } from "#lib/export/export";
import { translate } from "#lib/text/index";
import { presentation } from "./deck";
import { statisticSlide } from "./statistic-slide";

export { presentationOfPage, type TakenPage } from "./page-deck";

export function presentationOf(taken: Taken): Promise<Uint8Array<ArrayBuffer>> {
	const { language, isSimulation } = taken;
	const t = translate(language);
	const { title, product, dates } = saidOf(taken);
	return presentation({
		title: [title, product, dates].join(" · "),
		author: t("export.author"),
		day: dayOf(taken),
		language,
		simulation: isSimulation ? t("export.simulation") : null,
		cover: null,
		slides: [statisticSlide(taken)],
	});
}
