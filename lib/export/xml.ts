/** XML from plain objects: names that begin with `@` are attributes, `#text` is text. Everything is escaped. */
import Builder from "fast-xml-builder";

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
