/**
 * The grammar of product names. Anybody can send a name that looks like a product, so letters pass only from lists of what was
 * sold: a shape has no class of letters in what it captures, only `oneOf` lists, and digits within the ranges that were sold.
 */

/** Any of the words, separated by spaces; the longest that fits. */
export function oneOf(words: string): string {
	const longestFirst = words
		.trim()
		.split(/\s+/)
		.sort((a, b) => b.length - a.length);
	return `(?:${longestFirst.map(escaped).join("|")})`;
}

/** One of the words, or nothing. */
export function maybe(words: string): string {
	return `${oneOf(words)}?`;
}

function escaped(word: string): string {
	return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
