/** Writing HTML and XML as text. */
import Builder from "fast-xml-builder";

const entities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

/** For an element or an attribute in quotes. */
export function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** The same for a text that may come from a report: one line of visible characters. */
export function markupOf(text: string): string {
	return escaped(oneLine(text));
}

/** One line of visible text, without line breaks and marks that change the direction of writing. */
export function oneLine(text: string): string {
	return text
		.replace(/[\p{Zl}\p{Zp}\s]+/gu, (space) => (space === "\u00a0" || space === "\u202f" ? space : " "))
		.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "");
}

/** XML from plain objects: names that begin with `@` are attributes, `#text` is text. Everything is escaped. */
const builder = new Builder({
	attributeNamePrefix: "@",
	ignoreAttributes: false,
	format: true,
	suppressEmptyNode: true,
	suppressBooleanAttributes: false,
});

export function xml(document: Record<string, unknown>): string {
	return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(document).trim()}\n`;
}
