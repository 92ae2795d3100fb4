/** Looks into what a report says without trusting its shape: every question has an answer, `null` when it is wrong. */
import { installedMib } from "#lib/facts/memory";
import type { Facts } from "#lib/facts/sections";
import { wholeNumber } from "#lib/facts/text";
import { readLimits } from "./limits";

export type JsonObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): JsonObject | null {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

export function listOf(value: unknown): readonly unknown[] | null {
	return Array.isArray(value) ? value : null;
}

/** The objects of a list; whatever else is in it is passed over. */
export function objectsOf(value: unknown): JsonObject[] | null {
	return (
		listOf(value)
			?.map(objectOf)
			.filter((item) => item !== null) ?? null
	);
}

export function textsOf(value: unknown): string[] | null {
	return listOf(value)?.filter((item) => typeof item === "string") ?? null;
}

export function textOf(value: unknown): string | null {
	return typeof value === "string" ? value : null;
}

/**
 * The rule, asked once for each text. A report with more different texts than any real one has is made up: for those beyond
 * the bound the answer is `beyond`, and no pattern sees them.
 */
export function eachOnce<Text, Answer>(rule: (text: Text) => Answer, beyond: Answer): (text: Text) => Answer {
	const answers = new Map<Text, Answer>();
	return (text) => {
		const known = answers.get(text);
		if (known !== undefined || answers.has(text)) return known as Answer;
		if (answers.size >= readLimits.differentTexts) return beyond;
		const answer = rule(text);
		answers.set(text, answer);
		return answer;
	};
}

/** A number of things that cannot be none. */
export function countOf(value: unknown): number | null {
	return wholeNumber(value, manyMax) || null;
}

/** A number of things. */
export function manyOf(value: unknown): number | null {
	return wholeNumber(value, manyMax);
}

const manyMax = 1_000_000;

/** The sum, no larger than a number of things may be. */
export function sumOf(numbers: Iterable<number>): number {
	let sum = 0;
	for (const number of numbers) sum += number;
	return Math.min(sum, manyMax);
}

/** What a rule makes of a text: `null` where nothing is said, `other` where no rule knows it. */
export function known(said: string | null | undefined, rule: (said: string) => string | null): string | null {
	return said?.trim() ? (rule(said) ?? "other") : null;
}

/** Flags are booleans in newer tools, and words or digits in older ones. */
export function flagOf(value: unknown): boolean | null {
	if (typeof value === "boolean") return value;
	const word = typeof value === "number" ? String(value) : textOf(value)?.trim().toLowerCase();
	return word === undefined || !Object.hasOwn(flags, word) ? null : (flags[word] ?? null);
}

const flags: Readonly<Record<string, boolean>> = {
	...{ "1": true, yes: true, true: true, on: true },
	...{ "0": false, no: false, false: false, off: false },
};

/** Sizes are kept in steps, so that odd ones do not tell hosts apart. Scales whose ends are whole steps do not change. */
export function inSteps(mib: number, step: number): number {
	return Math.ceil(mib / step) * step;
}

/**
 * Of the first `max` lines of a text those that are not blank, trimmed and cut to a length that no known line has. It holds
 * one at a time: a report may be one file of sixteen million line ends.
 */
export function* lines(text: string, max: number = readLimits.lines): Generator<string> {
	let read = 0;
	for (let from = 0; from < text.length && read < max; read++) {
		const end = text.indexOf("\n", from);
		const to = end < 0 ? text.length : end;
		const line = text.slice(from, Math.min(to, from + readLimits.lineCharacters)).trim();
		if (line !== "") yield line;
		from = to + 1;
	}
}

const swapStepMib = 256;

/** The two numbers of `/proc/meminfo` that are kept: both are given in kB, as numbers or digits. */
export function memoryOf(memTotal: unknown, swapTotal: unknown): Pick<Facts["memory"], "installedMib" | "swapMib"> {
	const [memory, swap] = [wholeNumber(memTotal), wholeNumber(swapTotal)];
	return {
		installedMib: memory === null ? null : installedMib(memory),
		swapMib: swap === null ? null : inSteps(swap / 1024, swapStepMib),
	};
}
