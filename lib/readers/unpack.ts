/** From the bytes of a report to its files, on the server: nothing is written to disk. */
import { createHash, hash } from "node:crypto";
import { createGunzip, type Gunzip, gunzipSync } from "node:zlib";
import { refusals } from "#lib/text/en/refusals";
import { limits } from "./limits";
import { checkMagic, emptyReport, gzipRefused, magicBytes, Refused } from "./refused";
import { type Members, TarReader } from "./tar";

export interface Unpacked {
	members: Members;
	/** SHA-256 of the packed bytes. */
	digest: Buffer;
}

/** Throws `Refused` when an archive is too large, before it is read. */
export function checkPackedBytes(bytes: number): void {
	if (bytes > limits.packedBytes) throw new Refused(413, refusals.tooLargePacked);
}

/** Unpacks at once what is in memory, for threads: it computes without a pause. Throws nothing but `Refused`. */
export function unpackBytes(packed: Uint8Array): Unpacked {
	checkPackedBytes(packed.length);
	if (packed.length === 0) throw emptyReport();
	checkMagic(packed);
	const tar = new TarReader();
	tar.write(gunzipped(packed));
	return { members: tar.end(), digest: hash("sha256", packed, "buffer") };
}

function gunzipped(packed: Uint8Array): Uint8Array {
	try {
		return gunzipSync(packed, { maxOutputLength: limits.archiveBytes, chunkSize: chunkBytes(packed) });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE") throw refusedBy(error);
		throw new Refused(413, refusals.tooLargeUnpacked);
	}
}

/**
 * The size that a gzip claims at its end, and one byte by which zlib sees that it is done: then nothing is copied, and no
 * more memory is taken than needed. It need not be true.
 */
function chunkBytes(packed: Uint8Array): number {
	const end = new DataView(packed.buffer, packed.byteOffset + Math.max(0, packed.byteLength - 4));
	const claimed = packed.byteLength < 4 ? 0 : end.getUint32(0, true);
	return Math.min(Math.max(claimed + 1, 2 ** 14), 2 ** 20);
}

function refusedBy(error: unknown): Refused {
	return gzipRefused((error as NodeJS.ErrnoException).code === "Z_BUF_ERROR" ? "cut" : "damaged", error);
}

/**
 * Unpacks bytes while they arrive. Throws nothing but `Refused`, as soon as it is clear. The source is not read any
 * further then, but left open: it may be the request that still has to carry the answer.
 */
export async function unpack(source: AsyncIterable<Uint8Array> | Uint8Array): Promise<Unpacked> {
	const gunzip = createGunzip();
	const bytes = source instanceof Uint8Array ? once(source) : source;
	try {
		const [digest, members] = await Promise.all([feed(bytes, gunzip), membersFrom(gunzip)]);
		return { members, digest };
	} finally {
		gunzip.destroy();
	}
}

async function* once(bytes: Uint8Array) {
	yield bytes;
}

function membersFrom(gunzip: Gunzip): Promise<Members> {
	const tar = new TarReader();
	return new Promise((resolve, reject) => {
		const refuse = (refused: unknown) => {
			gunzip.destroy();
			reject(refused);
		};
		gunzip.on("data", (chunk: Buffer) => {
			try {
				tar.write(chunk);
			} catch (refused) {
				refuse(refused);
			}
		});
		gunzip.on("end", () => {
			try {
				resolve(tar.end());
			} catch (refused) {
				refuse(refused);
			}
		});
		gunzip.on("error", (error) => refuse(refusedBy(error)));
	});
}

/** Gives the packed bytes to `gunzip` as fast as it takes them, and their digest in the end. */
async function feed(source: AsyncIterable<Uint8Array>, gunzip: Gunzip): Promise<Buffer> {
	const sha256 = createHash("sha256");
	let head = Buffer.alloc(0);
	let bytes = 0;
	let wake = () => {};
	for (const event of ["drain", "end", "close"]) gunzip.on(event, () => wake());

	const iterator = source[Symbol.asyncIterator]();
	while (!gunzip.destroyed) {
		const { done, value: chunk } = await iterator.next().catch(brokeOff);
		if (done) break;
		bytes += chunk.byteLength;
		checkPackedBytes(bytes);
		if (head.length < magicBytes) {
			head = Buffer.concat([head, chunk.subarray(0, magicBytes - head.length)]);
			checkMagic(head);
		}
		sha256.update(chunk);
		// Padding after the last gzip member ends the stream early.
		if (gunzip.readableEnded || gunzip.destroyed) continue;
		if (!gunzip.write(chunk)) {
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
	}
	if (bytes === 0) throw emptyReport();
	gunzip.end();
	return sha256.digest();
}

function brokeOff(error: unknown): never {
	if (error instanceof Refused) throw error;
	throw new Refused(400, "the report broke off before its end: send it again", { cause: error });
}
