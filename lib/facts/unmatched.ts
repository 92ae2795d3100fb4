/**
 * What a report says of hardware and versions and no rule knows: for the operator, so that the rules can learn it. Names
 * that people choose are not among these.
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

/** What was said, when the rule made `other` of it. */
export function unmatched(rule: UnmatchedRule, said: unknown, made: string | null): Unmatched[] {
	const text = made === "other" ? cleanText(said) : null;
	return text === null ? [] : [{ rule, text }];
}

/** A report says no more than this many; a long list is invented. */
const unmatchedMax = 30;

/** Each once, in an order that does not depend on the report's. */
export function distinctUnmatched(found: readonly Unmatched[]): Unmatched[] {
	const byKey = new Map(found.map((one) => [`${one.rule} ${one.text}`, one]));
	return [...byKey.keys()]
		.sort()
		.slice(0, unmatchedMax)
		.flatMap((key) => byKey.get(key) ?? []);
}
