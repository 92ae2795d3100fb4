import { describe, expect, it } from "vitest";
import { languages } from "#lib/language";
import { messages as en } from "#lib/text/en/catalogue";
import { translate } from "#lib/text/index";
import { messages as ru } from "#lib/text/ru/catalogue";
import { flat } from "./flat";

const english = new Map(flat(en));
const russian = new Map(flat(ru));

/** Names of the arguments and tags of a message. What stands in braces after a word is a branch of a plural or select. */
function argumentsOf(message: string): string[] {
	const found = [
		...message.matchAll(/(?<!\b(?:one|few|many|other|more|less|times) )\{(\w+)(?=[,}])/g),
		...message.matchAll(/<(\w+)>/g),
	].map(([, name]) => name ?? "");
	return [...new Set(found)].sort();
}

/** Without a count that is not said, but only agreed with: where a language has words for that is its own affair. */
const saidArgumentsOf = (message: string) =>
	argumentsOf(message).filter((name) => name !== "count" || /\{count, plural,[^}]*#/.test(message));

/** What is written the same in Russian. */
const names = [
	...["OpenVZ", "Customer", "Experience", "Program", "UTC", "openvz", "legacy"],
	...["VSwap", "SSD", "UUID", "PNG", "SVG", "HTML", "Markdown", "BBCode", "BibTeX", "Esc"],
	...["Atom", "CORS", "ETag", "OpenAPI", "curl", "application", "problem", "json", "true", "false", "null"],
	...["CSV", "xlsx", "oEmbed", "Prometheus", "XLSX", "PPTX", "SHA", "RFC", "sitemaps", "org", "Retry", "After"],
	...["Virtuozzo", "Python", "systemd", "rpmlint"],
	// Words of addresses and answers, as a program writes them.
	...["intel", "large", "total", "duplicate", "very", "please", "xml"],
	...["JSON", "JavaScript", "POST", "www", "form", "urlencoded", "confirm", "yes"],
	...["day", "reasons", "reports", "method", "methods", "digest"],
];

describe("messages", () => {
	it("are the same in both languages", () => expect([...russian.keys()]).toEqual([...english.keys()]));

	it.each([...english])("%s takes the same arguments", (key, message) => {
		expect(saidArgumentsOf(russian.get(key) ?? "")).toEqual(saidArgumentsOf(message));
	});

	it.each([...english.keys()])("%s can be said", (key) => {
		const count = 5;
		const tag = (chunks: unknown) => String(chunks ?? "");
		for (const language of languages) {
			const messages = language === "en" ? english : russian;
			const values = Object.fromEntries(
				argumentsOf(messages.get(key) ?? "").map((name) => [
					name,
					/^(count|days|hosts)$/.test(name) ? count : `‹${name}›`,
				]),
			);
			const tags = Object.fromEntries(
				[...(messages.get(key) ?? "").matchAll(/<(\w+)>/g)].map(([, name]) => [name, tag]),
			);
			const said = translate(language).markup(key as "site.name", { ...values, ...tags } as never);
			expect(said).not.toContain(key);
			expect(said.length).toBeGreaterThan(0);
		}
	});

	it.each([...russian])("%s has no English left in the Russian", (_, message) => {
		const words =
			message
				.replace(/\{[^}]*|<[^>]*>|\b(plural|select|one|few|many|other|more|less|times)\b/g, " ")
				.match(/[A-Za-z]{3,}/g) ?? [];
		expect(words.filter((word) => !names.includes(word))).toEqual([]);
	});
});
