import { notFound } from "next/navigation";
import { isLanguage } from "#lib/language";
import { type Opened, openedView, viewOf } from "#lib/site/opened-view";

export { isSimulation } from "#lib/simulation";

/** Of a page. English pages are rewritten to `/en` by next.config.mjs. */
export interface ViewProps<Params = unknown> {
	params: Promise<{ lang: string } & Params>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** From where a page is looked at, and what it shows from there. */
export async function openView(props: ViewProps): Promise<Opened> {
	return (await requestedView(props)) ?? notFound();
}

/** `null` where there is nothing to show. Throws a `Problem` where a parameter is wrong. */
export async function requestedView({ params, searchParams }: ViewProps): Promise<Opened | null> {
	const { lang } = await params;
	return isLanguage(lang) ? openedView(viewOf(lang, queryOf(await searchParams))) : null;
}

/** The query of a page as everything outside Next knows it. */
export function queryOf(parameters: Awaited<ViewProps["searchParams"]>): URLSearchParams {
	const parts = Object.entries(parameters).flatMap(([name, texts = []]) =>
		[texts].flat().map((text): [string, string] => [name, text]),
	);
	return new URLSearchParams(parts);
}
