/** `/robots.txt` and `/sitemap.xml`. */
import { hrefOf } from "#lib/address/links";
import { answer, kept } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { languages } from "#lib/language";
import { published } from "#lib/store/daily-rows";
import { allPages } from "./all-pages";
import { robotsTxt } from "./robots";
import { sitemapXml } from "./sitemap";

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
