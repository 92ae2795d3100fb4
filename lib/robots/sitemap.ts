/** A site map (sitemaps.org): each page in each language, with the same page in the others. */
import type { Day } from "#lib/day";
import { xml } from "#lib/export/xml";

export interface SitemapPage {
	/** By language, from the root of the site; the first is the default. */
	paths: readonly (readonly [language: string, path: string])[];
}

export function sitemapXml(pages: readonly SitemapPage[], lastDay: Day | null, origin: string): string {
	const link = (hreflang: string, path: string) => ({
		"@rel": "alternate",
		"@hreflang": hreflang,
		"@href": origin + path,
	});
	return xml({
		urlset: {
			"@xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
			"@xmlns:xhtml": "http://www.w3.org/1999/xhtml",
			url: pages.flatMap(({ paths }) =>
				paths.map(([, path]) => ({
					loc: origin + path,
					...(lastDay ? { lastmod: lastDay } : {}),
					"xhtml:link": [
						...paths.map(([language, other]) => link(language, other)),
						...paths.slice(0, 1).map(([, first]) => link("x-default", first)),
					],
				})),
			),
		},
	});
}
