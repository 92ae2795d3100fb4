/**
 * Datasets and their catalog as schema.org describes them, for search engines of data. Addresses are absolute if PUBLIC_URL
 * is set, and else relative to the page.
 */

import { dataHrefOf, hrefOf, methodPath, overviewPath, statisticPath, type View } from "#lib/address/links";
import { dataLicence } from "#lib/data-licence";
import { env } from "#lib/env";
import { productName } from "#lib/series/captions";
import { isSimulation } from "#lib/simulation";
import { statisticsWith } from "#lib/statistics/index";
import { aboutOf, titleOf } from "#lib/statistics/labels";
import { isSentBy, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import type { PageView } from "./page-view";

const here = (path: string) => (env().PUBLIC_URL ?? "") + path;

function common({ language }: View) {
	const t = translate(language);
	const creator = { "@type": "Organization", name: t("export.author"), url: "https://openvz.org/" };
	return {
		"@context": "https://schema.org",
		inLanguage: language,
		license: dataLicence.address,
		isAccessibleForFree: true,
		creator,
		publisher: creator,
	};
}

const files = [
	{ kind: "csv", encodingFormat: "text/csv" },
	{ kind: "json", encodingFormat: "application/json" },
] as const;

export function datasetOf(statistic: Statistic, view: View, { published, day }: NonNullable<PageView["shown"]>) {
	const { language, product } = view;
	const t = translate(language);
	const title = titleOf(statistic, language);
	const url = here(hrefOf(view, statisticPath(statistic)));
	const simulation = isSimulation() ? ` ${t("simulation.title")} ${t("simulation.text")}` : "";
	return {
		...common(view),
		"@type": "Dataset",
		"@id": url,
		url,
		name: [title, productName(statistic, product, language)].filter(Boolean).join(", "),
		description: `${aboutOf(statistic, language)} ${t("site.description")}${simulation}`,
		identifier: `${statistic.slug}/${product}`,
		temporalCoverage: `${published.firstDay}/${day}`,
		dateModified: day,
		variableMeasured: [
			{ "@type": "PropertyValue", name: title, unitText: t(`table.total.${statistic.unit}`) },
			{ "@type": "PropertyValue", name: t("table.share"), unitText: "%" },
		],
		measurementTechnique: here(hrefOf(view, methodPath(statistic))),
		includedInDataCatalog: { "@type": "DataCatalog", name: t("site.name"), url: here(hrefOf(view, overviewPath)) },
		distribution: (["day", "series"] as const).flatMap((what) =>
			files.map(({ kind, encodingFormat }) => ({
				"@type": "DataDownload",
				name: t(what === "day" ? "programs.dataset.day" : "programs.dataset.series"),
				encodingFormat,
				contentUrl: here(dataHrefOf(view, statistic, what, kind)),
			})),
		),
	};
}

/** The pages of the statistics describe the datasets. */
export function catalogOf(view: View, observed: Parameters<typeof statisticsWith>[0]) {
	const t = translate(view.language);
	const url = here(hrefOf(view, overviewPath));
	return {
		...common(view),
		"@type": "DataCatalog",
		"@id": url,
		url,
		name: t("site.name"),
		description: t("site.description"),
		dataset: statisticsWith(observed)
			.filter((statistic) => isSentBy(statistic, view.product))
			.map((statistic) => ({ "@id": here(hrefOf(view, statisticPath(statistic))) })),
	};
}
