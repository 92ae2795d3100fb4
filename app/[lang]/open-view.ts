import { notFound } from "next/navigation";
import { cache } from "react";
import { isLanguage } from "#lib/language";
import { loadView, type PageView, parseView } from "#lib/site/page-view";
import { statistics } from "#lib/statistics/index";

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
	const { lang, page, part, slug }: Awaited<typeof params> & Partial<Record<"page" | "part" | "slug", string>> =
		await params;
	return viewOf(lang, queryOf(await searchParams).toString(), page ?? part ?? slug ?? "");
}

/** Read once for the page and its metadata. `subject` is the page of statistics, or the statistic, whose days are shown. */
const viewOf = cache(async (lang: string, query: string, subject: string) =>
	isLanguage(lang)
		? loadView(
				parseView(lang, new URLSearchParams(query)),
				statistics.filter(({ page, slug }) => page === subject || slug === subject),
			)
		: null,
);

/** The query of a page in the standard form. */
export function queryOf(parameters: Awaited<ViewProps["searchParams"]>): URLSearchParams {
	const parts = Object.entries(parameters).flatMap(([name, texts = []]) =>
		[texts].flat().map((text): [string, string] => [name, text]),
	);
	return new URLSearchParams(parts);
}
