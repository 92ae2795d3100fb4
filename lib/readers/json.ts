/** Reads the JSON of a member. The tools that write it escape little, so it is read leniently where that is harmless. */
import { type JsonObject, objectOf } from "./values";

/** Deeper than any tool nests; what is deeper would only keep the parser busy. */
const depthMax = 64;

/** The object in the bytes; `null` when they are not UTF-8, not JSON or not an object. */
export function readJson(bytes: Uint8Array): JsonObject | null {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
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
	let inString = false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (inString) {
			if (code === backslash) i++;
			else if (code === quote) inString = false;
		} else if (code === quote) inString = true;
		else if (code === openBrace || code === openBracket) {
			if (++depth > depthMax) return true;
		} else if (code === closeBrace || code === closeBracket) depth--;
	}
	return false;
}

const [quote, backslash, openBrace, openBracket, closeBrace, closeBracket] = Array.from('"\\{[}]', (char) =>
	char.charCodeAt(0),
);
