/**
 * What the site says, in each language. Messages are ICU messages with arguments; names are plain texts by the key of what
 * they name. English has the shape, and a missing or surplus key in another language is a type error.
 */
import { createTranslator } from "use-intl/core";
import { type Language, perLanguage } from "#lib/language";
import { messages as en } from "./en/messages";
import { messages as ru } from "./ru/messages";
import type { Translation } from "./translation";

const messages: Readonly<Record<Language, Translation<typeof en>>> = { en, ru };

const translators = perLanguage((language) =>
	createTranslator({
		locale: language,
		// Arguments are checked against the English messages.
		messages: messages[language] as typeof en,
		// A missing or broken message is our mistake: rather no page than one with a key in it.
		onError(error) {
			throw error;
		},
	}),
);

export type Translate = (typeof translators)[Language];

export function translate(language: Language): Translate {
	return translators[language];
}
