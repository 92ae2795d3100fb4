/** Every page of the site that search engines should know, as paths of the English pages. */
import {
	apiPath,
	inspectPath,
	methodologyPath,
	myHostPath,
	overviewPath,
	pagePath,
	privacyPath,
	qualityPath,
	statisticPath,
} from "#lib/address/links";
import { defaultProduct, type Product, products } from "#lib/product";
import { isAcrossProducts, isSentBy } from "#lib/series/described";
import { statistics } from "#lib/statistics/index";
import { pages } from "#lib/statistics/pages";

export interface PageOfAll {
	path: string;
	product: Product;
}

/** A page is listed for OpenVZ 6 only where that has numbers of its own. */
export function allPages(): PageOfAll[] {
	const onlyOnce = [overviewPath, methodologyPath(), privacyPath, myHostPath, inspectPath, apiPath].map((path) => ({
		path,
		product: defaultProduct,
	}));
	const perProduct = products.flatMap((product): PageOfAll[] => {
		const own = statistics.filter(
			(one) => isSentBy(one, product) && (product === defaultProduct || !isAcrossProducts(one)),
		);
		const withOwn = pages.filter(({ slug }) => own.some(({ page }) => page === slug));
		return [...withOwn.map(pagePath), ...own.map(statisticPath), qualityPath].map((path) => ({ path, product }));
	});
	return [...onlyOnce, ...perProduct];
}
