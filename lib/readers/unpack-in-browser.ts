/**
 * From a file that somebody chose to the files in it, in a browser: the same limits and words as on the server. Of a gzip
 * in several parts it takes the first alone to be right; no reporter sends such.
 */
import { refusals } from "#lib/text/en/refusals";
import { limits } from "./limits";
import { checkMagic, emptyReport, gzipRefused, Refused } from "./refused";
import { type Members, TarReader } from "./tar";

/** All that a piece unpacks to is held at once, and deflate packs a thousand to one. */
const pieceBytes = 4096;

/** Throws `Refused`, or what the browser says of a file that it cannot read. */
export async function unpackFile(file: Blob): Promise<Members> {
	if (file.size > limits.packedBytes) throw new Refused(413, refusals.tooLargePacked);
	if (file.size === 0) throw emptyReport();
	const packed = new Uint8Array(await file.arrayBuffer());
	checkMagic(packed);
	const { readable, writable } = new DecompressionStream("gzip");
	const reader = readable.getReader();
	try {
		const [members] = await Promise.all([membersFrom(reader), feed(packed, writable.getWriter())]);
		return members;
	} finally {
		reader.cancel().catch(() => {});
	}
}

async function feed(packed: Uint8Array<ArrayBuffer>, writer: WritableStreamDefaultWriter): Promise<void> {
	writer.closed.catch(() => {});
	try {
		for (let at = 0; at < packed.length; at += pieceBytes) await writer.write(packed.subarray(at, at + pieceBytes));
	} catch (error) {
		throw gzipRefused("damaged", error);
	}
	await writer.close().catch((error: unknown) => {
		throw gzipRefused("cut", error);
	});
}

async function membersFrom(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Members> {
	const tar = new TarReader();
	for (;;) {
		// Damaged bytes fail here and in `feed`, which knows what to say of them.
		const { done, value } = await reader.read().catch(() => new Promise<never>(() => {}));
		if (done) return tar.end();
		tar.write(value);
	}
}
