/**
 * The languages of the site. One more is an entry here, a folder in `lib/text` and its line in `lib/text/index.ts`:
 * nothing else names a language.
 */
interface LanguageSettings {
	/** What the language calls itself. */
	name: string;
	/** What its addresses begin with; those of the default language have nothing before the page. */
	prefix: "" | `/${string}`;
	/** BCP 47: the language of numbers, dates and lists, and of the text in office files. */
	locale: string;
	/** The locale of shortened numbers, such as `1.5M`. */
	compactLocale: string;
	/** As social networks write it (ogp.me). They know few locales. */
	openGraphLocale: string;
	/** Windows' number of the locale, in hexadecimal: how the number formats of office files name it. */
	windowsLocale: string;
	/** What BibTeX calls the language. */
	bibtexName: string;
	quotes: readonly [opening: string, closing: string];
	/** Which names a sentence quotes: all, where names cannot be declined, or those that would be misread as its words. */
	quotedNames: "all" | "ambiguous";
}

const settings = {
	en: {
		name: "English",
		prefix: "",
		// British English: the day comes before the month, as in most languages, so no date can be read in two ways.
		locale: "en-GB",
		// The British million is a lower-case m, which people take for thousandths.
		compactLocale: "en-US",
		openGraphLocale: "en_US",
		windowsLocale: "809",
		bibtexName: "english",
		quotes: ["“", "”"],
		quotedNames: "ambiguous",
	},
	ru: {
		name: "Русский",
		prefix: "/ru",
		locale: "ru-RU",
		compactLocale: "ru-RU",
		openGraphLocale: "ru_RU",
		windowsLocale: "419",
		bibtexName: "russian",
		quotes: ["«", "»"],
		quotedNames: "all",
	},
} as const satisfies Record<string, LanguageSettings>;

export type Language = keyof typeof settings;
/** The same text in every language. */
export type Text = Readonly<Record<Language, string>>;

export const languages = Object.keys(settings) as readonly Language[];
/** The language of addresses without a prefix, and of everything that names no language. */
export const defaultLanguage: Language = "en";

export function settingsOf(language: Language): LanguageSettings {
	return settings[language];
}

/** Makes something once for each language. */
export function perLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
	return Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, T>;
}

export function isLanguage(text: string): text is Language {
	return Object.hasOwn(settings, text);
}

/** `/ru/cpu` → Russian and `/cpu`. */
export function splitLanguage(path: string): { language: Language; path: string } {
	for (const language of languages) {
		const { prefix } = settings[language];
		if (prefix === "") continue;
		if (path === prefix) return { language, path: "/" };
		if (path.startsWith(`${prefix}/`)) return { language, path: path.slice(prefix.length) };
	}
	return { language: defaultLanguage, path };
}

export function languageOfPath(path: string): Language {
	return splitLanguage(path).language;
}

/** Those in which a page is offered beside the one it is in. */
export const otherLanguages = (language: Language) => languages.filter((one) => one !== language);

/** The inverse of `splitLanguage`: the address of a page in a language. */
export function pathIn(language: Language, path: string): string {
	const { prefix } = settings[language];
	return prefix !== "" && path === "/" ? prefix : `${prefix}${path}`;
}
