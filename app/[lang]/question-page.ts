import { notFound } from "next/navigation";
import { cache } from "react";
import { defaultLanguage, isLanguage, type Language } from "#lib/language";
import { Problem } from "#lib/problem";
import { queryOf, type ViewProps } from "./open-view";

/**
 * What the page of a question is about, answered once for the page and its metadata; the 404 page where there is no such
 * question. `bin/server/checked-pages.ts` has answered where a parameter is wrong.
 */
export function asked<P, T>(
	answer: (params: P, query: URLSearchParams, language: Language) => Promise<T>,
): (props: ViewProps<P>) => Promise<T> {
	// React tells questions apart by their texts: the props of a page and of its metadata are different objects.
	const answered = cache(async (lang: string, params: string, query: string) => {
		try {
			return await answer(JSON.parse(params), new URLSearchParams(query), isLanguage(lang) ? lang : defaultLanguage);
		} catch (error) {
			if (error instanceof Problem && error.status < 500) notFound();
			throw error;
		}
	});
	return async (props) => {
		const { lang, ...params } = await props.params;
		return answered(lang, JSON.stringify(params), queryOf(await props.searchParams).toString());
	};
}
