/**
 * Markup as text. React would create, send and parse an object for every element of a drawing, which no script ever changes:
 * as text, a drawing costs its characters alone.
 */

/** Markup that is escaped already. */
export class Svg {
	constructor(readonly text: string) {}
}

type Part = string | number | Svg | readonly Svg[] | false | null | undefined;

/** A template of markup: texts and numbers are escaped, other markup is taken as it is, and nothing is left out. */
export function svg(literals: TemplateStringsArray, ...parts: readonly Part[]): Svg {
	let text = literals[0] ?? "";
	for (let i = 0; i < parts.length; i++) text += written(parts[i]) + (literals[i + 1] ?? "");
	return new Svg(text);
}

function written(part: Part): string {
	if (part === false || part === null || part === undefined) return "";
	if (typeof part === "number") return `${part}`;
	if (typeof part === "string") return escaped(part);
	if (part instanceof Svg) return part.text;
	return part.map(({ text }) => text).join("");
}

const entities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#x27;",
};

/** As React does it: for an element or an attribute in quotes. */
export function escaped(text: string): string {
	return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (char) => entities[char] ?? char) : text;
}
