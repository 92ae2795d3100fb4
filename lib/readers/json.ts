/**
 * Reads the JSON of a member. `JSON.parse` makes a value of everything, and takes a microsecond for each new key: a file of
 * made-up keys would take seconds and a gigabyte. This parser makes values of the fields that a reader looks at, and only
 * passes over the rest, which for most of a report is private anyway.
 */
import { readLimits } from "./limits";
import { type JsonObject, objectOf } from "./values";

/** Which fields of a member are read, wherever they stand in it. */
export interface Fields {
	/** The field whose name stands there. `null` where that is none: most names are none, and need not become texts. */
	find(text: string, start: number, end: number): string | null;
	/** Whether a name stands there that only begins like a field. */
	isLike(text: string, start: number, end: number): boolean;
	/** Fields at the top whose whole content is read, because its names are not known beforehand. */
	isOpen(name: string): boolean;
}

/** `name`, `hdd*` for all that begin so, and `releases/` for the field with all that is in it. */
export function fields(list: string): Fields {
	const words = list.trim().split(/\s+/);
	const open = new Set(words.filter((word) => word.endsWith("/")).map((word) => word.slice(0, -1)));
	const beginnings = words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
	const byLength: string[][] = [];
	for (const word of words.filter((word) => !word.endsWith("*"))) {
		const name = word.replace(/\/$/, "");
		while (byLength.length <= name.length) byLength.push([]);
		byLength[name.length]?.push(name);
	}
	return {
		find(text, start, end) {
			for (const name of byLength[end - start] ?? []) if (text.startsWith(name, start)) return name;
			return null;
		},
		isLike: (text, start, end) =>
			beginnings.some((beginning) => start + beginning.length <= end && text.startsWith(beginning, start)),
		isOpen: (name) => open.has(name),
	};
}

/** The bounds of `readLimits` that JSON has. */
export interface JsonLimits
	extends Readonly<
		Record<
			"fileBytes" | "values" | "depth" | "textCharacters" | "fields" | "otherFields" | "otherNames" | "items",
			number
		>
	> {
	/** Integers beyond 2^53 become bigints: no digit is lost. */
	readonly exactIntegers?: boolean;
}

const everything: Fields = {
	find: (text, start, end) => text.slice(start, end),
	isLike: () => false,
	isOpen: () => false,
};

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
		return objectOf(new Parser(utf8.decode(withSpaces(bytes)), read, limits).parse());
	} catch (error) {
		if (error instanceof OverLimit) onOverLimit();
		return null;
	}
}

/**
 * Tools write control characters raw: each counts as a space. To replace them in each text would cost many times as much;
 * most words of four bytes have none.
 */
function withSpaces(bytes: Uint8Array): Uint8Array {
	const words = new Uint32Array(Math.ceil(bytes.length / 4));
	const copy = new Uint8Array(words.buffer, 0, bytes.length);
	copy.set(bytes);
	for (let n = 0; n < words.length; n++) {
		const word = words[n] ?? 0;
		// Whether one of its bytes is below 0x20.
		if (((word - 0x20202020) & ~word & 0x80808080) === 0) continue;
		for (let at = 4 * n; at < 4 * n + 4; at++) if ((copy[at] ?? space) < space) copy[at] = space;
	}
	return copy;
}

/** At least as many as there are values and escapes: each value begins the text, or follows one of these characters. */
export function valuesAtMost(bytes: Uint8Array): number {
	let values = 1;
	for (let at = 0; at < bytes.length; at++) values += beginsValue[bytes[at] ?? 0] ?? 0;
	return values;
}

const beginsValue = new Uint8Array(256).map((_, byte) => (",[{\\".includes(String.fromCharCode(byte)) ? 1 : 0));

class NotJson extends Error {}
class OverLimit extends Error {}

const [quote, comma, colon, letterT, letterF, letterN] = codesOf('",:tfn');
const [openBrace, closeBrace, openBracket, closeBracket] = codesOf("{}[]");
const [digit0, digit9, space, letterU] = codesOf("09 u");
const [minus, plus, dot, letterE, capitalE] = codesOf("-+.eE");

function codesOf(text: string): [number, number, number, number, number, number, number] {
	return Array.from(text, (char) => char.charCodeAt(0)) as ReturnType<typeof codesOf>;
}

/** What stands after a backslash, and for what, by its code. */
const escapes: (string | undefined)[] = [];
for (const [at, char] of Array.from('"\\/\b\f\n\r\t').entries()) escapes['"\\/bfnrt'.charCodeAt(at)] = char;
const isHexDigit = Array.from({ length: 128 }, (_, code) => /[0-9a-fA-F]/.test(String.fromCharCode(code)));
/** With more of them `JSON.parse` costs less. */
const escapesMax = 5;

/** A text as it stands between its quotes, where each escape is a right one. */
function unescaped(text: string, escapesIn: number): string {
	if (escapesIn > escapesMax) return JSON.parse(`"${text}"`);
	let plain = "";
	let from = 0;
	for (let at = text.indexOf("\\"); at >= 0; at = text.indexOf("\\", from)) {
		const char = escapes[text.charCodeAt(at + 1)];
		const isUnicode = char === undefined;
		plain += text.slice(from, at);
		plain += isUnicode ? String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 6), 16)) : char;
		from = at + (isUnicode ? 6 : 2);
	}
	return plain + text.slice(from);
}

/** Where the next backslash is. */
function indexOrEnd(text: string, from: number): number {
	const at = text.indexOf("\\", from);
	return at < 0 ? text.length : at;
}

/**
 * Reads and passes over values in one pass; what is passed over must be JSON, too. Throws `NotJson`, `OverLimit` or a
 * `SyntaxError`.
 */
class Parser {
	readonly #text: string;
	readonly #fields: Fields;
	readonly #limits: JsonLimits;
	#at = 0;
	#values = 0;
	/** Those whose names the table does not have. */
	#otherFields = 0;
	readonly #otherNames = new Set<string>();
	/** Where the text that was passed over last is to be cut. */
	#cut = 0;
	/** Where the next backslash is, unless it has been passed over. */
	#escape = -1;

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
			const name = this.#name(left > 0, isOpen);
			if (this.#next() !== colon) throw new NotJson();
			this.#at++;
			if (name === null) this.#passOver(depth + 1);
			else {
				left--;
				const value = this.#value(depth + 1, isOpen || (depth === 0 && this.#fields.isOpen(name)));
				// Assigned, it would be no field.
				if (name === "__proto__") Object.defineProperty(object, name, { value, enumerable: true, configurable: true });
				else object[name] = value;
			}
		} while (!this.#isLast(closeBrace));
		return object;
	}

	/** Of a field that is read; `null` for others. */
	#name(isRead: boolean, isOpen: boolean): string | null {
		const start = this.#at + 1;
		const escapes = this.#passOverString();
		if (!isRead) return null;
		const end = Math.min(this.#cut, this.#at - 1);
		if (escapes === 0) return this.#field(this.#text, start, end, isOpen);
		const name = unescaped(this.#text.slice(start, end), escapes);
		return this.#field(name, 0, name.length, isOpen);
	}

	#field(text: string, start: number, end: number, isOpen: boolean): string | null {
		const name = isOpen ? null : this.#fields.find(text, start, end);
		if (name !== null || !(isOpen || this.#fields.isLike(text, start, end))) return name;
		const other = text.slice(start, end);
		this.#otherNames.add(other);
		const isOver = ++this.#otherFields > this.#limits.otherFields || this.#otherNames.size > this.#limits.otherNames;
		if (isOver) throw new OverLimit();
		return other;
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
		} else this.#passOverLiteral(code);
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
		const escapes = this.#passOverString();
		const text = this.#text.slice(start, Math.min(this.#cut, this.#at - 1));
		return escapes === 0 ? text : unescaped(text, escapes);
	}

	/** The number of escapes in it. */
	#passOverString(): number {
		const text = this.#text;
		let escapes = 0;
		let end = -1;
		let at = this.#at + 1;
		this.#cut = at + this.#limits.textCharacters;
		for (;;) {
			if (end < at) end = text.indexOf('"', at);
			if (end < 0) throw new NotJson();
			if (this.#escape < at) this.#escape = indexOrEnd(text, at);
			if (end < this.#escape) break;
			escapes++;
			at = this.#endOfEscape(this.#escape + 1);
			// An escape is not cut through.
			if (this.#escape < this.#cut && at > this.#cut) this.#cut = this.#escape;
		}
		this.#at = end + 1;
		return escapes;
	}

	/** `at` is behind its backslash. */
	#endOfEscape(at: number): number {
		const text = this.#text;
		const code = text.charCodeAt(at);
		if (escapes[code] !== undefined) return at + 1;
		if (code !== letterU) throw new NotJson();
		for (let n = 1; n <= 4; n++) if (isHexDigit[text.charCodeAt(at + n)] !== true) throw new NotJson();
		return at + 5;
	}

	#literal(code: number): unknown {
		if (code === letterT) return this.#word("true", true);
		if (code === letterF) return this.#word("false", false);
		if (code === letterN) return this.#word("null", null);
		const start = this.#at;
		this.#passOverNumber();
		const digits = this.#text.slice(start, this.#at);
		const value = Number(digits);
		const isRounded = this.#limits.exactIntegers && !Number.isSafeInteger(value) && /^-?\d{1,40}$/.test(digits);
		return isRounded ? BigInt(digits) : value;
	}

	#passOverLiteral(code: number): void {
		if (code === letterT || code === letterF || code === letterN) this.#literal(code);
		else this.#passOverNumber();
	}

	/** What may not follow it, like a digit after a zero, is no end of a value either. */
	#passOverNumber(): void {
		const text = this.#text;
		if (text.charCodeAt(this.#at) === minus) this.#at++;
		if (text.charCodeAt(this.#at) === digit0) this.#at++;
		else this.#passOverDigits();
		if (text.charCodeAt(this.#at) === dot) {
			this.#at++;
			this.#passOverDigits();
		}
		const exponent = text.charCodeAt(this.#at);
		if (exponent !== letterE && exponent !== capitalE) return;
		const sign = text.charCodeAt(++this.#at);
		if (sign === plus || sign === minus) this.#at++;
		this.#passOverDigits();
	}

	#passOverDigits(): void {
		const start = this.#at;
		let code = this.#text.charCodeAt(start);
		while (code >= digit0 && code <= digit9) code = this.#text.charCodeAt(++this.#at);
		if (this.#at === start) throw new NotJson();
	}

	#word<T>(word: string, value: T): T {
		if (!this.#text.startsWith(word, this.#at)) throw new NotJson();
		this.#at += word.length;
		return value;
	}
}
