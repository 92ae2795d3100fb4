import { notFound } from "next/navigation";
import { cache } from "react";
import { isLanguage } from "#lib/language";
import { loadView, type PageView, parseView } from "#lib/site/page-view";

export { isSimulation } from "#lib/simulation";

/** The props of a page. `next.config.mjs` rewrites English pages to `/en`. */
export interface ViewProps<Params = unknown> {
	params: Promise<{ lang: string } & Params>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The view of a page, and the day that it shows; the 404 page if there is none. */
export async function openView(props: ViewProps): Promise<PageView> {
	return (await requestedView(props)) ?? notFound();
}

/** `null` if there is nothing to show. Throws a `Problem` if a parameter is wrong. */
export async function requestedView({ params, searchParams }: ViewProps): Promise<PageView | null> {
	return viewOf((await params).lang, queryOf(await searchParams).toString());
}

/** Read once for the page and its metadata. */
const viewOf = cache(async (lang: string, query: string) =>
	isLanguage(lang) ? loadView(parseView(lang, new URLSearchParams(query))) : null,
);

/** The query of a page in the standard form. */
export function queryOf(parameters: Awaited<ViewProps["searchParams"]>): URLSearchParams {
	const parts = Object.entries(parameters).flatMap(([name, texts = []]) =>
		[texts].flat().map((text): [string, string] => [name, text]),
	);
	return new URLSearchParams(parts);
}
