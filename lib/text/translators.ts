/** What gives messages their arguments. */
import { IntlMessageFormat } from "intl-messageformat";
import { _createCache, _createIntlFormatters, createTranslator } from "use-intl/core";
import { type Language, perLanguage } from "#lib/language";

/** Arguments are checked against the English messages, whose type the others are given, too. */
export function translatorsOf<Messages extends Record<string, unknown>>(
	messages: Readonly<Record<Language, Messages>>,
) {
	return perLanguage((language) =>
		createTranslator({
			locale: language,
			messages: messages[language],
			_formatters: formattersOf(),
			// A missing or broken message is a bug: it fails instead of showing a key.
			onError(error) {
				throw error;
			},
		}),
	);
}

/**
 * use-intl finds a parsed message, and the rules for plurals, by the JSON of everything they were made of, which takes longer
 * than to format the message. A translator has one language: there, the text of the message says it all.
 */
function formattersOf() {
	const messages = new Map<unknown, IntlMessageFormat>();
	const rules = new Map<unknown, Intl.PluralRules>();
	return {
		..._createIntlFormatters(_createCache()),
		getMessageFormat: (...args: ConstructorParameters<typeof IntlMessageFormat>) =>
			known(messages, args[0], () => new IntlMessageFormat(...args)),
		getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) =>
			known(rules, args[1]?.type, () => new Intl.PluralRules(...args)),
	};
}

function known<T>(made: Map<unknown, T>, key: unknown, make: () => T): T {
	const found = made.get(key) ?? make();
	made.set(key, found);
	return found;
}
