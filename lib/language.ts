/** The languages of the site. */
import type { Text } from "./statistics/statistic";

export type Language = keyof Text;
export const languages: readonly Language[] = ["en", "ru"];

export function isLanguage(text: string): text is Language {
	return (languages as readonly string[]).includes(text);
}

/** Addresses that begin with `/ru` are Russian. */
export function languageOfPath(path: string): Language {
	return /^\/ru(\/|$)/.test(path) ? "ru" : "en";
}
