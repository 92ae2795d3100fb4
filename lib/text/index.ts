/** What the site says, in each language. */
import { createTranslator } from "use-intl/core";
import type { Language } from "#lib/language";
import { en } from "./en";
import { ru } from "./ru";

function translatorOf(locale: string, messages: typeof en) {
	return createTranslator({
		locale,
		messages,
		// A missing or broken message is a mistake of ours: better no page than one with a key in it.
		onError(error) {
			throw error;
		},
	});
}

// The shape is checked where `ru` is declared; arguments are checked against the English.
const translators = { en: translatorOf("en", en), ru: translatorOf("ru", ru as unknown as typeof en) };

export type Translate = (typeof translators)["en"];

export function translate(language: Language): Translate {
	return translators[language];
}
