/** Texts by their path, such as `site.name`. */
export function flat(texts: object, path = ""): [string, string][] {
	return Object.entries(texts).flatMap(([key, value]) =>
		typeof value === "string" ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
	);
}
