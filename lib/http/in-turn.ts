/** Office files are made in the thread that answers everybody: one after the other. */
import { tooBusy } from "#lib/problem";

/** Each takes about a tenth of a second: more would wait longer than anybody waits. */
const waitingMax = 60;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Pauses before each, so that others are answered. Rejects with a `Problem` when too many wait. */
export function inTurn<T>(make: () => Promise<T>): Promise<T> {
	if (waiting >= waitingMax)
		return Promise.reject(tooBusy("Too many files are being made: try again in a few seconds."));
	waiting += 1;
	const made = last.then(() => new Promise(setImmediate)).then(make);
	last = made
		.catch(() => {})
		.finally(() => {
			waiting -= 1;
		});
	return made;
}
