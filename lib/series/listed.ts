/** Names as a sentence says them: one, or several that share a place. */
import { type Language, perLanguage, settingsOf } from "#lib/language";
import { translate } from "#lib/text/index";

const namedMax = 3;
const lists = perLanguage((language) => new Intl.ListFormat(settingsOf(language).locale));

/** `Intel and AMD`; of many, two and that there are others. */
export function listed(labels: readonly string[], language: Language): string {
	const names = labels.map((label) => quoted(label, language));
	const said =
		names.length > namedMax ? [...names.slice(0, namedMax - 1), translate(language)("sentence.others")] : names;
	return lists[language].format(said);
}

/**
 * A label that begins with a digit would be read as an amount, and one in lower case would be capitalised at the start of
 * the sentence and become another name: both are quoted. Some languages quote every name, because names are not declined.
 */
function quoted(label: string, language: Language): string {
	const {
		quotes: [opening, closing],
		quotedNames,
	} = settingsOf(language);
	return quotedNames === "all" || /^[\d\p{Ll}]/u.test(label) ? `${opening}${label}${closing}` : label;
}
