/**
 * What a thread that reads many reports remembers: most files of a host are those of the week before, and a section whose
 * files have not changed need not be read again. The memory holds the last version of each file.
 */
import type { SectionReading } from "./read-report";

/** Larger files are read again every time, so that no report makes the memory large. */
const fileBytesMax = 2 ** 20;

/** The version of a file that a section was read from; `undefined` where the file was missing. */
type Files = ReadonlyMap<string, Uint8Array | undefined>;

export class ReadingMemory {
	readonly #files = new Map<string, FileVersion>();
	readonly #readings = new Map<string, { files: Files; reading: SectionReading }>();

	/** The file as an earlier report had it, if both say the same; else the file is remembered from now on. */
	file(name: string, bytes: Uint8Array): Uint8Array {
		const before = this.#files.get(name);
		if (before && saysTheSame(before, bytes)) return before.bytes;
		if (bytes.length > fileBytesMax) return bytes;
		const version = versionOf(bytes);
		this.#files.set(name, version);
		return version.bytes;
	}

	/** What the section was read to, if all of its files still say the same. `file` gives what `this.file` gave. */
	reading(section: string, file: (name: string) => Uint8Array | undefined): SectionReading | undefined {
		const known = this.#readings.get(section);
		if (!known) return undefined;
		for (const [name, bytes] of known.files) if (file(name) !== bytes) return undefined;
		return known.reading;
	}

	/** What the section was read to the last time, from whatever files. */
	lastReading(section: string): SectionReading | undefined {
		return this.#readings.get(section)?.reading;
	}

	remember(section: string, files: Files, reading: SectionReading): void {
		for (const [name, bytes] of files) if (bytes && this.#files.get(name)?.bytes !== bytes) return;
		this.#readings.set(section, { files, reading });
	}
}

interface FileVersion {
	bytes: Buffer;
	/** Where the time of collection stands, without its quotes; both are 0 where the file has none. */
	timeStart: number;
	timeEnd: number;
}

const timeLengthMax = 40;
/** How the files of OpenVZ 7 begin. No reader looks at `collected`, which is another one in every report. */
const envelope = new RegExp(
	String.raw`^(\{\s*"schema":\s*\d+,\s*"section":\s*"\w+",\s*"script":\s*"[\w.]+",\s*"collected":\s*")([\w:.+-]{0,${timeLengthMax}})"`,
);
const envelopeBytesMax = 256;

/** A copy: the bytes are a part of the whole archive. */
function versionOf(bytes: Uint8Array): FileVersion {
	const copy = Buffer.from(bytes);
	const [, start = "", time = ""] = envelope.exec(copy.toString("latin1", 0, envelopeBytesMax)) ?? [];
	return { bytes: copy, timeStart: start.length, timeEnd: start.length + time.length };
}

function saysTheSame({ bytes: before, timeStart, timeEnd }: FileVersion, bytes: Uint8Array): boolean {
	const end = timeStart === 0 ? 0 : endOfTime(bytes, timeStart);
	if (before.length - timeEnd !== bytes.length - end) return false;
	return (
		before.compare(bytes, 0, timeStart, 0, timeStart) === 0 &&
		before.compare(bytes, end, bytes.length, timeEnd, before.length) === 0
	);
}

/** Where a time ends that begins there. Where something else stands, no quote follows, so that the rest differs. */
function endOfTime(bytes: Uint8Array, start: number): number {
	let end = start;
	while (end < start + timeLengthMax && isInTime[bytes[end] ?? 0] === true) end++;
	return end;
}

const isInTime = Array.from({ length: 256 }, (_, byte) => byte < 128 && /[\w:.+-]/.test(String.fromCharCode(byte)));
