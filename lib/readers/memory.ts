/**
 * What a thread that reads many reports remembers: a host mostly says the same as the week before, and a section whose
 * files have not changed need not be read again. It holds the last version of each file that a section is read from.
 */
import type { SectionReading } from "./read-report";

/** Larger files are read again every time, so that no report makes the memory large. */
const fileBytesMax = 2 ** 20;

/** The version of a file that a section was read from; `undefined` where the file was missing. */
type Files = ReadonlyMap<string, Uint8Array | undefined>;

export class ReadingMemory {
	readonly #files = new Map<string, Uint8Array>();
	readonly #readings = new Map<string, { files: Files; reading: SectionReading }>();

	/** The file as an earlier report had it, if both say the same; else the file is remembered from now on. */
	file(name: string, bytes: Uint8Array): Uint8Array {
		const before = this.#files.get(name);
		if (before && saysTheSame(before, bytes)) return before;
		if (bytes.length > fileBytesMax) return bytes;
		// A copy: the bytes are a part of the whole archive.
		const copy = new Uint8Array(bytes);
		this.#files.set(name, copy);
		return copy;
	}

	/** What the section was read to, if all of its files still say the same. `file` gives what `this.file` gave. */
	reading(section: string, file: (name: string) => Uint8Array | undefined): SectionReading | undefined {
		const known = this.#readings.get(section);
		if (!known) return undefined;
		for (const [name, bytes] of known.files) if (file(name) !== bytes) return undefined;
		return known.reading;
	}

	remember(section: string, files: Files, reading: SectionReading): void {
		for (const [name, bytes] of files) if (bytes && this.#files.get(name) !== bytes) return;
		this.#readings.set(section, { files, reading });
	}
}

/** How the files of OpenVZ 7 begin. No reader looks at `collected`, which is another one in every report. */
const envelope =
	/^\{\s*"schema":\s*\d+,\s*"section":\s*"\w+",\s*"script":\s*"[\w.]+",\s*"collected":\s*"(?=[\w:.+-]{0,40}")/;
const envelopeBytesMax = 256;

function saysTheSame(a: Uint8Array, b: Uint8Array): boolean {
	const [start, otherStart] = [collectedIn(a), collectedIn(b)];
	if (start !== otherStart) return false;
	return isEqual(a.subarray(0, start), b.subarray(0, start)) && isEqual(tail(a, start), tail(b, start));
}

/** Where the value of `collected` begins; 0 where the file has none. */
function collectedIn(bytes: Uint8Array): number {
	const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, envelopeBytesMax)).toString("latin1");
	return envelope.exec(head)?.[0].length ?? 0;
}

function tail(bytes: Uint8Array, start: number): Uint8Array {
	return start === 0 ? bytes : bytes.subarray(bytes.indexOf(quote, start));
}

const quote = '"'.charCodeAt(0);

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && Buffer.compare(a, b) === 0;
}
