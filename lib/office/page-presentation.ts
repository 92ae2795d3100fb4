/**
 * `/data/pages/{page}.pptx`: a page of statistics as a presentation. A cover has the page's own numbers; each statistic
 * follows as a history and as a day.
 */

import { addresses, type distribution } from "#lib/address/addresses";
import { hrefOf, pagePath, pinnedAddress } from "#lib/address/links";
import { readAll, type Values } from "#lib/address/query";
import { dataLicence } from "#lib/data-licence";
import type { Day } from "#lib/day";
import { fileName } from "#lib/export/export";
import { formatDay } from "#lib/format";
import { answer, okResponse } from "#lib/http/answer";
import { inTurn } from "#lib/http/in-turn";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { splitName } from "#lib/http/split-name";
import type { Language } from "#lib/language";
import { presentation } from "#lib/office/pptx/deck";
import { statisticSlide } from "#lib/office/pptx/statistic-slide";
import { Problem } from "#lib/problem";
import type { Product } from "#lib/product";
import { assertPublished, parametersOf, requestedDay } from "#lib/query/request";
import { shownStatistics } from "#lib/query/shown-statistic";
import type { Distribution } from "#lib/series/distribution";
import { leadOf } from "#lib/series/lead";
import type { Series } from "#lib/series/series";
import { isSimulation } from "#lib/simulation";
import { statistics } from "#lib/statistics/index";
import { type Page, pageBySlug, pageLead, pages, pageTitle } from "#lib/statistics/pages";
import { isObserved, isOneNumber, isSentBy, type Statistic } from "#lib/statistics/statistic";
import { publishedOf } from "#lib/store/daily-rows";
import { translate } from "#lib/text/index";

const formats = new Map([["pptx", { type: mediaTypes.pptx, write: presentationOfPage }]]);

export function pageResponse(request: Request, file: string): Promise<Response> {
	return answer(request, async () => {
		const [slug, { type, write }, ending] = splitName(file, formats);
		const found = pageAt(slug);
		const values = readAll(parametersOf(request), addresses.pageData.parameters);
		const requested = requestedPage(found, values);
		const { page, product, language } = requested;
		const onPage = sentOn(page, product);
		const days = await publishedOf(onPage);
		const day = requestedDay(values, days);
		assertPublished(days);
		const site = siteAddress(request);
		const address = site + hrefOf({ language, product, day }, pagePath(page));
		const body = await inTurn(async () => {
			const shown = await shownStatistics(onPage, product, day, language, days);
			const statistics = shown
				.filter(({ isEmpty }) => !isEmpty)
				.map((one) => ({ ...one, address: site + pinnedAddress({ ...requested, ...one }, day) }));
			return write({ ...requested, day, address, statistics, isSimulation: isSimulation() });
		});
		const name = fileName({ name: `page-${slug}`, product, days: { from: null, to: day } }, ending);
		return okResponse(type, body, { "content-disposition": `attachment; filename="${name}"` });
	});
}

interface RequestedPage {
	page: Page;
	product: Product;
	language: Language;
}

function pageAt(slug: string): Page {
	const page = pageBySlug(slug);
	if (!page) {
		const known = pages.map((one) => one.slug).join(", ");
		throw new Problem(404, "Unknown page", `There is no such page: there are ${known}.`);
	}
	return page;
}

function requestedPage(page: Page, { product, lang: language }: Values<typeof distribution>): RequestedPage {
	if (sentOn(page, product).length === 0)
		throw new Problem(404, "Not sent by this product", `Hosts of ${product} report nothing for ${page.slug}.`);
	return { page, product, language };
}

function sentOn({ slug }: Page, product: Product): Statistic[] {
	return statistics.filter((one) => one.page === slug && isSentBy(one, product));
}

interface PageExport {
	page: Page;
	product: Product;
	language: Language;
	day: Day;
	isSimulation: boolean;
	/** Absolute, and with its date. */
	address: string;
	statistics: readonly { statistic: Statistic; distribution: Distribution; history: Series; address: string }[];
}

export function presentationOfPage(exported: PageExport): Promise<Uint8Array<ArrayBuffer>> {
	const { page, product, language, day, isSimulation, address, statistics } = exported;
	const t = translate(language);
	const title = pageTitle(page, language);
	const isOfHosts = !statistics.every(({ statistic }) => isObserved(statistic));
	const details = [...(isOfHosts ? [t(`product.${product}`)] : []), formatDay(day, language)].join(" · ");
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
