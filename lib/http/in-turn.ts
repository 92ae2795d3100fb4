/** Office files are made one after the other, in the thread that answers all requests. */
import { tooBusy } from "#lib/problem";

/** Each takes about a tenth of a second: nobody waits longer than for this many. */
const waitingMax = 60;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Answers other requests before each file. Rejects with a `Problem` if too many wait. */
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
