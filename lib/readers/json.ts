/** Reads the JSON of a member. The tools that write it escape little, so it is read leniently where that is harmless. */
import { type JsonObject, objectOf } from "./values";

/** Deeper than any tool nests; what is deeper would only keep the parser busy. */
const depthMax = 64;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The object in the bytes; `null` when they are not UTF-8, not JSON or not an object. */
export function readJson(bytes: Uint8Array): JsonObject | null {
	try {
		const text = utf8.decode(bytes);
		return isDeep(text) ? null : objectOf(parse(text));
	} catch {
		return null;
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// prlctl passes control characters raw. A space may stand for them inside strings and between values.
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
		return JSON.parse(text.replace(/[\u0000-\u001f]/g, " "));
	}
}

function isDeep(text: string): boolean {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === quote) at = endOfString(text, at);
		else if (code === openBrace || code === openBracket) {
			if (++depth > depthMax) return true;
		} else if (code === closeBrace || code === closeBracket) depth--;
	}
	return false;
}

/** Most of JSON is strings: `indexOf` passes them many times faster than a loop over their characters. */
function endOfString(text: string, start: number): number {
	for (let from = start + 1; ; ) {
		const end = text.indexOf('"', from);
		if (end < 0) return text.length;
		let backslashes = 0;
		while (text.charCodeAt(end - 1 - backslashes) === backslash) backslashes++;
		if (backslashes % 2 === 0) return end;
		from = end + 1;
	}
}

const [quote, backslash, openBrace, openBracket, closeBrace, closeBracket] = Array.from('"\\{[}]', (char) =>
	char.charCodeAt(0),
);
