import { hrefOf, type View } from "#lib/address/links";
import { env } from "#lib/env";
import { defaultLanguage, type Language, languages } from "#lib/language";

/**
 * Where robots find a page, in each language. A page as of a past day stands for the same page as of the latest: there is no
 * end of days, and one page to be found. The links find their way into the head; a site that does not know its own address
 * has them without it.
 */
export function PageAddresses({ view: { language, product }, path }: { view: View; path: string }) {
	const { PUBLIC_URL = "" } = env();
	const latestIn = (one: Language) => PUBLIC_URL + hrefOf({ language: one, product, day: null }, path);
	return (
		<>
			<link rel="canonical" href={latestIn(language)} />
			{languages.map((one) => (
				<link key={one} rel="alternate" hrefLang={one} href={latestIn(one)} />
			))}
			<link rel="alternate" hrefLang="x-default" href={latestIn(defaultLanguage)} />
		</>
	);
}

/** Tells programs that embed how to embed this page. The links find their way into the head. `page` is its address. */
export function OembedLinks({ site, page, title }: { site: string; page: string; title: string }) {
	const about = encodeURIComponent(site + page);
	return (
		<>
			<link
				rel="alternate"
				type="application/json+oembed"
				href={`${site}/oembed?format=json&url=${about}`}
				title={title}
			/>
			<link rel="alternate" type="text/xml+oembed" href={`${site}/oembed?format=xml&url=${about}`} title={title} />
		</>
	);
}

/** What search engines read of a page (JSON-LD). Nothing in it can end the element that holds it. */
export function JsonLd({ data }: { data: object }) {
	const text = JSON.stringify(data).replaceAll("<", "\\u003c");
	// biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape quotes, which JSON needs
	return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
