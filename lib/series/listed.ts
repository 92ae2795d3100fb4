/** Names as a sentence says them: one, or several that share a place. */
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";

const namedMax = 3;
const locales = { en: "en-GB", ru: "ru" } as const;

/** `Intel and AMD`; of many, two and that there are others. */
export function listed(labels: readonly string[], language: Language): string {
	const names = labels.map((label) => quoted(label, language));
	const said =
		names.length > namedMax ? [...names.slice(0, namedMax - 1), translate(language)("sentence.others")] : names;
	return new Intl.ListFormat(locales[language]).format(said);
}

/**
 * A label that is a number would be read as part of the sentence, and one with a small letter would get a large one where it
 * begins the sentence, and be another name. In Russian all stand in quotes, for none is declined.
 */
function quoted(label: string, language: Language): string {
	if (language === "ru") return `«${label}»`;
	return /^[\d\p{Ll}]/u.test(label) ? `“${label}”` : label;
}
