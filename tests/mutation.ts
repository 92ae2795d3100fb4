/** Changes somewhere in a tree of JSON, for reports that hold anything. */
import * as fc from "fast-check";

const odd: fc.Arbitrary<unknown> = fc.oneof(
	fc.constantFrom(null, true, false, "", "-", "unlimited", -1, 0, 1.5, 2 ** 53, 1e300, 4_294_967_295, [], {}, [[]]),
	fc.constantFrom("99999999999999999999", "-5", "NaN", "1e9", "2048Mb", "yes", "\u0000", "\ud800", "__proto__", "ﬃ"),
	fc.integer(),
	fc.double(),
	fc.string({ unit: "binary", maxLength: 80 }),
	fc.string({ maxLength: 2000 }),
	fc.jsonValue(),
);

/** Replaces, drops, repeats or renames something somewhere in a tree. */
export interface Mutation {
	/** Where: each number chooses among what is there. */
	way: number[];
	kind: "replace" | "drop" | "repeat" | "rename";
	value: unknown;
}
export const mutation: fc.Arbitrary<Mutation> = fc.record({
	way: fc.array(fc.nat(1000), { minLength: 1, maxLength: 7 }),
	kind: fc.constantFrom("replace", "replace", "replace", "drop", "repeat", "rename"),
	value: odd,
});

export function mutate(tree: unknown, { way, kind, value }: Mutation): unknown {
	const [turn = 0, ...rest] = way;
	if (typeof tree !== "object" || tree === null) return value;
	const entries: [string, unknown][] = Object.entries(tree);
	const at = turn % Math.max(1, entries.length);
	const [key, child] = entries[at] ?? ["x", undefined];
	const isLeaf = rest.length === 0 || typeof child !== "object" || child === null;
	if (!isLeaf) entries[at] = [key, mutate(child, { way: rest, kind, value })];
	else if (kind === "replace") entries[at] = [key, value];
	else if (kind === "drop") entries.splice(at, 1);
	else if (kind === "repeat") entries.push([`${key}${turn}`, child]);
	// An object may have a `toString` that is no function.
	else entries[at] = [JSON.stringify(value) ?? "", child];
	return Array.isArray(tree) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
