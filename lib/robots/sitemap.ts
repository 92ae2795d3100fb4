/** `/sitemap.xml` (sitemaps.org): each page in each language, with the same page in the other languages. */
import {
	aboutPaths,
	apiPartPath,
	comparePath,
	hrefOf,
	methodsPath,
	monthPath,
	monthsPath,
	overviewPath,
	pagePath,
	qualityPath,
	reporterPath,
	statisticPath,
	whyPath,
} from "#lib/address/links";
import { xml } from "#lib/export/markup";
import { monthOf, wholeMonths } from "#lib/feed/months";
import { answer, okResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { defaultLanguage, languages } from "#lib/language";
import { defaultProduct, products } from "#lib/product";
import { pagesWith, statisticsWith } from "#lib/statistics/index";
import { canCompare, hasShares } from "#lib/statistics/questions";
import { isAcrossProducts, isSentBy } from "#lib/statistics/statistic";
import { observedRanges, published } from "#lib/store/daily-rows";

/** `apiParts` are the pages about single addresses for programs. */
export function sitemapResponse(request: Request, apiParts: readonly string[]): Promise<Response> {
	return answer(request, async () => {
		const origin = siteAddress(request);
		const days = await published();
		const { lastDay, observed } = days ?? { observed: await observedRanges() };
		const months = days ? wholeMonths(days).map(({ last }) => monthPath(monthOf(last))) : [];
		const urls = listedPages(apiParts, observed, months).flatMap(({ path, product, isSteady }) => {
			const addresses = languages.map((language) => ({
				language,
				href: origin + hrefOf({ language, product, day: null }, path),
			}));
			return addresses.map(({ href }) => ({
				loc: href,
				...(lastDay && !isSteady ? { lastmod: lastDay } : {}),
				"xhtml:link": [
					...addresses,
					...addresses
						.filter(({ language }) => language === defaultLanguage)
						.map((one) => ({ ...one, language: "x-default" })),
				].map((other) => ({ "@rel": "alternate", "@hreflang": other.language, "@href": other.href })),
			}));
		});
		const sitemap = xml({
			urlset: {
				"@xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
				"@xmlns:xhtml": "http://www.w3.org/1999/xhtml",
				url: urls,
			},
		});
		return okResponse(mediaTypes.xml, sitemap);
	});
}

/** Every page that search engines should know, as paths of the English pages. Other products have only what is their own. */
function listedPages(
	apiParts: readonly string[],
	observed: Parameters<typeof statisticsWith>[0],
	months: readonly string[],
) {
	const pages = pagesWith(observed);
	const parts = [...apiParts.map(apiPartPath), ...pages.map(methodsPath), monthsPath, ...months];
	const once = [overviewPath, ...aboutPaths.filter((path) => path !== qualityPath), ...parts, reporterPath].map(
		(path) => ({
			path,
			product: defaultProduct,
			// They change with the program, or not at all, whatever is published.
			isSteady: path !== overviewPath && path !== monthsPath,
		}),
	);
	const perProduct = products.flatMap((product) => {
		const own = statisticsWith(observed).filter(
			(one) => isSentBy(one, product) && (product === defaultProduct || !isAcrossProducts(one)),
		);
		const pagesWithOwn = pages.filter(({ slug }) => own.some(({ page }) => page === slug));
		// One question of each kind that has an answer without parameters: there is no end of the others.
		const questions = [...own.filter(canCompare).map(comparePath), ...own.filter(hasShares).map(whyPath)];
		return [...pagesWithOwn.map(pagePath), ...own.map(statisticPath), ...questions, qualityPath].map((path) => ({
			path,
			product,
			isSteady: false,
		}));
	});
	return [...once, ...perProduct];
}
