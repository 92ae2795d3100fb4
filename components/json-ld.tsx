/** What search engines read of a page (JSON-LD). Nothing in it can end the element that holds it. */
export function JsonLd({ data }: { data: object }) {
	const text = JSON.stringify(data).replaceAll("<", "\\u003c");
	// biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape quotes, which JSON needs
	return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
