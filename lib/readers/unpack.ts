/**
 * From the bytes of a report to its files. Everything is counted while it arrives, so that neither a large body nor a
 * small one that unpacks to something enormous is ever held in memory.
 */
import { createHash } from "node:crypto";
import { createGunzip, type Gunzip } from "node:zlib";
import { type Extract, extract } from "tar-stream";
import { memberKind, memberName } from "./member-name";
import { Refused } from "./refused";

const MiB = 2 ** 20;
export const limits = {
	packedBytes: 2 * MiB,
	/** The sum of what is in the files. */
	unpackedBytes: 16 * MiB,
	files: 64,
	/** What gunzip may give at all: names, padding and directories are not content, but cost too. */
	archiveBytes: 18 * MiB,
} as const;

export const tooLarge = {
	packed: "the report is larger than 2 MiB packed: send less",
	unpacked: "the report is larger than 16 MiB unpacked: send less",
	files: "the report holds more than 64 files: send fewer",
};

export interface Unpacked {
	/** Files by name, without a leading `./`. */
	members: Map<string, Buffer>;
	/** SHA-256 of the packed bytes. */
	digest: Buffer;
}

/**
 * Throws nothing but `Refused`. The source is not read any further then, but left open: it may be the request that still
 * has to carry the answer.
 */
export async function unpack(source: AsyncIterable<Uint8Array> | Uint8Array): Promise<Unpacked> {
	const gunzip = createGunzip();
	const archive = extract();
	connect(gunzip, archive);
	try {
		const bytes = source instanceof Uint8Array ? once(source) : source;
		const [digest, members] = await Promise.all([feed(bytes, gunzip), readMembers(archive)]);
		return { members, digest };
	} finally {
		gunzip.destroy();
		archive.destroy();
	}
}

async function* once(bytes: Uint8Array) {
	yield bytes;
}

/** What is written is bounded, so that nobody has to wait for `archive` to take it. */
function connect(gunzip: Gunzip, archive: Extract): void {
	let bytes = 0;
	gunzip.on("data", (chunk: Buffer) => {
		bytes += chunk.length;
		if (bytes > limits.archiveBytes) archive.destroy(new Refused(413, tooLarge.unpacked));
		else archive.write(chunk);
	});
	gunzip.on("end", () => archive.end(null));
	gunzip.on("error", (error: NodeJS.ErrnoException) => {
		const line =
			error.code === "Z_BUF_ERROR"
				? "the gzip data end too early: send the whole report"
				: "the gzip data are damaged: pack the report again";
		archive.destroy(new Refused(400, line, { cause: error }));
	});
}

/** Gives the packed bytes to `gunzip` as fast as it takes them, and their digest in the end. */
async function feed(source: AsyncIterable<Uint8Array>, gunzip: Gunzip): Promise<Buffer> {
	const hash = createHash("sha256");
	let head = Buffer.alloc(0);
	let bytes = 0;
	let wake = () => {};
	for (const event of ["drain", "end", "close"]) gunzip.on(event, () => wake());

	const iterator = source[Symbol.asyncIterator]();
	while (!gunzip.destroyed) {
		const { done, value: chunk } = await iterator.next().catch(brokeOff);
		if (done) break;
		bytes += chunk.byteLength;
		if (bytes > limits.packedBytes) throw new Refused(413, tooLarge.packed);
		if (head.length < gzipMagic.length) {
			head = Buffer.concat([head, chunk.subarray(0, gzipMagic.length - head.length)]);
			if (!gzipMagic.subarray(0, head.length).equals(head)) {
				throw new Refused(400, "the report is not gzip: send the gzipped tar archive");
			}
		}
		hash.update(chunk);
		// Padding after the last gzip member ends the stream early.
		if (gunzip.readableEnded || gunzip.destroyed) continue;
		if (!gunzip.write(chunk)) {
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
	}
	if (bytes === 0) throw new Refused(400, "the report is empty: send the gzipped tar archive");
	gunzip.end();
	return hash.digest();
}

const gzipMagic = Buffer.from([0x1f, 0x8b]);

function brokeOff(error: unknown): never {
	if (error instanceof Refused) throw error;
	throw new Refused(400, "the report broke off before its end: send it again", { cause: error });
}

const damaged = "the tar archive is damaged: pack the report again";

async function readMembers(archive: Extract): Promise<Map<string, Buffer>> {
	const members = new Map<string, Buffer>();
	const names = new Set<string>();
	let bytes = 0;
	let isTar = false;
	try {
		for await (const entry of archive) {
			isTar = true;
			const kind = memberKind(entry.header.type);
			const name = memberName(entry.header.name);
			if (names.has(name)) throw new Refused(400, "the archive holds one member twice: pack each file once");
			// The root itself may be named in several ways.
			if (name !== "") names.add(name);
			if (kind === "directory") continue;

			if (name === "") throw new Refused(400, "a file in the archive has no name: pack the report again");
			if (members.size === limits.files) throw new Refused(413, tooLarge.files);
			// A malformed size comes as null, and such a file would never end.
			if (!Number.isSafeInteger(entry.header.size)) throw new Refused(400, damaged);
			bytes += entry.header.size;
			if (bytes > limits.unpackedBytes) throw new Refused(413, tooLarge.unpacked);
			const chunks: Buffer[] = [];
			for await (const chunk of entry) chunks.push(chunk as Buffer);
			members.set(name, Buffer.concat(chunks));
		}
	} catch (error) {
		throw error instanceof Refused ? error : tarRefused(error, isTar);
	}
	if (members.size === 0) {
		throw new Refused(400, "the archive holds no files: pack the report's files into it");
	}
	return members;
}

function tarRefused(cause: unknown, isTar: boolean): Refused {
	const line = !isTar
		? "the report holds no tar archive: send the gzipped tar archive"
		: cause instanceof Error && cause.message === "Unexpected end of data"
			? "the tar archive ends too early: send the whole report"
			: damaged;
	return new Refused(400, line, { cause });
}
