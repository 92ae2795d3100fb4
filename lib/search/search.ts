/** Finds what a text asks for among subjects. Pure: the same index and text give the same results. */
import { ignored, similarity, wordsOf } from "./words";

export interface Subject {
	/** What it is called. */
	title: string;
	/** What it is also called, in other languages and by other people: names, separated by commas. */
	otherNames: readonly string[];
	/** Where it belongs. Words of this alone find nothing. */
	context: readonly string[];
	/** From 0 to 1: which of two that fit equally well comes first. */
	prominence: number;
}

/** What is in one word of all subjects: which have it, and how much it says of each. */
interface Occurrence {
	subject: number;
	weight: number;
	isName: boolean;
}

export interface SearchIndex<S extends Subject> {
	subjects: readonly S[];
	occurrences: ReadonlyMap<string, readonly Occurrence[]>;
	/** By subject: the words of its title, and each of its names without anything between its words. */
	titles: readonly { words: readonly string[]; joined: string; names: ReadonlySet<string> }[];
}

const weights = { title: 1, otherName: 0.9, context: 0.45 };

export function searchIndex<S extends Subject>(subjects: readonly S[]): SearchIndex<S> {
	const occurrences = new Map<string, Occurrence[]>();
	// Many subjects have the same context.
	const known = new Map<string, readonly string[]>();
	const words = (text: string) => {
		const found = known.get(text) ?? wordsOf(text);
		known.set(text, found);
		return found;
	};
	const titles = subjects.map(({ title, otherNames, context }, subject) => {
		const own = new Set<string>();
		const add = (texts: readonly string[], weight: number, isName: boolean) => {
			for (const word of texts.flatMap(words)) {
				if (own.has(word)) continue;
				own.add(word);
				const others = occurrences.get(word);
				if (others) others.push({ subject, weight, isName });
				else occurrences.set(word, [{ subject, weight, isName }]);
			}
		};
		const names = otherNames.flatMap((some) => some.split(", "));
		add([title], weights.title, true);
		add(names, weights.otherName, true);
		add(context, weights.context, false);
		const joined = words(title).join("");
		return { words: words(title), joined, names: new Set([joined, ...names.map((name) => words(name).join(""))]) };
	});
	return { subjects, occurrences, titles };
}

/** More words than these are not looked at: no name has as many. */
const wordsMax = 8;
/** Below this, a word is like another only if there were a mistake in it. */
const mistaken = 0.6;

export interface SearchResults<S> {
	/** The best first. */
	found: readonly S[];
	/** Nothing has all words: what was found has some of them. */
	isPartial: boolean;
}

export function search<S extends Subject>(index: SearchIndex<S>, text: string): SearchResults<S> {
	const typed = wordsOf(text);
	const meant = typed.filter((word) => !ignored.has(word));
	const words = [...new Set(meant.length > 0 ? meant : typed)].slice(0, wordsMax);
	if (words.length === 0) return { found: [], isPartial: false };
	const matches = matchesOf(index, words);
	addJoined(index, words, matches);
	const most = Math.max(0, ...[...matches.values()].map(({ count }) => count));
	const isPartial = most < words.length;
	const needed = isPartial ? Math.max(most, Math.ceil(words.length / 2)) : words.length;
	const ranked = [...matches]
		.filter(([, { count, hasName }]) => hasName && count >= needed)
		.map(([subject, { sum }]) => ({ subject, score: scoreOf(index, subject, words, sum) }))
		.sort((a, b) => b.score - a.score || a.subject - b.subject);
	return { found: ranked.flatMap(({ subject }) => index.subjects[subject] ?? []), isPartial };
}

interface Match {
	/** Of how many words it has something. */
	count: number;
	/** How much of what was typed it has, from 0 to 1. */
	sum: number;
	hasName: boolean;
}

function matchesOf({ occurrences, subjects }: SearchIndex<Subject>, words: readonly string[]): Map<number, Match> {
	const found = words.map((typed) => bestOf(occurrences, typed));
	// A word that few have says more than one that many have.
	const shares = found.map((best) => Math.log((subjects.length + 2) / (best.size + 1)));
	const whole = shares.reduce((sum, share) => sum + share, 0);
	const matches = new Map<number, Match>();
	for (const [i, best] of found.entries())
		for (const [subject, { value, isName }] of best) {
			const match = matches.get(subject) ?? { count: 0, sum: 0, hasName: false };
			match.count += 1;
			match.sum += (value * (shares[i] ?? 0)) / whole;
			match.hasName ||= isName;
			matches.set(subject, match);
		}
	return matches;
}

/** For each subject that has a word like the typed one: how much that says of it. */
function bestOf(occurrences: SearchIndex<Subject>["occurrences"], typed: string) {
	const alike = [...occurrences.keys()]
		.map((word) => ({ word, similar: similarity(typed, word) }))
		.filter(({ similar }) => similar > 0);
	// Whoever types a word that is there made no mistake.
	const isKnown = alike.some(({ similar }) => similar > mistaken);
	const best = new Map<number, { value: number; isName: boolean }>();
	for (const { word, similar } of alike) {
		if (isKnown && similar < mistaken) continue;
		for (const { subject, weight, isName } of occurrences.get(word) ?? []) {
			const value = similar * weight;
			if (value > (best.get(subject)?.value ?? 0)) best.set(subject, { value, isName });
		}
	}
	return best;
}

const joinedMin = 4;

/** `e52620` is in `Xeon E5-2620`, and `hyper-threading` is `hyperthreading`, though none of their words is. */
function addJoined({ titles }: SearchIndex<Subject>, words: readonly string[], matches: Map<number, Match>): void {
	const joined = words.join("");
	const isNumber = joined.length >= joinedMin && /\d/.test(joined);
	for (const [subject, title] of titles.entries()) {
		if ((matches.get(subject)?.count ?? 0) === words.length) continue;
		if (title.names.has(joined) || (isNumber && contains(title.joined, joined)))
			matches.set(subject, { count: words.length, sum: 0.8, hasName: true });
	}
}

/** Whether it has a text that does not end within one of its short numbers: Debian 1 is not in Debian 12. */
function contains(title: string, text: string): boolean {
	const end = title.indexOf(text) + text.length;
	return end >= text.length && !(/(?<!\d)\d{1,2}$/.test(text) && /\d/.test(title[end] ?? ""));
}

/** How well the words fit, how much of the title they are, and how prominent the subject is. */
function scoreOf({ subjects, titles }: SearchIndex<Subject>, subject: number, words: readonly string[], sum: number) {
	const { words: title = [], names } = titles[subject] ?? {};
	const named = title.filter((word) => words.some((typed) => similarity(typed, word) > mistaken));
	const covered = names?.has(words.join("")) ? 1 : named.length / Math.max(title.length, 1);
	return sum * (1 + 0.5 * covered) + 0.3 * (subjects[subject]?.prominence ?? 0);
}
