/** Names of countries in one language by their ISO 3166-1 code in lower case, from the list of `i18n-iso-countries`. */
export function countryNames(
	formal: Readonly<Record<string, string | readonly string[]>>,
	everyday: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(formal).map(([code, names]) => {
			const key = code.toLowerCase();
			return [key, everyday[key] ?? (typeof names === "string" ? names : names[0]) ?? code];
		}),
	);
}
