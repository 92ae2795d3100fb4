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
