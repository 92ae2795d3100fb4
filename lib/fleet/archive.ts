/**
 * Gzipped tars as `tar czf - -C dir .` makes them: ustar headers, owner root. Most of a host's report is what it sent
 * the week before, so texts are compressed once and the pieces put together again, as pigz does: each ends on a byte and
 * refers to nothing before it. A report then costs its dates, a copy and a checksum.
 */
import { constants, crc32, deflateRawSync } from "node:zlib";

interface Piece {
	bytes: Buffer;
	/** Blocks of deflate, none of them the last. */
	packed: Buffer;
}

/** A file in the archive. */
export interface Member {
	/** Parts of the header: the name, and what follows the date. */
	name: Piece;
	rest: Piece;
	/** Checksum of the header without size and date. */
	sum: number;
	/** The text up to its stamp, the stamp, and what follows with the padding. */
	before: Piece;
	stamp: string;
	after: Piece;
	size: number;
}

const block = 512;
const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
const sumOf = (bytes: Buffer) => bytes.reduce((sum, byte) => sum + byte, 0);

function compressed(bytes: Buffer): Piece {
	// Small windows are set up faster, and small texts need no more.
	const size = bytes.length < 1000 ? { memLevel: 3, windowBits: 10, chunkSize: 1024 } : {};
	return { bytes, packed: deflateRawSync(bytes, { ...size, level: 1, finishFlush: constants.Z_FULL_FLUSH }) };
}

/** As it is, in a block of its own; empty where there is nothing. */
function stored(bytes: Buffer): Piece {
	if (bytes.length > 0xffff) return compressed(bytes);
	const head = Buffer.alloc(bytes.length > 0 ? 5 : 0);
	if (bytes.length > 0) head.writeUInt16LE(bytes.length, 1);
	if (bytes.length > 0) head.writeUInt16LE(bytes.length ^ 0xffff, 3);
	return { bytes, packed: Buffer.concat([head, bytes]) };
}

/** Pieces that come again and again: headers and beginnings, one for each name of a member. */
const common = new Map<string, Piece>();

function commonPiece(text: string): Piece {
	const found = common.get(text) ?? compressed(Buffer.from(text, "latin1"));
	common.set(text, found);
	return found;
}

/** A member of which only a stamp in the middle changes: everything else is compressed once. */
export function member(name: string, before: string, stamp: string, after: string): Member {
	return { ...headerOf(`./${name}`, "0"), ...textOf(before, stamp, after, compressed) };
}

/** A member that is written for one report. */
export function freshMember(name: string, text: string): Member {
	return { ...headerOf(`./${name}`, "0"), ...textOf("", "", text, stored) };
}

/** The same with another stamp, which is as long. */
export function stamped(member: Member, stamp: string): Member {
	return { ...member, stamp };
}

type Header = Pick<Member, "name" | "rest" | "sum">;
const headers = new Map<string, Header>();

function headerOf(name: string, type: "0" | "5"): Header {
	const found = headers.get(name) ?? makeHeader(name, type);
	headers.set(name, found);
	return found;
}

function makeHeader(name: string, type: "0" | "5"): Header {
	const start = commonPiece(
		`${name.padEnd(100, "\0")}${octal(type === "5" ? 0o755 : 0o644, 7)}${octal(0, 7)}${octal(0, 7)}`,
	);
	const owner = `ustar  \0root`.padEnd(297 - 257, "\0");
	const rest = commonPiece(`${type}${"\0".repeat(257 - 157)}${owner}root`.padEnd(block - 156, "\0"));
	return { name: start, rest, sum: sumOf(start.bytes) + sumOf(rest.bytes) + 8 * 32 };
}

function textOf(before: string, stamp: string, after: string, pieceOf: typeof stored) {
	const text = Buffer.from(after);
	const size = Buffer.byteLength(before) + stamp.length + text.length;
	const padded = Buffer.concat([text, Buffer.alloc((block - (size % block)) % block)]);
	return { before: commonPiece(before), stamp, after: pieceOf(padded), size };
}

const folder: Member = { ...headerOf("./", "5"), ...textOf("", "", "", stored) };
const end = compressed(Buffer.alloc(2 * block));
/** No time and no name in it; compressed fast, on Unix. */
const gzipHeader = Buffer.from("1f8b0800000000000403", "hex");
const lastBlock = Buffer.from("010000ffff", "hex");

/** The tar and its gzip while they are put together: one report after the other. */
let tar = Buffer.alloc(1 << 20);
let gzip = Buffer.alloc(1 << 20);

/** The archive of the members, all dated `at` (ms). The same members give the same bytes. */
export function pack(members: readonly Member[], at: number): Buffer {
	const bound = members.reduce((sum, { size, after }) => sum + size + after.packed.length + 4 * block, 16 * block);
	if (bound > tar.length) [tar, gzip] = [Buffer.alloc(2 * bound), Buffer.alloc(2 * bound)];
	let tarEnd = 0;
	let gzipEnd = gzipHeader.copy(gzip);
	const put = ({ bytes, packed }: Piece) => {
		tarEnd += bytes.copy(tar, tarEnd);
		gzipEnd += packed.copy(gzip, gzipEnd);
	};
	const store = (text: string) => {
		if (text === "") return;
		gzip[gzipEnd] = 0;
		gzip.writeUInt16LE(text.length, gzipEnd + 1);
		gzip.writeUInt16LE(text.length ^ 0xffff, gzipEnd + 3);
		gzipEnd += 5 + gzip.write(text, gzipEnd + 5, "latin1");
		tarEnd += tar.write(text, tarEnd, "latin1");
	};
	const date = octal(Math.floor(at / 1000), 11);
	for (const { name, rest, sum, before, stamp, after, size } of [folder, ...members]) {
		put(name);
		const dated = octal(size, 11) + date;
		let checksum = sum;
		for (let i = 0; i < dated.length; i++) checksum += dated.charCodeAt(i);
		store(`${dated}${octal(checksum, 6)} `);
		put(rest);
		put(before);
		store(stamp);
		put(after);
	}
	put(end);
	gzipEnd += lastBlock.copy(gzip, gzipEnd);
	gzipEnd = gzip.writeUInt32LE(crc32(tar.subarray(0, tarEnd)), gzipEnd);
	gzipEnd = gzip.writeUInt32LE(tarEnd, gzipEnd);
	return Buffer.from(gzip.subarray(0, gzipEnd));
}
