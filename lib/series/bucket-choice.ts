/** Choosing the categories of a chart, one after the other. */
import { bucketsMax } from "#lib/address/values";
import type { ChartKind } from "./chart-kind";

export interface Choice {
	/** Of the chart where nobody chose. */
	kind: ChartKind;
	/** In the chart where nobody chose. */
	usual: readonly string[];
	/** By somebody; empty: nobody chose. */
	chosen: readonly string[];
	/** In the chart at present. */
	drawn: readonly string[];
}

/** What somebody who looks at the table would call chosen: lines are; parts of a whole are all there anyway. */
export function picked({ kind, chosen, drawn }: Choice): readonly string[] {
	if (chosen.length > 0) return chosen;
	return kind === "lines" ? drawn : [];
}

/** The choice with one more or one less; `null` where there is no room for one more. The usual ones are no choice. */
export function toggled(choice: Choice, bucket: string): readonly string[] | null {
	const now = picked(choice);
	if (!now.includes(bucket) && now.length >= bucketsMax) return null;
	const next = now.includes(bucket) ? now.filter((one) => one !== bucket) : [...now, bucket];
	const { kind, usual } = choice;
	const isUsual = kind === "lines" && next.length === usual.length && next.every((one) => usual.includes(one));
	return isUsual ? [] : next;
}
