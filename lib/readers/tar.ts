/**
 * From the bytes of a tar archive to its files, on the server and in a browser. Everything is counted while it arrives, so
 * that neither a large report nor a small one that unpacks to something enormous is ever held in memory.
 */
import { refusals } from "#lib/text/en/refusals";
import { limits } from "./limits";
import { Refused } from "./refused";

/** Files by name, without a leading `./`. */
export type Members = ReadonlyMap<string, Uint8Array>;

const blockBytes = 512;
/** Of all extended headers together: each holds a name and some times. Their records are costly to read. */
const extendedBytesMax = 128 * 1024;

type Reading =
	| { what: "header" }
	| { what: "file"; name: string; size: number }
	| { what: "extended header"; flag: string; size: number }
	| { what: "padding" };

/** Reads an archive in pieces of any size. Every method throws `Refused`, and is not to be called again then. */
export class TarReader {
	readonly #files = new Map<string, Uint8Array>();
	readonly #names = new Set<string>();
	#archiveBytes = 0;
	#fileBytes = 0;
	#extendedBytes = 0;
	#headers = 0;
	/** Whether any entry was understood: before that it may be no tar archive at all. */
	#isTar = false;
	/** What extended headers say of the next entry. */
	#extended: { path?: string; size?: number } = {};
	#reading: Reading = { what: "header" };
	#missing = blockBytes;
	#pieces: Uint8Array[] = [];

	write(chunk: Uint8Array): void {
		this.#archiveBytes += chunk.length;
		if (this.#archiveBytes > limits.archiveBytes) throw new Refused(413, refusals.tooLargeUnpacked);
		// Parts of a `Buffer` are buffers, which are expensive to make.
		const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
		for (let at = 0; at < bytes.length; ) {
			const end = Math.min(bytes.length, at + this.#missing);
			this.#missing -= end - at;
			if (this.#reading.what !== "padding") this.#pieces.push(bytes.subarray(at, end));
			at = end;
			while (this.#missing === 0) {
				const pieces = this.#pieces;
				this.#pieces = [];
				this.#take(joined(pieces));
			}
		}
	}

	/** The files, when all of the archive was written. */
	end(): Members {
		if (this.#headers > limits.headers) throw new Refused(413, refusals.tooManyEntries);
		if (this.#reading.what !== "header" || this.#missing !== blockBytes) {
			throw this.#isTar ? new Refused(400, refusals.tarCut) : noTar();
		}
		if (this.#files.size === 0) {
			throw new Refused(400, refusals.noFiles);
		}
		return this.#files;
	}

	#take(bytes: Uint8Array): void {
		const reading = this.#reading;
		if (reading.what === "header") {
			this.#takeHeader(bytes);
			return;
		}
		if (reading.what === "file") this.#files.set(reading.name, bytes);
		if (reading.what === "extended header") this.#takeExtendedHeader(reading.flag, bytes);
		const padding = reading.what === "padding" ? 0 : -reading.size & (blockBytes - 1);
		if (padding > 0) this.#expect({ what: "padding" }, padding);
		else this.#expectHeader();
	}

	#expect(reading: Reading, bytes: number): void {
		this.#reading = reading;
		this.#missing = bytes;
	}

	#expectHeader(): void {
		this.#expect({ what: "header" }, blockBytes);
	}

	#takeHeader(block: Uint8Array): void {
		const header = headerOf(block);
		if (header === null) throw this.#isTar ? new Refused(400, refusals.tarDamaged) : noTar();
		if (header === "empty") this.#expectHeader();
		// Whatever follows is only counted: an archive that is too large, too, is refused for that first, as where gunzip says it.
		else if (++this.#headers > limits.headers) this.#expect({ what: "padding" }, Number.POSITIVE_INFINITY);
		else if (extendedFlags.has(header.flag)) this.#expectExtendedHeader(header);
		else this.#takeEntry(header);
	}

	#expectExtendedHeader({ flag, size }: Header): void {
		this.#extendedBytes += size;
		// A malformed size is NaN.
		if (!(this.#extendedBytes <= extendedBytesMax)) throw new Refused(400, refusals.tarDamaged);
		this.#expect({ what: "extended header", flag, size }, size);
	}

	#takeEntry(header: Header): void {
		const { path = header.name, size = header.size } = this.#extended;
		this.#extended = {};
		this.#isTar = true;
		const isDirectory = isDirectoryFlag(header.flag, header.name);
		const name = memberName(path);
		if (this.#names.has(name)) throw new Refused(400, refusals.memberTwice);
		// The root itself may be named in several ways.
		if (name !== "") this.#names.add(name);
		if (isDirectory) {
			// A size that a directory claims is not followed by anything.
			this.#expectHeader();
			return;
		}
		if (name === "") throw new Refused(400, refusals.nameless);
		if (this.#files.size === limits.files) throw new Refused(413, refusals.tooManyFiles);
		if (!Number.isSafeInteger(size)) throw new Refused(400, refusals.tarDamaged);
		this.#fileBytes += size;
		if (this.#fileBytes > limits.unpackedBytes) throw new Refused(413, refusals.tooLargeUnpacked);
		this.#expect({ what: "file", name, size }, size);
	}

	#takeExtendedHeader(flag: string, bytes: Uint8Array): void {
		if (flag === "x") Object.assign(this.#extended, paxOf(bytes));
		else if (flag === "L" || flag === "N") this.#extended.path = textIn(bytes, 0, bytes.length);
	}
}

const noTar = () => new Refused(400, refusals.notTar);

/** pax (`x`, and `g` for the whole archive) and GNU tar (`L` and `N` for names, `K` for targets of links). */
const extendedFlags: ReadonlySet<string> = new Set(["x", "g", "L", "N", "K"]);

/** Refuses everything that is neither a plain file nor a directory, whatever it is called. */
function isDirectoryFlag(flag: string, name: string): boolean {
	if (flag === "5") return true;
	// The oldest tar tells a directory by its trailing slash alone.
	if (flag === "0" || flag === "\0") return name.endsWith("/");
	throw new Refused(400, refusals.specialFile);
}

/** Most names: one segment, maybe after `./`. */
const plainName = /^(?:\.\/)?([\w-][\w.-]*)$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u001f\u007f-\u009f\\]/;

/** The name without `./`, doubled and trailing slashes; empty for the archive's root. */
function memberName(raw: string): string {
	const plain = plainName.exec(raw)?.[1];
	if (plain !== undefined) return plain;
	if (forbidden.test(raw)) {
		throw new Refused(400, refusals.nameCharacters);
	}
	if (raw.startsWith("/")) {
		throw new Refused(400, refusals.nameAbsolute);
	}
	const segments = raw.split("/").filter((segment) => segment !== "" && segment !== ".");
	if (segments.includes("..")) {
		throw new Refused(400, refusals.nameOutside);
	}
	return segments.join("/");
}

interface Header {
	name: string;
	/** NaN when it is malformed. */
	size: number;
	flag: string;
}

/** `empty` for a block of zeros, which ends or pads an archive; `null` when the block is no header. */
function headerOf(block: Uint8Array): Header | "empty" | null {
	if (isEmpty(block)) return "empty";
	let sum = 0;
	for (let at = 0; at < blockBytes; at++) sum += block[at] ?? 0;
	// The sum is made with spaces in the place of the sum itself.
	for (let at = 148; at < 156; at++) sum += 0x20 - (block[at] ?? 0);
	const magic = textIn(block, 257, 263);
	if (sum !== numberIn(block, 148, 156) || (magic !== "ustar" && magic !== "ustar ")) return null;
	const prefix = magic === "ustar" ? textIn(block, 345, 500) : "";
	const name = textIn(block, 0, 100);
	return {
		name: prefix === "" ? name : `${prefix}/${name}`,
		size: numberIn(block, 124, 136),
		flag: String.fromCharCode(block[156] ?? 0),
	};
}

/** An archive may hold nothing but such blocks: four bytes at a time take a quarter. */
function isEmpty(block: Uint8Array): boolean {
	const isAligned = block.byteOffset % 4 === 0;
	const words = isAligned ? new Uint32Array(block.buffer, block.byteOffset, blockBytes / 4) : block;
	for (let at = 0; at < words.length; at++) if (words[at] !== 0) return false;
	return true;
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Extended headers have texts that are longer. */
const fewCharacters = 256;

/** Up to the first NUL. A decoder costs more than the few characters of a header: it is asked only where they are not ASCII. */
function textIn(bytes: Uint8Array, start: number, end: number): string {
	let at = start;
	let isPlain = true;
	for (; at < end && bytes[at] !== 0; at++) if ((bytes[at] ?? 0) >= 0x80) isPlain = false;
	const text = bytes.subarray(start, at);
	return isPlain && text.length <= fewCharacters ? String.fromCharCode(...text) : utf8.decode(text);
}

/** Octal digits, or after 0x80 a binary number. */
function numberIn(block: Uint8Array, start: number, end: number): number {
	if (block[start] === 0x80) return block.subarray(start + 1, end).reduce((number, byte) => number * 256 + byte, 0);
	const digits = textIn(block, start, end).trim();
	if (digits === "") return 0;
	return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

/** Records of `length key=value\n`. */
function paxOf(bytes: Uint8Array): { path?: string; size?: number } {
	const found: { path?: string; size?: number } = {};
	for (let at = 0; at < bytes.length; ) {
		const length = Number.parseInt(utf8.decode(bytes.subarray(at, at + 8)), 10);
		if (!(length > 0)) break;
		const [, key, value = ""] = /^\d+ ([^=]+)=(.*)\n$/s.exec(utf8.decode(bytes.subarray(at, at + length))) ?? [];
		if (key === undefined) break;
		if (key === "path") found.path = value;
		if (key === "size") found.size = /^\d+$/.test(value) ? Number(value) : Number.NaN;
		at += length;
	}
	return found;
}

/** Most files come in one piece. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
	if (pieces.length === 1 && pieces[0]) return pieces[0];
	const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
