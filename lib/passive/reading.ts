/** Reads the files of one run, of any kind, and says what was counted and what was ignored, and why. */
import { OperatorError } from "#lib/operator-error";
import type { CountedStatistic } from "./counts";
import { type InputFile, openFile } from "./lines";

/** Why an entry was not counted. Nothing of the entry itself is ever said. */
export type Ignored =
	| "unreadable"
	| "impossible time"
	| "no request of a path"
	| "not of OpenVZ"
	| "probe of a mirror"
	| "not GET"
	| "other status"
	| "own network"
	| "robot"
	| "other file"
	| "other program"
	| "repeated"
	| "no date"
	| "bounced"
	| "from a mailing list"
	| "unknown statistic"
	| "no source";

export interface OpenedFile {
	name: string;
	path: string;
	chunks: AsyncIterable<Buffer>;
}

export interface Reader {
	/** What an entry of the files is. */
	entries: "lines" | "messages" | "bugs" | "posts" | "figures";
	/** Calls `tally` for each entry: with `null` if it counts. */
	read(file: OpenedFile, tally: (ignored: Ignored | null) => void): Promise<void>;
	/** The counts, of one source where the entries name none themselves. */
	finish(): CountedStatistic[] | ReadonlyMap<string, CountedStatistic[]>;
}

export interface Read {
	entries: number;
	counted: number;
	ignored: ReadonlyMap<Ignored, number>;
	digests: Buffer[];
}

/** If none of so many entries can be read, the file is of another kind. */
const triedMax = 1000;

/** Throws an `OperatorError` that names a file of another kind, or one that cannot be read. */
export async function readFiles(
	reader: Reader,
	files: readonly InputFile[],
	onBytes: (bytes: number) => void = () => {},
): Promise<Read> {
	const ignored = new Map<Ignored, number>();
	const digests: Buffer[] = [];
	let entries = 0;
	for (const file of files) {
		const opened = openFile(file, onBytes);
		let [own, unreadable] = [0, 0];
		const assertKind = () => {
			if (own === 0 || unreadable < own) return;
			throw new OperatorError(
				`${file.name} is of another kind: none of its first ${own} ${reader.entries} can be read`,
			);
		};
		await reader.read({ name: file.name, path: file.path, chunks: opened.chunks }, (because) => {
			own++;
			if (because === "unreadable") unreadable++;
			if (because !== null) ignored.set(because, (ignored.get(because) ?? 0) + 1);
			if (own === triedMax) assertKind();
		});
		if (own < triedMax) assertKind();
		entries += own;
		digests.push(opened.digest());
	}
	const out = [...ignored.values()].reduce((sum, count) => sum + count, 0);
	return { entries, counted: entries - out, ignored, digests };
}
