/** A page of statistics as a presentation: a cover with its own numbers, then each statistic as a history and as a day. */

import { dataLicence } from "#lib/data-licence";
import type { Day } from "#lib/day";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import type { Distribution } from "#lib/series/distribution";
import { leadOf } from "#lib/series/lead";
import type { Series } from "#lib/series/series";
import type { Page } from "#lib/statistics/pages";
import { pageLead, pageTitle } from "#lib/statistics/pages";
import { isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { presentation } from "./deck";
import { statisticSlide } from "./statistic-slide";

export interface PageExport {
	page: Page;
	product: Product;
	language: Language;
	day: Day;
	isSimulation: boolean;
	/** Absolute, and for ever the same. */
	address: string;
	statistics: readonly { statistic: Statistic; distribution: Distribution; history: Series; address: string }[];
}

export function presentationOfPage(exported: PageExport): Promise<Uint8Array<ArrayBuffer>> {
	const { page, product, language, day, isSimulation, address, statistics } = exported;
	const t = translate(language);
	const title = pageTitle(page, language);
	const details = [t(`product.${product}`), formatDay(day, language)].join(" · ");
	const source = t("export.source", { site: t("site.name") });
	const numbers = leadOf(statistics, language);
	return presentation({
		title: `${title} · ${details}`,
		author: t("export.author"),
		day,
		language,
		simulation: isSimulation ? t("export.simulation") : null,
		cover: {
			title,
			lead: numbers.length > 0 ? numbers.join(" ") : pageLead(page, language),
			details,
			source,
			address,
			notes: [
				pageLead(page, language),
				...(isSimulation ? [`${t("simulation.title")} ${t("simulation.text")}`] : []),
				`${source}, ${t("export.licence", { licence: dataLicence.name })} (${dataLicence.address}): ${address}`,
			],
		},
		slides: statistics.flatMap(({ statistic, distribution, history, address: own }) => {
			const common = { statistic, product, language, isSimulation, address: own };
			return [
				statisticSlide({ ...common, shown: history }),
				// One number is the end of its own history.
				...(isOneNumber(statistic) ? [] : [statisticSlide({ ...common, shown: distribution })]),
			];
		}),
	});
}
