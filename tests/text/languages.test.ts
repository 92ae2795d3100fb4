/** A language is one folder of texts and its entry in lib/language.ts: nothing else names a language. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { languages, pathIn } from "#lib/language";
import { flat } from "./flat";

const files = ["lib", "components", "app", "bin"]
	.flatMap((top) => readdirSync(top, { recursive: true, encoding: "utf8" }).map((name) => join(top, name)))
	.filter((path) => /\.tsx?$/.test(path))
	.filter((path) => path !== "lib/language.ts" && !languages.some((one) => path.startsWith(`lib/text/${one}/`)));

/** `ru` is a country, too; a country has no text and no address. */
const isOfCountries = (path: string) => path.startsWith("lib/fleet/");

test.each(files.filter((path) => !isOfCountries(path)))("%s names no language", (path) => {
	// A catalogue is imported by its language in one place.
	const source = readFileSync(path, "utf8").replaceAll(/^import \* as \w+ from ".\/\w+\/(?:catalogue|server)";$/gm, "");
	const code = source.replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, "");
	for (const language of languages) {
		expect(code).not.toContain(`"${language}"`);
		expect(code).not.toMatch(new RegExp(`\\b${language}: ["\`{]`));
		if (pathIn(language, "/") !== "/") expect(code).not.toMatch(new RegExp(`${pathIn(language, "/")}\\b`));
	}
});

/** Letters that rules and measures of text must know. */
const knowLetters = ["lib/facts/system-vendor.ts", "lib/series/text-width.ts"];

test.each(files.filter((path) => !knowLetters.includes(path)))("%s has no text in Cyrillic", (path) => {
	const code = readFileSync(path, "utf8").replaceAll(/\/\/.*/g, "");
	expect(code).not.toMatch(/\p{Script=Cyrillic}/u);
});

test("every language has the same files and the same names", async () => {
	const [first = [], ...others] = await Promise.all(
		languages.map(async (language) => {
			const catalogue = await import(new URL(`../../lib/text/${language}/catalogue.ts`, import.meta.url).href);
			expect(readdirSync(`lib/text/${language}`).sort()).toEqual(readdirSync(`lib/text/${languages[0]}`).sort());
			const server = await import(new URL(`../../lib/text/${language}/server.ts`, import.meta.url).href);
			return flat({ ...catalogue.names, search: server.searchWords });
		}),
	);
	expect(first.length).toBeGreaterThan(600);
	for (const other of others) {
		expect(other.map(([key]) => key).toSorted()).toEqual(first.map(([key]) => key).toSorted());
		for (const [key, text] of other) expect(text.trim(), key).not.toBe("");
	}
});
