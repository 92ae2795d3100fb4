/** Reads a multipart form with at most one archive in it, unpacked while its bytes arrive. */
import { once } from "node:events";
import Busboy from "@fastify/busboy";
import { Refused } from "#lib/readers/refused";
import { type Unpacked, unpack } from "#lib/readers/unpack";

export interface Form {
	fields: ReadonlyMap<string, string>;
	file: Unpacked | null;
}

/** An archive at its limit, and room for the other parts. */
export const formBytesMax = 2 * 1024 * 1024 + 64 * 1024;

/** Throws `Refused` for anything that is not such a form. */
export async function readForm(contentType: string | null, body: AsyncIterable<Uint8Array>): Promise<Form> {
	if (!/^multipart\/form-data\b.*boundary=/i.test(contentType ?? "")) {
		throw new Refused(400, "not a multipart/form-data form: send it as curl -F does");
	}
	const fields = new Map<string, string>();
	let file: Promise<Unpacked> | null = null;
	const parser = new Busboy({
		headers: { "content-type": contentType ?? "" },
		limits: { fields: 16, fieldSize: 1024, fieldNameSize: 64, files: 4, parts: 20, headerPairs: 20 },
	});
	// Which of the two was meant, nobody can tell.
	const refuseTwice = () => parser.destroy(new Refused(400, "a field of the form is given twice: send each once"));
	parser.on("field", (name, value) => (fields.has(name) ? refuseTwice() : fields.set(name, value)));
	parser.on("file", (name, stream) => {
		if (name !== "file" || file) {
			stream.resume();
			if (name === "file") refuseTwice();
			return;
		}
		file = unpack(stream);
		// What is wrong with the archive is said at once; the rest of the body is not read.
		file.catch((error: Error) => parser.destroy(error));
	});
	try {
		await feed(body, parser);
	} catch (error) {
		if (error instanceof Refused) throw error;
		throw new Refused(400, "the form is broken off or malformed: send it again");
	}
	return { fields, file: await file };
}

/** Gives the body to the parser as fast as it takes it. When that fails the body is left as it is. */
async function feed(body: AsyncIterable<Uint8Array>, parser: InstanceType<typeof Busboy>): Promise<void> {
	const failed = new Promise<never>((_, fail) => parser.once("error", fail));
	const finished = once(parser, "finish");
	// Both may fail while nobody waits.
	for (const promise of [failed, finished]) promise.catch(() => {});
	const iterator = body[Symbol.asyncIterator]();
	let bytes = 0;
	for (;;) {
		const { done, value } = await Promise.race([iterator.next(), failed]);
		if (done) break;
		bytes += value.length;
		if (bytes > formBytesMax) throw new Refused(413, "the form is larger than 2 MiB: send one report at a time");
		if (!parser.write(value)) await Promise.race([once(parser, "drain"), failed]);
	}
	parser.end();
	await Promise.race([finished, failed]);
}
