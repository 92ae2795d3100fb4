/**
 * Gzipped tars as `tar czf - -C dir .` makes them, built in memory: ustar headers, owner root. The same members give
 * the same bytes.
 */
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const gzipped = promisify(gzip);

export interface Member {
	name: string;
	content: string;
}

const block = 512;
const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
const padded = (bytes: number) => Math.ceil(bytes / block) * block;

let buffer = Buffer.alloc(1 << 20);

function header(at: number, name: string, size: number, mtimeSeconds: number, directory: boolean): void {
	buffer.fill(0, at, at + block);
	buffer.write(name, at, 100, "latin1");
	buffer.write(octal(directory ? 0o755 : 0o644, 7), at + 100, "latin1");
	buffer.write(`${octal(0, 7)}${octal(0, 7)}${octal(size, 11)}${octal(mtimeSeconds, 11)}`, at + 108, "latin1");
	buffer.write(`        ${directory ? "5" : "0"}`, at + 148, "latin1");
	buffer.write("ustar  \0root", at + 257, "latin1");
	buffer.write("root", at + 297, "latin1");
	let sum = 0;
	for (let i = at; i < at + block; i++) sum += buffer[i] ?? 0;
	buffer.write(`${octal(sum, 6)} `, at + 148, "latin1");
}

/** Lays the members, each dated `at` (ms), into the shared buffer and gives a copy. */
function tar(members: readonly Member[], at: number): Buffer {
	const mtime = Math.floor(at / 1000);
	const longest = members.reduce((sum, { content }) => sum + block + padded(content.length * 3), 4 * block);
	if (longest > buffer.length) buffer = Buffer.alloc(longest * 2);
	header(0, "./", 0, mtime, true);
	let end = block;
	for (const { name, content } of members) {
		const size = buffer.write(content, end + block, "utf8");
		header(end, `./${name}`, size, mtime, false);
		const next = end + block + padded(size);
		buffer.fill(0, end + block + size, next);
		end = next;
	}
	buffer.fill(0, end, end + 2 * block);
	return Buffer.from(buffer.subarray(0, end + 2 * block));
}

/** The archive of the members. Compression runs beside the caller, which can make the next one meanwhile. */
export async function pack(members: readonly Member[], at: number): Promise<Buffer> {
	const packed = await gzipped(tar(members, at), { level: 1 });
	// The byte for the operating system is the only one that differs between systems.
	packed[9] = 3;
	return packed;
}
