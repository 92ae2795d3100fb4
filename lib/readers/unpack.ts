/** From the bytes of a report to its files, on the server: nothing is written to disk. */
import { hash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { refusals } from "#lib/text/en/refusals";
import { checkBlocks } from "./deflate-blocks";
import { limits } from "./limits";
import { checkMagic, emptyReport, gzipRefused, Refused } from "./refused";
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

/** Computes without a pause, so it is for threads. Throws nothing but `Refused`. */
export function unpack(packed: Uint8Array): Unpacked {
	checkPackedBytes(packed.length);
	if (packed.length === 0) throw emptyReport();
	checkMagic(packed);
	checkBlocks(packed);
	const tar = new TarReader();
	tar.write(gunzipped(packed));
	return { members: tar.end(), digest: hash("sha256", packed, "buffer") };
}

function gunzipped(packed: Uint8Array): Uint8Array {
	try {
		return gunzipSync(packed, { maxOutputLength: limits.archiveBytes, chunkSize: chunkBytes(packed) });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "ERR_BUFFER_TOO_LARGE") throw new Refused(413, refusals.tooLargeUnpacked);
		throw gzipRefused(code === "Z_BUF_ERROR" ? "cut" : "damaged", error);
	}
}

/** Deflate never packs better. */
const deflateRatioMax = 1032;

/**
 * The size that a gzip claims at its end, and one byte by which zlib sees that it is done: then zlib fills one buffer and
 * copies nothing. The claim need not be true, so it is cut to what the bytes can unpack to.
 */
function chunkBytes(packed: Uint8Array): number {
	const end = new DataView(packed.buffer, packed.byteOffset + Math.max(0, packed.byteLength - 4));
	const claimed = packed.byteLength < 4 ? 0 : end.getUint32(0, true);
	const bytesMax = Math.min(packed.byteLength * deflateRatioMax, limits.archiveBytes);
	return Math.max(Math.min(claimed, bytesMax) + 1, 2 ** 14);
}
