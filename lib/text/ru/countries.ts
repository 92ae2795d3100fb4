/** Countries by their ISO 3166-1 code in lower case. */
import names from "i18n-iso-countries/langs/ru.json";
import { countryNames } from "../country-names";

/** Where the name of the library is formal or inverted: what newspapers write. */
const everyday = {
	bq: "Карибские Нидерланды",
	cd: "ДР Конго",
	cg: "Конго",
	cn: "Китай",
	eh: "Западная Сахара",
	gf: "Французская Гвиана",
	gm: "Гамбия",
	kp: "Северная Корея",
	kr: "Южная Корея",
	la: "Лаос",
	md: "Молдова",
	ps: "Палестина",
	ru: "Россия",
	sh: "Остров Святой Елены",
	sy: "Сирия",
	tw: "Тайвань",
	vg: "Британские Виргинские острова",
	vi: "Виргинские острова США",
};

export const countries = countryNames(names.countries, everyday);
