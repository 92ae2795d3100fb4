/**
 * Pictures and office files take a while to make: each is made once for everybody who asks, one after the other, and kept
 * while there is room.
 */
import { LRUCache } from "lru-cache";
import { tooBusy } from "#lib/problem";

type File = string | Uint8Array<ArrayBuffer>;

const kept64MB = 64 * 1024 * 1024;
const files = new LRUCache<string, File, () => Promise<File>>({
	maxSize: kept64MB,
	sizeCalculation: (file) => file.length + 1,
	// Who asks for what is being made waits for the same file.
	fetchMethod: (_key, _stale, { context }) => context(),
});

/** `key` has all that decides what is in the file. */
export function madeFile<T extends File>(key: readonly unknown[], make: () => Promise<T>): Promise<T> {
	return files.forceFetch(JSON.stringify(key), { context: make }) as Promise<T>;
}

/** Of office files, each computed within about a tenth of a second: more would wait longer than anybody waits. */
const waitingMax = 60;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Like `madeFile`, for what is made in the thread that answers everybody: in turn, with a pause in which others are answered. */
export function madeInTurn<T extends File>(key: readonly unknown[], make: () => Promise<T>): Promise<T> {
	return madeFile(key, async () => {
		if (waiting >= waitingMax) throw tooBusy("Too many files are being made: try again in a few seconds.");
		waiting += 1;
		const made = last.then(() => new Promise(setImmediate)).then(make);
		last = made
			.catch(() => {})
			.finally(() => {
				waiting -= 1;
			});
		return made;
	});
}
