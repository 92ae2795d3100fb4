import { expect, test } from "vitest";
import { cleanText, wholeNumber } from "#lib/facts/text";

test.each([
	["  Dell   Inc. ", "Dell Inc."],
	["SAMSUNG MZ7LH960\u0000\u0000", "SAMSUNG MZ7LH960"],
	["a\tb\r\nc", "a b c"],
	["\u202ea\u200bb\ufeff", "ab"],
	["a \u0007 b", "a b"],
	["\ud800x\udfff", "x"],
	["Гравитон", "Гравитон"],
	["x".repeat(100), "x".repeat(64)],
	["😀".repeat(100), "😀".repeat(64)],
	[`${"x".repeat(63)} y`, "x".repeat(63)],
	["", null],
	[" \n\u0000 ", null],
	[null, null],
	[undefined, null],
	[17, null],
	[["a"], null],
])("%j is cleaned to %j", (value, clean) => {
	expect(cleanText(value)).toBe(clean);
});

test.each([
	[0, 0],
	[-0, 0],
	[32, 32],
	["32", 32],
	[" 007\n", 7],
	[2 ** 40, 2 ** 40],
	["1099511627777", null],
	[2 ** 53, null],
	[-1, null],
	["-1", null],
	[1.5, null],
	["1.5", null],
	["1e3", null],
	["0x10", null],
	["", null],
	[" ", null],
	["unlimited", null],
	[Number.NaN, null],
	[Number.POSITIVE_INFINITY, null],
	[true, null],
	[null, null],
	[[5], null],
	[10n, null],
])("%s is the whole number %s", (value, number) => {
	expect(wholeNumber(value)).toBe(number);
});

test("a limit", () => {
	expect(wholeNumber("64", 64)).toBe(64);
	expect(wholeNumber("65", 64)).toBeNull();
});
