import { hrefOf, type View } from "#lib/address/links";
import { env } from "#lib/env";
import { defaultLanguage, type Language, languages } from "#lib/language";

/**
 * The canonical address of a page, in each language, for robots. Past days share the address of the latest day, so that each
 * page is found once. React moves the links into the head. Without PUBLIC_URL they are relative.
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

/** Tells other sites how to embed the chart of this page (oEmbed). React moves the links into the head. */
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

/** A description for search engines (JSON-LD). `<` is escaped, so no text can end the script element. */
export function JsonLd({ data }: { data: object }) {
	const text = JSON.stringify(data).replaceAll("<", "\\u003c");
	// biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape quotes, which JSON needs
	return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
