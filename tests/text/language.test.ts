import { expect, test } from "vitest";
import { defaultLanguage, languageOfPath, languages, otherLanguages, pathIn, splitLanguage } from "#lib/language";

test.each([
	["/", "en", "/"],
	["/cpu", "en", "/cpu"],
	["/ru", "ru", "/"],
	["/ru/", "ru", "/"],
	["/ru/cpu", "ru", "/cpu"],
	["/rust", "en", "/rust"],
])("%s is %s and %s", (address, language, path) => {
	expect(splitLanguage(address)).toEqual({ language, path });
	expect(languageOfPath(address)).toBe(language);
});

test("every language can be read back from its addresses", () => {
	for (const language of languages)
		for (const path of ["/", "/cpu"]) expect(splitLanguage(pathIn(language, path))).toEqual({ language, path });
	expect(pathIn("ru", "/")).toBe("/ru");
});

test("a page offers every language but its own", () => {
	expect(otherLanguages(defaultLanguage)).toEqual(["ru"]);
	expect(otherLanguages("ru")).toEqual(["en"]);
});
