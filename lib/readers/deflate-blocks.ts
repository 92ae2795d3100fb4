/**
 * Counts the blocks of deflate in a gzip (RFC 1951, RFC 1952) before it is unpacked. Each block may bring tables of its own,
 * which take zlib a microsecond to build, in 13 bytes: 2 MiB of such blocks took it 160 ms, and it tells nobody how many
 * there were. Where the bytes are not as they should be, counting ends, as zlib does there.
 */
import { limits } from "./limits";
import { Refused } from "./refused";

/** Fewer bytes cannot hold enough blocks to be costly. */
const cheapBytes = 128 * 1024;

/** Throws `Refused` when a gzip has more blocks or symbols than one that is packed in a usual way. */
export function checkBlocks(packed: Uint8Array): void {
	if (packed.length <= cheapBytes) return;
	const { blocks, symbols } = countBlocks(packed, limits);
	if (blocks > limits.blocks || symbols > limits.symbols)
		throw new Refused(413, "the report is packed in too many small pieces: pack it with gzip");
}

export interface Counts {
	blocks: number;
	/** Of literals, matches and ends of blocks. */
	symbols: number;
}

/** Counts until one of the two is over its limit. */
export function countBlocks(packed: Uint8Array, most: Counts): Counts {
	const counter = new Counter(packed, most);
	for (let at = startOfData(packed, 0); at !== null; at = startOfData(packed, at)) {
		const end = counter.count(at);
		if (end === null) break;
		// A checksum and the size, and maybe another gzip.
		at = end + 8;
	}
	return { blocks: counter.blocks, symbols: counter.symbols };
}

/** Where the deflated data begin in the gzip at `at`; `null` where there is none. */
function startOfData(packed: Uint8Array, at: number): number | null {
	if (packed[at] !== 0x1f || packed[at + 1] !== 0x8b) return null;
	const flags = packed[at + 3] ?? 0;
	let start = at + 10;
	if (flags & 4) start += 2 + (packed[start] ?? 0) + 256 * (packed[start + 1] ?? 0);
	// The name and the comment end with a zero each.
	for (const flag of [8, 16]) if (flags & flag) start = packed.indexOf(0, start) + 1 || packed.length;
	if (flags & 2) start += 2;
	return start < packed.length ? start : null;
}

const lengthsMax = 15;
const fastBits = 9;
/** In a block with more, it is faster to look for several literals at once. */
const fewSymbols = 2000;
const endOfBlock = 256;

/** A code of Huffman: short words are found in a table, longer ones bit by bit. */
class Code {
	/** The symbol times 16 and the length of its word, by the next `fastBits` bits; 0 for longer words. */
	readonly fast = new Uint16Array(1 << fastBits);
	/** How many literals the next `fastBits` bits are, and the bits of these times 16. */
	readonly literals = new Uint8Array(1 << fastBits);
	/** How many words each length has. */
	readonly #counts = new Uint16Array(lengthsMax + 1);
	readonly #offsets = new Uint16Array(lengthsMax + 2);
	/** In the order of their words. */
	readonly #symbols = new Uint16Array(288);

	/** Takes the lengths of the words of its symbols from `start` to `end`. */
	build(lengths: Uint8Array, start: number, end: number): void {
		const [counts, offsets, symbols, fast] = [this.#counts, this.#offsets, this.#symbols, this.fast];
		counts.fill(0);
		fast.fill(0);
		for (let n = start; n < end; n++) counts[lengths[n] as number] = (counts[lengths[n] as number] as number) + 1;
		counts[0] = 0;
		for (let length = 1; length <= lengthsMax; length++)
			offsets[length + 1] = (offsets[length] as number) + (counts[length] as number);
		const next = offsets.slice();
		for (let n = start; n < end; n++) {
			const length = lengths[n] as number;
			if (length === 0) continue;
			symbols[next[length] as number] = n - start;
			next[length] = (next[length] as number) + 1;
		}
		let word = 0;
		let at = 0;
		for (let length = 1; length <= fastBits; length++, word <<= 1) {
			for (let n = counts[length] as number; n > 0; n--, word++, at++) {
				const entry = ((symbols[at] as number) << 4) | length;
				for (let place = reversed(word, length); place < fast.length; place += 1 << length) fast[place] = entry;
			}
		}
	}

	/** Takes longer than to pass some literals one by one. */
	buildLiterals(): void {
		for (let at = 0; at < this.literals.length; at++) {
			let literals = 0;
			let bits = 0;
			for (;;) {
				const entry = this.fast[at >>> bits] as number;
				if (entry === 0 || entry >> 4 >= endOfBlock || bits + (entry & 15) > fastBits) break;
				bits += entry & 15;
				literals++;
			}
			this.literals[at] = (bits << 4) | literals;
		}
	}

	/** As an entry of `fast`; 0 where no word begins like that. */
	slow(bits: number): number {
		let word = 0;
		let first = 0;
		for (let length = 1; length <= lengthsMax; length++) {
			word |= (bits >>> (length - 1)) & 1;
			const count = this.#counts[length] as number;
			if (word - first < count)
				return ((this.#symbols[(this.#offsets[length] as number) + word - first] as number) << 4) | length;
			first = (first + count) << 1;
			word <<= 1;
		}
		return 0;
	}
}

function reversed(word: number, length: number): number {
	let bits = 0;
	for (let n = 0; n < length; n++) bits |= ((word >>> n) & 1) << (length - 1 - n);
	return bits;
}

function codeOf(lengths: readonly number[]): Code {
	const code = new Code();
	code.build(Uint8Array.from(lengths), 0, lengths.length);
	return code;
}

const fixedSymbols = codeOf(Array.from({ length: 288 }, (_, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8)));
const fixedDistances = codeOf(Array(30).fill(5));
/** Of the lengths of matches, symbols 257 to 285. */
const extraOfLength = Uint8Array.from({ length: 29 }, (_, n) => (n < 8 || n === 28 ? 0 : (n >> 2) - 1));
const extraOfDistance = Uint8Array.from({ length: 30 }, (_, n) => (n < 4 ? 0 : (n >> 1) - 1));
/** The order in which a block gives the lengths of the words that its codes are written in. */
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

class Counter implements Counts {
	blocks = 0;
	symbols = 0;
	/** With zeros behind them, because words are read. */
	readonly #bytes: Uint8Array;
	readonly #view: DataView;
	readonly #end: number;
	readonly #most: Counts;
	readonly #lengths = new Uint8Array(320);
	readonly #ofLengths = new Code();
	readonly #ofSymbols = new Code();
	readonly #ofDistances = new Code();
	/** The next bits, the first of them lowest, how many they are, and the byte that follows them. */
	#bits = 0;
	#count = 0;
	#at = 0;

	constructor(bytes: Uint8Array, most: Counts) {
		this.#bytes = new Uint8Array(bytes.length + 16);
		this.#bytes.set(bytes);
		this.#view = new DataView(this.#bytes.buffer);
		this.#end = bytes.length;
		this.#most = most;
	}

	/** Counts the blocks from the byte `at` on. Returns where they end; `null` where they do not, or are too many. */
	count(at: number): number | null {
		this.#at = at;
		this.#bits = this.#count = 0;
		for (;;) {
			if (++this.blocks > this.#most.blocks) return null;
			const isLast = this.#take(1) === 1;
			const kind = this.#take(2);
			const isWhole =
				kind === 0
					? this.#passStored()
					: kind === 1
						? this.#passSymbols(fixedSymbols, fixedDistances)
						: kind === 2 && this.#readCodes() && this.#passSymbols(this.#ofSymbols, this.#ofDistances);
			if (!isWhole || this.#position() > this.#end) return null;
			if (isLast) return this.#position();
		}
	}

	/** The byte after the one that was read last. */
	#position(): number {
		return this.#at - (this.#count >> 3);
	}

	/** Up to 16 bits. After the end there are zeros. */
	#take(count: number): number {
		while (this.#count < count) {
			this.#bits |= (this.#bytes[this.#at++] ?? 0) << this.#count;
			this.#count += 8;
		}
		const taken = this.#bits & ((1 << count) - 1);
		this.#bits >>>= count;
		this.#count -= count;
		return taken;
	}

	#passStored(): boolean {
		const start = this.#position();
		this.#bits = this.#count = 0;
		this.#at = start;
		const length = this.#take(16);
		const isWhole = (this.#take(16) ^ 0xffff) === length;
		this.#at = start + 4 + length;
		return isWhole;
	}

	#readCodes(): boolean {
		const [symbols, distances, given] = [257 + this.#take(5), 1 + this.#take(5), 4 + this.#take(4)];
		const lengths = this.#lengths.fill(0);
		for (let n = 0; n < given; n++) lengths[orderOfLengths[n] as number] = this.#take(3);
		this.#ofLengths.build(lengths, 0, 19);
		for (let n = 0; n < symbols + distances; ) {
			const symbol = this.#next(this.#ofLengths);
			if (symbol === null) return false;
			if (symbol < 16) {
				lengths[n++] = symbol;
				continue;
			}
			const repeated = symbol === 16 ? lengths[n - 1] : 0;
			const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
			if (repeated === undefined || n + times > symbols + distances) return false;
			lengths.fill(repeated, n, n + times);
			n += times;
		}
		this.#ofSymbols.build(lengths, 0, symbols);
		this.#ofDistances.build(lengths, symbols, symbols + distances);
		return true;
	}

	#next(code: Code): number | null {
		while (this.#count < lengthsMax) {
			this.#bits |= (this.#bytes[this.#at++] ?? 0) << this.#count;
			this.#count += 8;
		}
		const entry = code.fast[this.#bits & ((1 << fastBits) - 1)] || code.slow(this.#bits);
		this.#bits >>>= entry & 15;
		this.#count -= entry & 15;
		return entry === 0 ? null : entry >> 4;
	}

	/** Up to the end of a block. All that a gzip packs passes here: what changes is in variables, which are faster than fields. */
	#passSymbols(symbols: Code, distances: Code): boolean {
		const { fast, literals } = symbols;
		const [view, symbolsMax, fastMask] = [this.#view, this.#most.symbols, (1 << fastBits) - 1];
		// What is read ahead may be behind the end.
		const endMax = this.#end + 4;
		let [bits, count, at, passed] = [this.#bits, this.#count, this.#at, this.symbols];
		let longFrom = passed + fewSymbols;
		let isEnded = false;
		while (at <= endMax && passed <= symbolsMax) {
			// Fills 24 bits and more without a branch: what is above `count` already is the same.
			bits |= view.getInt32(at, true) << count;
			at += (31 - count) >> 3;
			count |= 24;
			if (passed > longFrom) {
				if (longFrom > 0) symbols.buildLiterals();
				longFrom = 0;
				const several = literals[bits & fastMask] as number;
				bits >>>= several >> 4;
				count -= several >> 4;
				passed += several & 15;
				if (several > 0) continue;
			}
			const entry = (fast[bits & fastMask] as number) || symbols.slow(bits);
			bits >>>= entry & 15;
			count -= entry & 15;
			passed++;
			const symbol = entry >> 4;
			if (entry === 0 || symbol === endOfBlock) {
				isEnded = entry !== 0;
				break;
			}
			if (symbol < endOfBlock) continue;
			const extra = extraOfLength[symbol - endOfBlock - 1] ?? 0;
			bits >>>= extra;
			count -= extra;
			bits |= view.getInt32(at, true) << count;
			at += (31 - count) >> 3;
			count |= 24;
			const distance = (distances.fast[bits & fastMask] as number) || distances.slow(bits);
			const more = extraOfDistance[distance >> 4] ?? 0;
			if (distance === 0) break;
			bits >>>= distance & 15;
			bits >>>= more;
			count -= (distance & 15) + more;
			if (count < 0) {
				bits = view.getInt32(at, true) >>> -count;
				at += 4;
				count += 32;
			}
		}
		this.#bits = bits;
		this.#count = count;
		this.#at = at;
		this.symbols = passed;
		return isEnded;
	}
}
