/** Text inside of HTML and XML that is written as text. */
import { oneLine } from "./one-line";

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

/** The same of a text that may come from a report: one line of what can be seen. */
export function markupOf(text: string): string {
	return escaped(oneLine(text));
}
