import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { languages } from "#lib/language";
import { messages as en } from "#lib/text/en/catalogue";
import { messages as enOnServer } from "#lib/text/en/server";
import { translate } from "#lib/text/index";
import { messages as ru } from "#lib/text/ru/catalogue";
import { messages as ruOnServer } from "#lib/text/ru/server";
import { translateOnServer } from "#lib/text/server";
import { flat } from "./flat";

const english = new Map(flat({ ...en, ...enOnServer }));
const russian = new Map(flat({ ...ru, ...ruOnServer }));

interface Parts {
	/** Names of arguments and tags. */
	arguments: Set<string>;
	/** What is said, in all branches. */
	text: string[];
	/** Numbers that are said, and not only agreed with. */
	said: Set<string>;
}

function partsOf(message: string): Parts {
	const parts: Parts = { arguments: new Set(), text: [], said: new Set() };
	const visit = (elements: MessageFormatElement[], number = "") => {
		for (const element of elements) {
			if (element.type === TYPE.pound) parts.said.add(number);
			else if (element.type === TYPE.literal) parts.text.push(element.value);
			else parts.arguments.add(element.value);
			if (element.type === TYPE.tag) visit(element.children, number);
			if (element.type === TYPE.select || element.type === TYPE.plural)
				for (const { value } of Object.values(element.options))
					visit(value, element.type === TYPE.plural ? element.value : number);
		}
	};
	visit(parse(message));
	return parts;
}

/**
 * Without a count that is not said, but only agreed with, and without a bucket that has words of its own: where a language
 * has words for them is its own affair.
 */
function saidArgumentsOf(message: string): string[] {
	const { arguments: names, said } = partsOf(message);
	return [...names].filter((name) => name !== "bucket" && (name !== "count" || said.has(name))).sort();
}

/** What is written the same in Russian. */
const names = [
	...["OpenVZ", "Customer", "Experience", "Program", "UTC", "openvz", "legacy"],
	...[
		"VSwap",
		"SSD",
		"RAID",
		"SAN",
		"NVMe",
		"NUMA",
		"ReadyKernel",
		"bonding",
		"teaming",
		"shaman",
		"Storage",
		"UUID",
		"PNG",
		"SVG",
		"HTML",
		"Markdown",
		"BBCode",
		"BibTeX",
		"Esc",
	],
	...["Atom", "CORS", "ETag", "OpenAPI", "curl", "application", "problem", "json", "true", "false", "null"],
	...["CSV", "xlsx", "oEmbed", "Prometheus", "XLSX", "PPTX", "SHA", "RFC", "sitemaps", "org", "Retry", "After"],
	...["Virtuozzo", "Python", "systemd", "rpmlint", "centos", "xeon", "nginx"],
	// Of crash reports.
	...["abrt", "FAF", "uReport", "bthash", "taint", "machine", "Enterprise", "Linux", "Ruby", "Java", "url", "error"],
	// Words of addresses and answers, as a program writes them.
	...["intel", "large", "total", "duplicate", "very", "please", "xml", "other"],
	...["JSON", "JavaScript", "POST", "www", "form", "urlencoded", "confirm", "yes"],
	...["product", "percent", "points", "start", "end", "silent", "new", "returned", "switchedFrom", "switchedTo"],
	...["README", "npm", "run", "stats", "verify"],
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
				[...partsOf(messages.get(key) ?? "").arguments].map((name) => [
					name,
					/^(count|days|hosts)$/.test(name) ? count : `‹${name}›`,
				]),
			);
			const tags = Object.fromEntries(
				[...(messages.get(key) ?? "").matchAll(/<(\w+)>/g)].map(([, name]) => [name, tag]),
			);
			const isOnServer = (key.split(".")[0] ?? "") in enOnServer;
			const t = isOnServer ? translateOnServer(language) : translate(language);
			const said = t.markup(key as never, { ...values, ...tags } as never);
			expect(said).not.toContain(key);
			expect(said.length).toBeGreaterThan(0);
		}
	});

	it.each([...russian])("%s has no English left in the Russian", (_, message) => {
		const words =
			partsOf(message)
				.text.join(" ")
				.match(/[A-Za-z]{3,}/g) ?? [];
		expect(words.filter((word) => !names.includes(word))).toEqual([]);
	});
});
