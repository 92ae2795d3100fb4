/** `/robots.txt` and `/sitemap.xml`. */
import { hrefOf } from "#lib/address/links";
import { robotsTxt } from "#lib/export/robots";
import { sitemapXml } from "#lib/export/sitemap";
import { languages } from "#lib/language";
import { allPages } from "#lib/site/all-pages";
import { published } from "#lib/store/daily-rows";
import { answer, kept } from "./answer";
import { mediaTypes } from "./media-types";
import { siteAddress } from "./site-address";

export function robotsResponse(request: Request): Promise<Response> {
	return answer(request, async () => kept(request, mediaTypes.text, robotsTxt(siteAddress(request))));
}

export function sitemapResponse(request: Request): Promise<Response> {
	return answer(request, async () => {
		const pages = allPages().map(({ path, product }) => ({
			paths: languages.map((language) => [language, hrefOf({ language, product, day: null }, path)] as const),
		}));
		const lastDay = (await published())?.lastDay ?? null;
		return kept(request, mediaTypes.xml, sitemapXml(pages, lastDay, siteAddress(request)));
	});
}
