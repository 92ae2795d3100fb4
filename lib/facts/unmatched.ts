/**
 * Texts about hardware and versions that no rule knows: the operator sees them, so that the rules can learn them. Names
 * that people choose are never among them.
 */
import { cleanText } from "./text";

const unmatchedRules = [
	"cpu-model",
	"disk-vendor",
	"disk-model",
	"system-vendor",
	"nic-driver",
	"host-distro",
	"kernel",
] as const;
export type UnmatchedRule = (typeof unmatchedRules)[number];

export interface Unmatched {
	rule: UnmatchedRule;
	text: string;
}

/** The text, when its rule gave `other`. */
export function unmatched(rule: UnmatchedRule, value: unknown, key: string | null): Unmatched[] {
	const text = key === "other" ? cleanText(value) : null;
	return text === null ? [] : [{ rule, text }];
}

/** Texts kept of one report: a longer list is made up. */
const unmatchedMax = 30;

/** Each text once, in an order that does not depend on the report. */
export function distinctUnmatched(found: readonly Unmatched[]): Unmatched[] {
	const byKey = new Map(found.map((one) => [`${one.rule} ${one.text}`, one]));
	return [...byKey.keys()]
		.sort()
		.slice(0, unmatchedMax)
		.flatMap((key) => byKey.get(key) ?? []);
}
