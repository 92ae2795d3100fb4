/** Names for who mistyped one. */

const namesMax = 3;
const likenessLeast = 0.4;

/** Pairs of neighbouring letters; the beginning and the end of the word count as letters. */
function pairsOf(word: string): ReadonlySet<string> {
	const padded = ` ${word} `;
	return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)));
}

/** The share of pairs that two words have in common (Dice's coefficient): 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	return (2 * [...one].filter((pair) => other.has(pair)).length) / (one.size + other.size);
}

/** The few of `names` that are most like `word`, the nearest first; none where nothing is like it. */
function nearNames(word: string, names: readonly string[]): string[] {
	const pairs = pairsOf(word);
	return names
		.map((name) => ({ name, like: likeness(pairs, pairsOf(name)) }))
		.filter(({ like }) => like >= likenessLeast)
		.sort((one, other) => other.like - one.like)
		.slice(0, namesMax)
		.map(({ name }) => name);
}

/** ` Did you mean cpu-model, cpu-cores?`, to be put behind a message; empty where nothing is like `word`. */
export function didYouMean(word: string, names: readonly string[]): string {
	const near = nearNames(word, names);
	return near.length > 0 ? ` Did you mean ${near.join(", ")}?` : "";
}
