/** What gives messages their arguments. */
import { createTranslator } from "use-intl/core";
import { type Language, perLanguage } from "#lib/language";

/** Arguments are checked against the English messages, whose type the others are given, too. */
export function translatorsOf<Messages extends Record<string, unknown>>(
	messages: Readonly<Record<Language, Messages>>,
) {
	return perLanguage((language) =>
		createTranslator({
			locale: language,
			messages: messages[language],
			// A missing or broken message is a bug: it fails instead of showing a key.
			onError(error) {
				throw error;
			},
		}),
	);
}
