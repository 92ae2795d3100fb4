/** Countries by their ISO 3166-1 code in lower case. */
import names from "i18n-iso-countries/langs/en.json";
import { countryNames } from "../country-names";

/** Where the name of the library is formal or inverted: what newspapers write. */
const everyday = {
	bn: "Brunei",
	bo: "Bolivia",
	bq: "Caribbean Netherlands",
	cd: "DR Congo",
	cg: "Congo",
	ci: "Côte d’Ivoire",
	cn: "China",
	cz: "Czechia",
	fk: "Falkland Islands",
	fm: "Micronesia",
	gm: "Gambia",
	ir: "Iran",
	kp: "North Korea",
	kr: "South Korea",
	la: "Laos",
	ly: "Libya",
	md: "Moldova",
	mk: "North Macedonia",
	ps: "Palestine",
	re: "Réunion",
	ru: "Russia",
	sh: "Saint Helena",
	sy: "Syria",
	tw: "Taiwan",
	tz: "Tanzania",
	us: "United States",
	va: "Vatican City",
	vg: "British Virgin Islands",
	vi: "US Virgin Islands",
};

export const countries = countryNames(names.countries, everyday);
