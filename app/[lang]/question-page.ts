import { notFound } from "next/navigation";
import { defaultLanguage, isLanguage, type Language } from "#lib/language";
import { Problem } from "#lib/problem";
import { queryOf, type ViewProps } from "./open-view";

/**
 * What the page of a question is about; the 404 page where there is no such question. `bin/server/checked-pages.ts` has
 * answered where a parameter is wrong.
 */
export async function asked<P, T>(
	props: ViewProps<P>,
	open: (params: P, query: URLSearchParams, language: Language) => Promise<T>,
): Promise<T> {
	const { lang, ...params } = await props.params;
	try {
		return await open(params as P, queryOf(await props.searchParams), isLanguage(lang) ? lang : defaultLanguage);
	} catch (error) {
		if (error instanceof Problem && error.status < 500) notFound();
		throw error;
	}
}
