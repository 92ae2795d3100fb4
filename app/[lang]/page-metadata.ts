import type { Metadata } from "next";
import { defaultLanguage, isLanguage, settingsOf } from "#lib/language";
import { translate } from "#lib/text/index";
import { requestedView, type ViewProps } from "./open-view";

interface About {
	title?: string;
	/** Default: the description of the site. */
	description?: string;
}

/** Title and description of a page; empty for a page that is not found. */
export async function pageMetadata(props: ViewProps, { title, description }: About): Promise<Metadata> {
	const view = (await requestedView(props))?.view;
	if (!view) return {};
	const t = translate(view.language);
	const caption = description ?? t("site.description");
	const shared = { title: title ?? t("site.name"), description: caption };
	const named = title ? `${title} · ${t("site.name")}` : t("site.name");
	return {
		title: named,
		description: caption,
		openGraph: {
			...shared,
			siteName: t("site.name"),
			type: "website",
			locale: settingsOf(view.language).openGraphLocale,
		},
		twitter: { ...shared, card: "summary_large_image" },
	};
}

type Subject =
	| "methodology"
	| "quality"
	| "privacy"
	| "myHost"
	| "join"
	| "reporter"
	| "inspect"
	| "search"
	| "programs.api";

/** `generateMetadata` of a page that has a title and a lead among the texts. */
export function metadataOf(subject: Subject): (props: ViewProps) => Promise<Metadata> {
	return async (props) => {
		const { lang } = await props.params;
		const t = translate(isLanguage(lang) ? lang : defaultLanguage);
		return pageMetadata(props, { title: t(`${subject}.title`), description: t(`${subject}.lead`) });
	};
}
