import type { Viewport } from "next";
import type { ReactNode } from "react";
import { feedPath, hrefOf } from "#lib/address/links";
import { env } from "#lib/env";
import { defaultLanguage, isLanguage } from "#lib/language";
import { defaultProduct } from "#lib/product";
import { translate } from "#lib/text/index";
import "../../components/style/site.css";

export const viewport: Viewport = { colorScheme: "light dark" };

/** What stands before addresses on paper. */
function hostDeclaration(): string | null {
	const { PUBLIC_URL } = env();
	return PUBLIC_URL ? `:root{--site:${JSON.stringify(new URL(PUBLIC_URL).origin)}}` : null;
}

export default async function Layout({ children, params }: { children: ReactNode; params: Promise<{ lang: string }> }) {
	const { lang } = await params;
	const language = isLanguage(lang) ? lang : defaultLanguage;
	const host = hostDeclaration();
	const feed = hrefOf({ language, product: defaultProduct, day: null }, feedPath);
	return (
		<html lang={language}>
			<head>
				<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
				<link
					rel="alternate"
					type="application/atom+xml"
					href={feed}
					title={translate(language)("programs.feed.title")}
				/>
				{host && <style>{host}</style>}
			</head>
			<body>{children}</body>
		</html>
	);
}
