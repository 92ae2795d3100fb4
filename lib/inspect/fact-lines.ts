/** Facts as lines to read: each field by its path in the shape of the facts, and lists item by item. */
import type { Facts, SectionName } from "../facts/sections";

export type FactValue = string | number | boolean | null;

export interface FactLine {
	/** Of a field, or of a list: `disks.disks`. */
	path: string;
	/** One for a field; for a list, the fields of each item. */
	value: FactValue | FactLine[][];
}

export function factLines(section: SectionName, facts: Facts[SectionName]): FactLine[] {
	return linesOf(facts, section);
}

function linesOf(value: object, path: string): FactLine[] {
	return Object.entries(value).flatMap(([name, inner]: [string, unknown]): FactLine[] => {
		const at = `${path}.${name}`;
		if (Array.isArray(inner)) return [{ path: at, value: inner.every(isKey) ? inner.join(", ") : itemsOf(inner, at) }];
		if (typeof inner === "object" && inner !== null) return linesOf(inner, at);
		return [{ path: at, value: inner as FactValue }];
	});
}

const isKey = (item: unknown) => typeof item === "string";
const itemsOf = (items: readonly object[], path: string) => items.map((item) => linesOf(item, path));
