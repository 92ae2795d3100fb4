/** Counting the blocks of a gzip: as zlib makes them, and before zlib unpacks too many. */
import { constants, gzipSync, type ZlibOptions } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countBlocks } from "#lib/readers/deflate-blocks";
import { limits } from "#lib/readers/limits";
import { Refused } from "#lib/readers/refused";
import { unpack } from "#lib/readers/unpack";
import { rounds } from "../rounds";
import { MiB, noise, packTar } from "./archive";
import { packedSample } from "./sample";

const most = { blocks: Number.POSITIVE_INFINITY, symbols: Number.POSITIVE_INFINITY };
const count = (packed: Uint8Array) => countBlocks(packed, most);

/** Bits in the order in which deflate has them. */
class BitWriter {
	readonly bytes = Buffer.alloc(limits.packedBytes);
	#at = 0;

	put(value: number, bits: number): void {
		for (let n = 0; n < bits; n++, this.#at++) {
			const at = this.#at >> 3;
			this.bytes[at] = (this.bytes[at] ?? 0) | (((value >> n) & 1) << (this.#at & 7));
		}
	}

	get length(): number {
		return Math.ceil(this.#at / 8);
	}
}

/** A block of 13 bytes that brings codes for the end of a block, for matches of 258 bytes and for one distance. */
function putBlock(bits: BitWriter, hasMatch: boolean): void {
	for (const [value, width] of [
		[0, 1],
		[2, 2],
		[29, 5],
		[0, 5],
		[14, 4],
	] as const)
		bits.put(value, width);
	// Words for 1, 0 and 18 of the code in which the codes are written: 0, 10 and 11.
	const given: Record<number, number> = { 18: 2, 0: 2, 1: 1 };
	for (const symbol of [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1]) bits.put(given[symbol] ?? 0, 3);
	for (const zeros of [138, 118]) bits.put(3 | ((zeros - 11) << 2), 9);
	bits.put(0, 1);
	bits.put(3 | ((28 - 11) << 2), 9);
	bits.put(0, 2);
	if (hasMatch) bits.put(0b01, 2);
	bits.put(0, 1);
}

/** A gzip of so many bytes that is made of such blocks. Its checksum is wrong, which zlib finds last. */
function manyBlocks(bytes: number, hasMatch: boolean): { packed: Buffer; blocks: number } {
	const bits = new BitWriter();
	// A block of one letter, so that there is something to match.
	for (const [value, width] of [
		[0, 1],
		[1, 2],
		[0b10001001, 8],
		[0, 7],
	] as const)
		bits.put(value, width);
	let blocks = 1;
	for (; bits.length < bytes - 50; blocks++) putBlock(bits, hasMatch);
	bits.put(0b011, 3);
	bits.put(0, 7);
	const head = gzipSync("").subarray(0, 10);
	return { packed: Buffer.concat([head, bits.bytes.subarray(0, bits.length), Buffer.alloc(8)]), blocks: blocks + 1 };
}

describe("blocks and symbols are counted", () => {
	test("of stored, fixed and dynamic blocks", () => {
		expect(count(gzipSync(noise(200_000), { level: 0 }))).toEqual({ blocks: expect.any(Number), symbols: 0 });
		expect(count(gzipSync("abc", { strategy: constants.Z_FIXED }))).toEqual({ blocks: 1, symbols: 4 });
		const letters = noise(100_000).toString("hex");
		const { blocks, symbols } = count(gzipSync(letters, { strategy: constants.Z_HUFFMAN_ONLY }));
		expect(symbols).toBe(letters.length + blocks);
		expect(blocks).toBe(Math.ceil(letters.length / 16_383));
	});

	test.each([true, false])("of blocks made by hand, with a match in each: %s", (hasMatch) => {
		const { packed, blocks } = manyBlocks(20_000, hasMatch);
		expect(count(packed)).toEqual({ blocks, symbols: 2 + (hasMatch ? 2 : 1) * (blocks - 2) + 1 });
	});

	test("of a gzip of several parts, with names and comments", () => {
		const part = gzipSync("abc", { strategy: constants.Z_FIXED });
		const named = Buffer.concat([
			part.subarray(0, 10),
			Buffer.from("\x03\0abcname\0comment\0\x01\x02", "latin1"),
			part.subarray(10),
		]);
		named[3] = 4 + 8 + 16 + 2;
		expect(count(Buffer.concat([part, named, part]))).toEqual({ blocks: 3, symbols: 12 });
	});

	test("to the end, whatever is packed and however", () => {
		const options = fc.record<ZlibOptions>({
			level: fc.integer({ min: 0, max: 9 }),
			memLevel: fc.integer({ min: 1, max: 9 }),
			strategy: fc.integer({ min: 0, max: 4 }),
		});
		const texts = fc.array(fc.tuple(fc.string({ maxLength: 30 }), fc.nat(300)), { maxLength: 60 });
		fc.assert(
			fc.property(texts, options, (pieces, how) => {
				const text = pieces.map(([piece, times]) => piece.repeat(times)).join("");
				const packed = gzipSync(text, how);
				const once = count(packed);
				// Only who finds the end of a part finds the next one.
				const twice = count(Buffer.concat([packed, packed]));
				expect(twice).toEqual({ blocks: 2 * once.blocks, symbols: 2 * once.symbols });
			}),
			{ numRuns: rounds(200, 20_000) },
		);
	});

	test("of anything, without an error", () => {
		const sample = packedSample("openvz7");
		fc.assert(
			fc.property(fc.nat(sample.length - 1), fc.uint8Array({ minLength: 1, maxLength: 50 }), (at, bytes) => {
				const packed = Buffer.from(sample);
				packed.set(bytes.subarray(0, packed.length - at), at);
				expect(count(packed).symbols).toBeLessThan(8 * packed.length);
				expect(count(packed.subarray(0, at)).blocks).toBeLessThan(8 * packed.length);
			}),
			{ numRuns: rounds(200, 20_000) },
		);
	});
});

describe("an archive", () => {
	test.each([true, false])("of 2 MiB of nothing but blocks is refused (with a match in each: %s)", (hasMatch) => {
		const { packed } = manyBlocks(2 * MiB, hasMatch);
		expect(() => unpack(packed)).toThrow(
			new Refused(413, "the report is packed in too many small pieces: pack it with gzip"),
		);
		expect(countBlocks(packed, limits).blocks).toBe(limits.blocks + 1);
	});

	test("of millions of words of one bit is refused, whatever it holds", () => {
		const digits = noise(4.5 * MiB).map((byte) => 48 + (byte & 1));
		const packed = gzipSync(digits, { strategy: constants.Z_HUFFMAN_ONLY });
		expect(packed.length).toBeLessThan(limits.packedBytes);
		expect(() => unpack(packed)).toThrow("too many small pieces");
	});

	test.each([1, 6])("of nearly 2 MiB of letters that gzip -%i packed is read", async (level) => {
		const letters = noise(1.75 * MiB).toString("hex");
		const tar = await packTar([{ header: { name: "letters" }, content: letters }]);
		const packed = gzipSync(tar, { level });
		expect(packed.length).toBeGreaterThan(1.7 * MiB);
		expect(unpack(packed).members.get("letters")?.length).toBe(letters.length);
	});
});
