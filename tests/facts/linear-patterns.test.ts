/**
 * Patterns see what anybody sends. One whose repeated group holds a repetition itself can take exponential time: `(a+)+`
 * tries every way to share the letters out. Time is not measured here, but `npm run test:long` searches for costly reports.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Where texts of reports and forms go through. */
const folders = ["lib/facts", "lib/readers", "lib/receipt"];

const literal =
	/(?<=(?:[=([,:?!&|]|\breturn|=>)\s*)\/(?![*/])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[dgimsuvy]*/g;

const patterns = folders.flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".ts"))
		.flatMap((name) => {
			const path = join(folder, name);
			return [...readFileSync(path, "utf8").matchAll(literal)].map(([, source = ""]) => ({ path, source }));
		}),
);

const unbounded = /^(?:[*+]|\{\d+,\})/;

/** Whether a group that is repeated without a bound holds something that is. */
function hasNested(source: string): boolean {
	const groups: { holdsRepetition: boolean }[] = [{ holdsRepetition: false }];
	for (let at = 0; at < source.length; at++) {
		const char = source[at];
		if (char === "\\") at++;
		else if (char === "[") {
			while (source[++at] !== "]") if (source[at] === "\\") at++;
		} else if (char === "(") {
			groups.push({ holdsRepetition: false });
			continue;
		}
		const isRepeated = unbounded.test(source.slice(at + 1));
		const group = char === ")" ? groups.pop() : undefined;
		if (isRepeated && group?.holdsRepetition) return true;
		const outer = groups.at(-1);
		if (outer && (isRepeated || group?.holdsRepetition)) outer.holdsRepetition = true;
	}
	return false;
}

test.each([
	["(a+)+", true],
	["^(?:x(?:a*b)|c){2,}$", true],
	["(a{1,3})+b*", false],
	["([a+]\\+)*", false],
	["(?:a+)?(b)*", false],
])("%s holds a repetition in another one: %s", (source, nested) => {
	expect(hasNested(source)).toBe(nested);
});

test("no pattern has a repetition in a repetition", () => {
	expect(patterns.length).toBeGreaterThan(500);
	expect(patterns.filter(({ source }) => hasNested(source))).toEqual([]);
});
