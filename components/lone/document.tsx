import type { ReactNode } from "react";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";

interface Props {
	language: Language;
	title: string;
	description?: string;
	style: string;
	script?: string;
	/** Of its body. */
	name: string;
	children: ReactNode;
}

/** A document that loads nothing: its style and script stand in it. It is part of other pages, and no page to be found. */
export function LoneDocument({ language, title, description, style, script, name, children }: Props) {
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
