/** Texts as words to compare: small Latin letters and digits, whatever the alphabet, case, hyphens and accents. */
import { languages } from "#lib/language";
import { searchWords } from "#lib/text/server";

/** How each letter that is no plain Latin one is written, of all languages; "" for one without a sound of its own. */
const letters: ReadonlyMap<string, string> = new Map(
	languages
		.flatMap((language) => searchWords(language).letters.split(", "))
		.map((pair) => pair.split(" "))
		.map(([letter = "", latin = ""]) => [letter, latin === "-" ? "" : latin]),
);

/** In small Latin letters without accents: `Côte` → `cote`. */
export function folded(text: string): string {
	if (/^[ -~]*$/.test(text)) return text.toLowerCase();
	const plain = Array.from(text.normalize("NFC").toLowerCase(), (char) => letters.get(char) ?? char).join("");
	return plain.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** `E5-2620v4` → e, 5, 2620, v, 4: however somebody separates them. */
export function wordsOf(text: string): string[] {
	return folded(text).match(/[a-z]+|\d+/g) ?? [];
}

/** The words that say nothing, of all languages. */
export const ignored: ReadonlySet<string> = new Set(
	languages.flatMap((language) => wordsOf(searchWords(language).ignored)),
);

/** From 0 to 1: how much a word that was typed is like one that is there. */
export function similarity(typed: string, word: string): number {
	if (typed === word) return 1;
	if (/\d/.test(typed) || /\d/.test(word)) return typed.length >= 3 && word.startsWith(typed) ? 0.7 : 0;
	if (typed.length >= 3 && word.startsWith(typed)) return 0.85;
	// An ending more, such as that of a plural.
	if (word.length >= 4 && typed.startsWith(word) && typed.length - word.length <= 3) return 0.8;
	const length = Math.min(typed.length, word.length);
	const mistakesMax = length >= 8 ? 2 : length >= 4 ? 1 : 0;
	if (mistakesMax === 0 || Math.abs(typed.length - word.length) > mistakesMax) return 0;
	const mistakes = distance(typed, word);
	return mistakes > mistakesMax ? 0 : 0.7 - 0.15 * mistakes;
}

/** Letters to insert, delete, replace or swap with their neighbour. */
function distance(a: string, b: string): number {
	let [last, before]: [number[], number[]] = [Array.from({ length: b.length + 1 }, (_, j) => j), []];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const isSame = a[i - 1] === b[j - 1];
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
			row.push(cost);
		}
		[before, last] = [last, row];
	}
	return last[b.length] ?? 0;
}
