/** The texts of the API description, in one language. */
import { labelCharactersMax, pictureBounds, pictureSizes } from "#lib/address/values";
import { defaultLanguage, type Language, languages, pathIn, settingsOf } from "#lib/language";
import { translate } from "#lib/text/index";
import { type ApiTextKey, translateOnServer } from "#lib/text/server";

export type ApiText = ApiTextKey | ((language: Language) => string);

const rangeOf = (name: "width" | "height" | "scale") => `${pictureBounds[name].min}–${pictureBounds[name].max}`;

/** The arguments that the messages may name. */
const limits = {
	prefixes: languages
		.filter((language) => language !== defaultLanguage)
		.map((language) => pathIn(language, "/"))
		.join(", "),
	sizes: Object.entries(pictureSizes)
		.map(([name, { width, height }]) => `${name} ${width} × ${height}`)
		.join(", "),
	width: rangeOf("width"),
	height: rangeOf("height"),
	scale: rangeOf("scale"),
	megapixels: `${pictureBounds.pixelsMax / 1e6}`,
	titleMax: `${pictureBounds.titleCharactersMax}`,
	labelMax: `${labelCharactersMax}`,
};

export function apiText(text: ApiText, language: Language, values: Readonly<Record<string, string>> = limits): string {
	if (typeof text === "function") return text(language);
	// The arguments of a message are known only to the message.
	return translateOnServer(language)(`api.${text}`, values as never);
}

/** Which addresses answer in which language. */
export function languagesText(language: Language): string {
	const languageNames = new Intl.DisplayNames(settingsOf(language).locale, { type: "language" });
	return languages
		.filter((one) => one !== defaultLanguage)
		.map((one) =>
			translate(language)("programs.api.inLanguage", {
				prefix: pathIn(one, "/"),
				language: languageNames.of(one) ?? settingsOf(one).name,
			}),
		)
		.join(" ");
}
