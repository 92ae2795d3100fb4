import type { ReactNode } from "react";
import { hrefOf, overviewPath } from "#lib/address/links";
import type { Language } from "#lib/language";
import { defaultProduct } from "#lib/product";
import { translate } from "#lib/text/index";

interface Props {
	language: Language;
	title: string;
	description?: string;
	style: string;
	script?: string;
	/** Class of the body. */
	name: string;
	children: ReactNode;
}

/** A document that loads nothing: its style and script are inside. Search engines skip it, since a page shows the same. */
export function StandaloneDocument({ language, title, description, style, script, name, children }: Props) {
	return (
		<html lang={language}>
			{/* biome-ignore lint/style/noHeadElement: Next has no part in this document. */}
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<title>{`${title} · ${translate(language)("site.name")}`}</title>
				{description && <meta name="description" content={description} />}
				<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
				<style>{style}</style>
			</head>
			<body className={name}>
				{children}
				{script && <script>{script}</script>}
			</body>
		</html>
	);
}

/** Stands in place of a chart. */
export function StandaloneProblem({ language, text, style }: { language: Language; text: string; style: string }) {
	const home = hrefOf({ language, product: defaultProduct, day: null }, overviewPath);
	return (
		<StandaloneDocument name="embed" language={language} title={text.replace(/\.$/, "")} style={style}>
			<main>
				<p>{text}</p>
				<p>
					<a href={home} target="_blank" rel="noopener">
						{translate(language)("standalone.toSite")}
					</a>
				</p>
			</main>
		</StandaloneDocument>
	);
}
