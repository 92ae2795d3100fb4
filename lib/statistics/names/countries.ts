/** Countries by their ISO 3166-1 code in lower case, named as newspapers name them. */
import countries from "i18n-iso-countries/index.js";
import en from "i18n-iso-countries/langs/en.json";
import ru from "i18n-iso-countries/langs/ru.json";
import type { Language, Text } from "#lib/language";

countries.registerLocale(en);
countries.registerLocale(ru);

/** Where the library's name is the formal or the inverted one. */
const everyday: Readonly<Record<string, Partial<Text>>> = {
	bn: { en: "Brunei" },
	bo: { en: "Bolivia" },
	bq: { en: "Caribbean Netherlands", ru: "Карибские Нидерланды" },
	cd: { en: "DR Congo", ru: "ДР Конго" },
	cg: { en: "Congo", ru: "Конго" },
	ci: { en: "Côte d’Ivoire" },
	cn: { en: "China", ru: "Китай" },
	cz: { en: "Czechia" },
	eh: { ru: "Западная Сахара" },
	fk: { en: "Falkland Islands" },
	fm: { en: "Micronesia" },
	gf: { ru: "Французская Гвиана" },
	gm: { en: "Gambia", ru: "Гамбия" },
	ir: { en: "Iran" },
	kp: { en: "North Korea", ru: "Северная Корея" },
	kr: { en: "South Korea", ru: "Южная Корея" },
	la: { en: "Laos", ru: "Лаос" },
	ly: { en: "Libya" },
	md: { en: "Moldova", ru: "Молдова" },
	mk: { en: "North Macedonia" },
	ps: { en: "Palestine", ru: "Палестина" },
	re: { en: "Réunion" },
	ru: { en: "Russia", ru: "Россия" },
	sh: { en: "Saint Helena", ru: "Остров Святой Елены" },
	sy: { en: "Syria", ru: "Сирия" },
	tw: { en: "Taiwan", ru: "Тайвань" },
	tz: { en: "Tanzania" },
	us: { en: "United States" },
	va: { en: "Vatican City" },
	vg: { en: "British Virgin Islands", ru: "Британские Виргинские острова" },
	vi: { en: "US Virgin Islands", ru: "Виргинские острова США" },
};

export const countryNames: Readonly<Record<string, Text>> = Object.fromEntries(
	Object.keys(countries.getAlpha2Codes()).map((code) => {
		const key = code.toLowerCase();
		const named = (language: Language) => everyday[key]?.[language] ?? countries.getName(code, language) ?? code;
		return [key, { en: named("en"), ru: named("ru") }];
	}),
);

/** By the number of ISO 3166-1, as maps have it. */
export function countryOfNumber(number: string): string | null {
	return countries.numericToAlpha2(number)?.toLowerCase() ?? null;
}
