/**
 * From the bytes of a tar archive to its files, on the server and in a browser. Everything is counted while it arrives, so
 * that neither a large report nor a small one that unpacks to something enormous is ever held in memory.
 */

import { type Extract, extract } from "tar-stream";
import { refusals } from "#lib/text/en/refusals";
import { limits } from "./limits";
import { memberKind, memberName } from "./member-name";
import { Refused } from "./refused";

/** Files by name, without a leading `./`. */
export type Members = ReadonlyMap<string, Uint8Array>;

export interface Tar {
	/** What is written is bounded, so that nobody has to wait for it to be taken. */
	write(chunk: Uint8Array): void;
	end(): void;
	/** Says why there is nothing more to read. */
	refuse(refused: Refused): void;
	/** Whether nothing more is wanted. */
	isOver(): boolean;
	/** Reads to the end. Throws nothing but `Refused`. */
	members(): Promise<Members>;
	close(): void;
}

export function openTar(): Tar {
	const archive = extract();
	let bytes = 0;
	const refuse = (refused: Refused) => archive.destroy(refused);
	return {
		write(chunk) {
			bytes += chunk.length;
			if (bytes > limits.archiveBytes) refuse(new Refused(413, refusals.tooLargeUnpacked));
			else archive.write(chunk);
		},
		end: () => archive.end(null),
		refuse,
		isOver: () => archive.destroying,
		members: () => readMembers(archive),
		close: () => archive.destroy(),
	};
}

async function readMembers(archive: Extract): Promise<Members> {
	const members = new Map<string, Uint8Array>();
	const names = new Set<string>();
	let bytes = 0;
	let isTar = false;
	try {
		for await (const entry of archive) {
			isTar = true;
			const kind = memberKind(entry.header.type);
			const name = memberName(entry.header.name);
			if (names.has(name)) throw new Refused(400, refusals.memberTwice);
			// The root itself may be named in several ways.
			if (name !== "") names.add(name);
			if (kind === "directory") continue;

			if (name === "") throw new Refused(400, refusals.nameless);
			if (members.size === limits.files) throw new Refused(413, refusals.tooManyFiles);
			// A malformed size comes as null, and such a file would never end.
			if (!Number.isSafeInteger(entry.header.size)) throw new Refused(400, refusals.tarDamaged);
			bytes += entry.header.size;
			if (bytes > limits.unpackedBytes) throw new Refused(413, refusals.tooLargeUnpacked);
			const chunks: Uint8Array[] = [];
			for await (const chunk of entry) chunks.push(chunk as Uint8Array);
			members.set(name, joined(chunks));
		}
	} catch (error) {
		throw error instanceof Refused ? error : tarRefused(error, isTar);
	}
	if (members.size === 0) {
		throw new Refused(400, refusals.noFiles);
	}
	return members;
}

/** Most files are small, and come in one chunk. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
	if (chunks.length === 1 && chunks[0]) return chunks[0];
	const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}

function tarRefused(cause: unknown, isTar: boolean): Refused {
	const line = !isTar
		? refusals.notTar
		: cause instanceof Error && cause.message === "Unexpected end of data"
			? refusals.tarCut
			: refusals.tarDamaged;
	return new Refused(400, line, { cause });
}
