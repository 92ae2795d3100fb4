/** From the bytes of a report to its files, on the server: gunzipped while they arrive, nothing is written to disk. */

import { createHash } from "node:crypto";
import { createGunzip, type Gunzip } from "node:zlib";
import { refusals } from "#lib/text/en/refusals";
import { checkMagic, emptyReport, gzipRefused, magicBytes } from "./gzip";
import { limits } from "./limits";
import { Refused } from "./refused";
import { type Members, openTar, type Tar } from "./tar";

export interface Unpacked {
	members: Members;
	/** SHA-256 of the packed bytes. */
	digest: Buffer;
}

/**
 * Throws nothing but `Refused`. The source is not read any further then, but left open: it may be the request that still
 * has to carry the answer.
 */
export async function unpack(source: AsyncIterable<Uint8Array> | Uint8Array): Promise<Unpacked> {
	const gunzip = createGunzip();
	const tar = openTar();
	connect(gunzip, tar);
	try {
		const bytes = source instanceof Uint8Array ? once(source) : source;
		const [digest, members] = await Promise.all([feed(bytes, gunzip), tar.members()]);
		return { members, digest };
	} finally {
		gunzip.destroy();
		tar.close();
	}
}

async function* once(bytes: Uint8Array) {
	yield bytes;
}

function connect(gunzip: Gunzip, tar: Tar): void {
	gunzip.on("data", (chunk: Buffer) => tar.write(chunk));
	gunzip.on("end", () => tar.end());
	gunzip.on("error", (error: NodeJS.ErrnoException) =>
		tar.refuse(gzipRefused(error.code === "Z_BUF_ERROR" ? "cut" : "damaged", error)),
	);
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
		if (bytes > limits.packedBytes) throw new Refused(413, refusals.tooLargePacked);
		if (head.length < magicBytes) {
			head = Buffer.concat([head, chunk.subarray(0, magicBytes - head.length)]);
			checkMagic(head);
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
	if (bytes === 0) throw emptyReport();
	gunzip.end();
	return hash.digest();
}

function brokeOff(error: unknown): never {
	if (error instanceof Refused) throw error;
	throw new Refused(400, "the report broke off before its end: send it again", { cause: error });
}
