/**
 * From a file that somebody chose to the files in it, in a browser: the same limits and words as on the server. Of a gzip
 * in several parts it takes the first alone to be right; no reporter sends such.
 */
import { refusals } from "#lib/text/en/refusals";
import { checkMagic, emptyReport, gzipRefused } from "./gzip";
import { limits } from "./limits";
import { Refused } from "./refused";
import { type Members, openTar, type Tar } from "./tar";

/** All that a piece unpacks to is held at once, and deflate packs a thousand to one. */
const pieceBytes = 4096;

/** Throws `Refused`, or what the browser says of a file that it cannot read. */
export async function unpackFile(file: Blob): Promise<Members> {
	if (file.size > limits.packedBytes) throw new Refused(413, refusals.tooLargePacked);
	if (file.size === 0) throw emptyReport();
	const packed = new Uint8Array(await file.arrayBuffer());
	checkMagic(packed);
	const { readable, writable } = new DecompressionStream("gzip");
	const tar = openTar();
	const reader = readable.getReader();
	try {
		const [members] = await Promise.all([
			tar.members(),
			feed(packed, writable.getWriter(), tar),
			// What is wrong with the bytes is told to who writes them.
			hand(reader, tar).catch(() => {}),
		]);
		return members;
	} finally {
		tar.close();
		reader.cancel().catch(() => {});
	}
}

async function feed(packed: Uint8Array<ArrayBuffer>, writer: WritableStreamDefaultWriter, tar: Tar): Promise<void> {
	writer.closed.catch(() => {});
	try {
		for (let at = 0; at < packed.length && !tar.isOver(); at += pieceBytes) {
			await writer.write(packed.subarray(at, at + pieceBytes));
		}
	} catch (error) {
		return tar.refuse(gzipRefused("damaged", error));
	}
	await writer.close().catch((error: unknown) => tar.refuse(gzipRefused("cut", error)));
}

async function hand(reader: ReadableStreamDefaultReader<Uint8Array>, tar: Tar): Promise<void> {
	while (!tar.isOver()) {
		const { done, value } = await reader.read();
		if (done) return tar.end();
		tar.write(value);
	}
}
