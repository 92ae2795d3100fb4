/**
 * Reads the JSON of a member. `JSON.parse` makes a value of everything, and takes a microsecond for each new key: a file of
 * made-up keys would take seconds and a gigabyte. This parser makes values of the fields that a reader looks at, and only
 * passes over the rest, which for most of a report is private anyway.
 */
import { readLimits } from "./limits";
import { type JsonObject, objectOf } from "./values";

/** Which fields of a member are read, wherever they stand in it. */
export interface Fields {
	has(name: string): boolean;
	/** Fields at the top whose whole content is read, because its names are not known beforehand. */
	isOpen(name: string): boolean;
}

/** `name`, `hdd*` for all that begin so, and `releases/` for the field with all that is in it. */
export function fields(list: string): Fields {
	const words = list.split(/\s+/);
	const names = new Set(words.filter((word) => !word.endsWith("*")).map((word) => word.replace(/\/$/, "")));
	const open = new Set(words.filter((word) => word.endsWith("/")).map((word) => word.slice(0, -1)));
	const beginnings = words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
	return {
		has: (name) => names.has(name) || beginnings.some((beginning) => name.startsWith(beginning)),
		isOpen: (name) => open.has(name),
	};
}

/** The bounds of `readLimits` that JSON has. */
export interface JsonLimits
	extends Readonly<Record<"fileBytes" | "values" | "depth" | "textCharacters" | "fields" | "items", number>> {
	/** Integers beyond 2^53 become bigints: no digit is lost. */
	readonly exactIntegers?: boolean;
}

const everything: Fields = { has: () => true, isOpen: () => false };

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The object in the bytes, with the given fields. `null` when they are not UTF-8, not JSON, not an object, or hold more
 * than a report does: then `onOverLimit` is called.
 */
export function readJson(
	bytes: Uint8Array,
	read: Fields = everything,
	onOverLimit: () => void = () => {},
	limits: JsonLimits = readLimits,
): JsonObject | null {
	try {
		if (bytes.length > limits.fileBytes) throw new OverLimit();
		return objectOf(new Parser(utf8.decode(bytes), read, limits).parse());
	} catch (error) {
		if (error instanceof OverLimit) onOverLimit();
		return null;
	}
}

class NotJson extends Error {}
class OverLimit extends Error {}

const [quote, backslash, comma, colon, letterT, letterF, letterN] = codesOf('"\\,:tfn');
const [openBrace, closeBrace, openBracket, closeBracket] = codesOf("{}[]");
const [digit0, digit9, space] = codesOf("09 ");

function codesOf(text: string): [number, number, number, number, number, number, number] {
	return Array.from(text, (char) => char.charCodeAt(0)) as ReturnType<typeof codesOf>;
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const escapable = new Set(codesOf('"\\/bfnrtu'));
const hex = /^[0-9a-fA-F]{4}$/;

/**
 * Reads and passes over values in one pass; what is passed over must be JSON, too. Tools write control characters raw:
 * each counts as a space. Throws `NotJson`, `OverLimit` or a `SyntaxError`.
 */
class Parser {
	readonly #text: string;
	readonly #fields: Fields;
	readonly #limits: JsonLimits;
	#at = 0;
	#values = 0;
	/** Where the text that was passed over last is to be cut. */
	#cut = 0;

	constructor(text: string, fields: Fields, limits: JsonLimits) {
		this.#text = text;
		this.#fields = fields;
		this.#limits = limits;
	}

	parse(): unknown {
		const value = this.#value(0, false);
		if (!Number.isNaN(this.#next())) throw new NotJson();
		return value;
	}

	/** The code of the next character that is not white space, which is not taken; NaN at the end. */
	#next(): number {
		let code = this.#text.charCodeAt(this.#at);
		while (code <= space) code = this.#text.charCodeAt(++this.#at);
		return code;
	}

	#begin(depth: number): number {
		const code = this.#next();
		const isTooDeep = depth >= this.#limits.depth && (code === openBrace || code === openBracket);
		if (isTooDeep || ++this.#values > this.#limits.values) throw new OverLimit();
		return code;
	}

	/** `isOpen`: with all fields, whatever they are called. */
	#value(depth: number, isOpen: boolean): unknown {
		const code = this.#begin(depth);
		if (code === quote) return this.#string();
		if (code === openBrace) return this.#object(depth, isOpen);
		if (code === openBracket) return this.#list(depth, isOpen);
		return this.#literal(code);
	}

	#object(depth: number, isOpen: boolean): JsonObject {
		const object: Record<string, unknown> = {};
		let left: number = this.#limits.fields;
		this.#at++;
		if (this.#isEnd(closeBrace)) return object;
		do {
			if (this.#next() !== quote) throw new NotJson();
			const name = this.#string();
			if (this.#next() !== colon) throw new NotJson();
			this.#at++;
			if (left > 0 && (isOpen || this.#fields.has(name))) {
				left--;
				const value = this.#value(depth + 1, isOpen || (depth === 0 && this.#fields.isOpen(name)));
				// Assigned, it would be no field.
				if (name === "__proto__") Object.defineProperty(object, name, { value, enumerable: true, configurable: true });
				else object[name] = value;
			} else this.#passOver(depth + 1);
		} while (!this.#isLast(closeBrace));
		return object;
	}

	#list(depth: number, isOpen: boolean): unknown[] {
		const list: unknown[] = [];
		this.#at++;
		if (this.#isEnd(closeBracket)) return list;
		do {
			if (list.length === this.#limits.items) throw new OverLimit();
			list.push(this.#value(depth + 1, isOpen));
		} while (!this.#isLast(closeBracket));
		return list;
	}

	#passOver(depth: number): void {
		const code = this.#begin(depth);
		if (code === quote) this.#passOverString();
		else if (code === openBrace || code === openBracket) {
			const end = code === openBrace ? closeBrace : closeBracket;
			this.#at++;
			if (this.#isEnd(end)) return;
			do {
				if (code === openBrace) {
					if (this.#next() !== quote) throw new NotJson();
					this.#passOverString();
					if (this.#next() !== colon) throw new NotJson();
					this.#at++;
				}
				this.#passOver(depth + 1);
			} while (!this.#isLast(end));
		} else this.#literal(code);
	}

	/** Whether nothing is in the object or list that has just begun. */
	#isEnd(end: number): boolean {
		if (this.#next() !== end) return false;
		this.#at++;
		return true;
	}

	/** After an item: whether it was the last one. */
	#isLast(end: number): boolean {
		const code = this.#next();
		this.#at++;
		if (code !== end && code !== comma) throw new NotJson();
		return code === end;
	}

	/** Cut to its bound. */
	#string(): string {
		const start = this.#at + 1;
		const isPlain = this.#passOverString();
		const text = this.#text.slice(start, Math.min(this.#cut, this.#at - 1));
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
		return isPlain ? text : JSON.parse(`"${text.replace(/[\u0000-\u001f]/g, " ")}"`);
	}

	/** Whether it stands there as it is: without escapes and control characters. */
	#passOverString(): boolean {
		const text = this.#text;
		let isPlain = true;
		let at = this.#at + 1;
		this.#cut = at + this.#limits.textCharacters;
		for (;;) {
			const code = text.charCodeAt(at++);
			if (code > backslash) continue;
			if (code === quote) break;
			if (code === backslash) {
				isPlain = false;
				const escaped = text.charCodeAt(at);
				const end = at + (escaped === letterU ? 5 : 1);
				if (!escapable.has(escaped) || (escaped === letterU && !hex.test(text.slice(at + 1, end)))) throw new NotJson();
				// An escape is not cut through.
				if (at <= this.#cut && end > this.#cut) this.#cut = at - 1;
				at = end;
			} else if (!(code >= space)) {
				if (Number.isNaN(code)) throw new NotJson();
				isPlain = false;
			}
		}
		this.#at = at;
		return isPlain;
	}

	#literal(code: number): unknown {
		if (code === letterT) return this.#word("true", true);
		if (code === letterF) return this.#word("false", false);
		if (code === letterN) return this.#word("null", null);
		const start = this.#at;
		let next = code;
		while ((next >= digit0 && next <= digit9) || numberSigns.has(next)) next = this.#text.charCodeAt(++this.#at);
		const digits = this.#text.slice(start, this.#at);
		if (!number.test(digits)) throw new NotJson();
		const value = Number(digits);
		const isRounded = this.#limits.exactIntegers && !Number.isSafeInteger(value) && /^-?\d{1,40}$/.test(digits);
		return isRounded ? BigInt(digits) : value;
	}

	#word<T>(word: string, value: T): T {
		if (!this.#text.startsWith(word, this.#at)) throw new NotJson();
		this.#at += word.length;
		return value;
	}
}

const [letterU] = codesOf("u");
const numberSigns = new Set(codesOf("+-.eE"));
