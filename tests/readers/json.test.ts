import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fields, readJson } from "#lib/readers/json";
import { readLimits } from "#lib/readers/limits";
import { rounds } from "../rounds";

const read = (text: string, names?: string) =>
	readJson(Buffer.from(text), names === undefined ? undefined : fields(names));

/** What `JSON.parse` makes of it, with a space for each control character that tools write raw. */
function parsed(text: string): unknown {
	try {
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
		const value: unknown = JSON.parse(text.replace(/[\u0000-\u001f]/g, " "));
		return typeof value === "object" && !Array.isArray(value) ? value : null;
	} catch {
		return null;
	}
}

describe("without a choice of fields it reads what JSON.parse reads", () => {
	const object = fc.dictionary(fc.string({ unit: "grapheme", maxLength: 8 }), fc.jsonValue());

	test("of anything that is JSON", () => {
		fc.assert(
			fc.property(object, fc.constantFrom(undefined, 1, "\t"), (value, indent) => {
				const text = JSON.stringify(value, null, indent);
				expect(read(text)).toEqual(JSON.parse(text));
			}),
			{ numRuns: rounds(200, 20_000) },
		);
	});

	test("of what is nearly JSON", () => {
		const piece = fc.constantFrom(
			...["{", "}", "[", "]", ",", ":", '"', "\\", "\\u12", "\\u00e9", "\\n", "\\x", "\n", "\u0001", " "],
			...["1", "-", "01", "1.", ".5", "1e", "1e5", "-0", "1E+2", "true", "nul", "null", "false", '"a"', "é", "😀"],
		);
		const mutated = fc
			.tuple(object, fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.array(piece, { maxLength: 3 })), { maxLength: 3 }))
			.map(([value, changes]) => {
				let text = JSON.stringify(value);
				for (const [turn, dropped, pieces] of changes) {
					const at = turn % (text.length + 1);
					text = text.slice(0, at) + pieces.join("") + text.slice(at + dropped);
				}
				return text;
			})
			// Half of a pair is not UTF-8.
			.filter((text) => Buffer.from(text).toString() === text);
		fc.assert(
			fc.property(mutated, (text) => {
				expect(read(text)).toEqual(parsed(text));
			}),
			{ numRuns: rounds(2000, 100_000) },
		);
	});

	test.each(['{"a":1}x', '{"a":1,}', '{"a" 1}', "{1:1}", '{"a":"\\u00g0"}', "[1]", '"a"', "1", "", "{", '{"a":[1}'])(
		"of %s nothing",
		(text) => expect(read(text)).toBeNull(),
	);

	test("of bytes that are not UTF-8 nothing", () => {
		expect(readJson(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBeNull();
	});

	test("the last of two fields of one name, and names that objects have anyway", () => {
		const text = '{"a":1,"a":2,"__proto__":{"b":3},"constructor":4}';
		const object = read(text);
		expect(Object.entries(object ?? {})).toEqual(Object.entries(JSON.parse(text) as object));
		expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
	});
});

describe("with a choice of fields", () => {
	test("the others are passed over, wherever they stand", () => {
		const text =
			'{"a":{"b":1,"x":2},"x":{"a":3},"hdd0":[{"a":4,"y":"\\u00e9"}],"open":{"x":{"y":5}},"b":{"open":{"x":6}}}';
		expect(read(text, "a b hdd* open/")).toEqual({
			a: { b: 1 },
			hdd0: [{ a: 4 }],
			open: { x: { y: 5 } },
			b: { open: {} },
		});
	});

	test.each(['{"x":tru,"a":1}', '{"x":{"y":},"a":1}', '{"x":"\\q","a":1}', '{"x":[1 2],"a":1}', '{"x":1.,"a":1}'])(
		"%s is no JSON all the same",
		(text) => expect(read(text, "a")).toBeNull(),
	);
});

describe("its bounds", () => {
	const { items, textCharacters, values, fileBytes, depth } = readLimits;

	test.each([
		["long texts", "x".repeat(textCharacters), "x".repeat(100)],
		["long texts with escapes", `\n${"x".repeat(textCharacters - 2)}`, "é\n".repeat(100)],
	])("%s are cut, and no escape is cut through", (_, kept, more) => {
		const escaped = JSON.stringify({ a: kept + more, b: 1 }).replaceAll("é", "\\u00e9");
		expect(read(escaped)).toEqual({ a: kept, b: 1 });
	});

	test.each([
		["many values", `{"a":[${"1,".repeat(values)}1]}`],
		["many values that nobody reads", `{"x":[${"1,".repeat(values)}1]}`],
		["deep lists", `{"a":${"[".repeat(depth + 1)}${"]".repeat(depth + 1)}}`],
		["long lists", `{"a":[${"1,".repeat(items)}1]}`],
		["many bytes", `{"a":"${"x".repeat(fileBytes)}"}`],
	])("too %s are no report", (_, text) => {
		expect(read(text, "a")).toBeNull();
	});

	test("what is just within them is read", () => {
		expect(read(`{"x":[${"1,".repeat(values - 3)}1],"a":1}`, "a")).toBeNull();
		expect(read(`{"x":[${"1,".repeat(values - 4)}1],"a":1}`, "a")).toEqual({ a: 1 });
		expect(read(`{"a":[${"1,".repeat(items - 1)}1]}`)?.a).toHaveLength(items);
		expect(read(`{"a":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`, "a")).not.toBeNull();
	});
});
