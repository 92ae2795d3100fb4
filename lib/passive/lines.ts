/** Files as lines: plain or gzipped, in bounded memory, whatever is in them. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse/sync";
import { OperatorError } from "#lib/operator-error";

export interface InputFile {
	/** For messages: the file's name, or `standard input`. */
	name: string;
	/** Its path, for what it tells of its contents, such as the folder of a mailing list. */
	path: string;
	bytes(): Readable;
}

/** `-` is standard input. */
export function inputFile(path: string): InputFile {
	return path === "-"
		? { name: "standard input", path: "", bytes: () => process.stdin }
		: { name: basename(path), path, bytes: () => createReadStream(path, { highWaterMark: 2 ** 18 }) };
}

export interface ReadingFile {
	/** Text as Latin-1: a byte is a character. */
	chunks: AsyncIterable<Buffer>;
	/** SHA-256 of the file's bytes, once it is read. */
	digest(): Buffer;
}

/** The unpacked bytes of a file. `onBytes` is told how many packed bytes were read. */
export function openFile(file: InputFile, onBytes: (bytes: number) => void = () => {}): ReadingFile {
	const hash = createHash("sha256");
	return { chunks: unpacked(file, hash, onBytes), digest: () => hash.digest() };
}

async function* unpacked(
	file: InputFile,
	hash: { update(bytes: Buffer): void },
	onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
	const packed = observed(file, hash, onBytes);
	const first = await packed.next();
	if (first.done) return;
	const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
	if (!isGzip) {
		yield first.value;
		yield* packed;
		return;
	}
	const gunzip = createGunzip();
	const feeding = feed(gunzip, first.value, packed);
	// The error is thrown below, by the loop that reads.
	feeding.catch((error: Error) => gunzip.destroy(error));
	try {
		yield* gunzip as AsyncIterable<Buffer>;
		await feeding;
	} catch (error) {
		if (error instanceof OperatorError) throw error;
		throw new OperatorError(`${file.name} is damaged: it cannot be unpacked`);
	}
}

async function feed(gunzip: ReturnType<typeof createGunzip>, first: Buffer, rest: AsyncIterable<Buffer>) {
	const write = (bytes: Buffer) => gunzip.write(bytes) || new Promise((resolve) => gunzip.once("drain", resolve));
	await write(first);
	for await (const bytes of rest) await write(bytes);
	gunzip.end();
}

async function* observed(
	file: InputFile,
	hash: { update(bytes: Buffer): void },
	onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
	try {
		for await (const bytes of file.bytes() as AsyncIterable<Buffer>) {
			hash.update(bytes);
			onBytes(bytes.length);
			yield bytes;
		}
	} catch (error) {
		const code = (error as { code?: string }).code;
		throw new OperatorError(`${file.name} cannot be read${code ? ` (${code})` : ""}`);
	}
}

/** Longer lines are cut: no line of a real log is. */
const lineLengthMax = 16 * 1024;

/**
 * Calls `read` with each line, without its end and without NUL bytes. Each is a string of its own: a part of a longer string
 * that somebody keeps would keep the whole of it in memory.
 */
export async function eachLine(chunks: AsyncIterable<Buffer>, read: (line: string) => void): Promise<void> {
	let rest: Buffer = Buffer.alloc(0);
	for await (const chunk of chunks) {
		const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
		let begin = 0;
		for (let end = bytes.indexOf(newline, rest.length); end >= 0; end = bytes.indexOf(newline, begin)) {
			read(cleaned(bytes.toString("latin1", begin, Math.min(end, begin + lineLengthMax + 1))));
			begin = end + 1;
		}
		// What follows the bound is read, but not kept.
		rest = bytes.subarray(begin, Math.min(bytes.length, begin + lineLengthMax + 1));
	}
	if (rest.length > 0) read(cleaned(rest.toString("latin1")));
}

const newline = 10;

function cleaned(line: string): string {
	let text = line.length > lineLengthMax ? line.slice(0, lineLengthMax) : line;
	if (text.endsWith("\r")) text = text.slice(0, -1);
	return text.includes("\0") ? text.replaceAll("\0", "") : text;
}

/** Documents that are no lines have to be held whole. */
const documentLengthMax = 64 * 2 ** 20;

/** The whole text, as UTF-8. */
export async function wholeText(name: string, chunks: AsyncIterable<Buffer>): Promise<string> {
	const parts: Buffer[] = [];
	let length = 0;
	for await (const chunk of chunks) {
		length += chunk.length;
		if (length > documentLengthMax) throw new OperatorError(`${name} has more than 64 MiB: export it in several pages`);
		parts.push(chunk);
	}
	return Buffer.concat(parts).toString("utf8");
}

/** The rows of a CSV file, its header among them. */
export function csvRows(name: string, text: string): string[][] {
	try {
		return parse(text, { relax_column_count: true, bom: true, skip_empty_lines: true });
	} catch {
		throw new OperatorError(`${name} is damaged: it is no CSV file`);
	}
}
