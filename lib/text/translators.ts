/** What gives messages their arguments. */
import { IntlMessageFormat } from "intl-messageformat";
import {
	_createCache,
	_createIntlFormatters,
	createTranslator,
	type ICUArgs,
	type ICUTags,
	type RichTagsFunction,
} from "use-intl/core";
import { type Language, perLanguage } from "#lib/language";

/** `site.name`: the dotted keys of all messages. */
type KeyOf<Messages> = {
	[Key in keyof Messages & string]: Messages[Key] extends string ? Key : `${Key}.${KeyOf<Messages[Key]>}`;
}[keyof Messages & string];

type MessageAt<Messages, Key extends string> = Key extends `${infer Group}.${infer Rest}`
	? Group extends keyof Messages
		? MessageAt<Messages[Group], Rest>
		: never
	: Key extends keyof Messages
		? Messages[Key] & string
		: never;

type NamesOf<T> = T extends T ? keyof T : never;
type NumbersOf<T> = T extends T ? { [Name in keyof T]: T[Name] extends number ? Name : never }[keyof T] : never;

type ArgumentsOf<Message extends string> = Message extends Message
	? ICUArgs<Message, { ICUArgument: string; ICUNumberArgument: number; ICUDateArgument: never }>
	: never;

/**
 * What a message takes: texts, numbers that it agrees with, and tags. Of several messages, everything that one of them takes.
 * The type of use-intl intersects the arguments of several messages, and those with a choice are unions of their branches:
 * that doubles with each message, until the compiler takes minutes. Here names are collected, which is linear.
 */
type Values<Message extends string, Tag> = {
	[Name in NamesOf<ArgumentsOf<Message>>]: Name extends NumbersOf<ArgumentsOf<Message>> ? number : string;
} & ([Tag] extends [never] ? unknown : { [Name in NamesOf<ICUTags<Message, Tag>>]: Tag });

type Rest<Message extends string, Tag = never> = [keyof Values<Message, Tag>] extends [never]
	? []
	: [values: Values<Message, Tag>];

interface Translator<Messages> {
	<Key extends KeyOf<Messages>>(key: Key, ...values: Rest<MessageAt<Messages, Key>>): string;
	rich<Key extends KeyOf<Messages>>(
		key: Key,
		...values: Rest<MessageAt<Messages, Key>, RichTagsFunction>
	): ReturnType<RichTagsFunction>;
	markup(key: KeyOf<Messages>, values: Record<string, string | number | ((chunks: string) => string)>): string;
	has(key: KeyOf<Messages>): boolean;
}

/** Arguments are checked against the English messages, whose type the others are given, too. */
export function translatorsOf<Messages extends Record<string, unknown>>(
	messages: Readonly<Record<Language, Messages>>,
) {
	return perLanguage(
		(language): Translator<Messages> =>
			createTranslator({
				locale: language,
				messages: messages[language],
				_formatters: formattersOf(),
				// A missing or broken message is a bug: it fails instead of showing a key.
				onError(error) {
					throw error;
				},
			}) as never,
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
