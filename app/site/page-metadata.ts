import type { Metadata } from "next";
import { defaultLanguage, isLanguage } from "#lib/language";
import { viewOf } from "#lib/site/opened-view";
import { type Pictured, previewOf } from "#lib/site/preview";
import { translate } from "#lib/text/index";
import type { ViewParams, ViewProps } from "./open-view";

interface About {
	title?: string;
	/** Default: what the pictured chart says, else what the site is. */
	description?: string;
	/** The chart that stands for the page where it is shared. */
	pictured?: Pictured;
}

/** Title and description of a page; nothing for what is none. */
export async function pageMetadata(
	params: ViewParams,
	path: string | null,
	{ title, description, pictured }: About,
): Promise<Metadata> {
	const view = viewOf(params);
	const t = translate(view?.language ?? defaultLanguage);
	if (!view || !path) return {};
	const said = description ?? (pictured && (await previewOf(view, pictured))?.alt) ?? t("site.description");
	const shared = { title: title ?? t("site.name"), description: said };
	const named = title ? `${title} · ${t("site.name")}` : t("site.name");
	return {
		title: named,
		description: said,
		openGraph: { ...shared, siteName: t("site.name"), type: "website", locale: view.language },
		twitter: { ...shared, card: "summary_large_image" },
	};
}

type Subject = "methodology" | "quality" | "privacy" | "myHost" | "inspect" | "programs.api";

/** `generateMetadata` of a page that has a title and a lead among the messages. */
export function metadataOf(path: string, subject: Subject): (props: ViewProps) => Promise<Metadata> {
	return async ({ params }) => {
		const asked = await params;
		const t = translate(isLanguage(asked.lang) ? asked.lang : defaultLanguage);
		return pageMetadata(asked, path, { title: t(`${subject}.title`), description: t(`${subject}.lead`) });
	};
}
