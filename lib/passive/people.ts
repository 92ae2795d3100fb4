/**
 * Who was seen, without saying who: addresses, agents and names exist only as keyed hashes. The key is made for one run and
 * is never written, so that nobody can find out later whom a hash stands for.
 */
import { createHmac, randomBytes } from "node:crypto";
import { OperatorError } from "#lib/operator-error";

/** Of one run. */
export interface Pseudonyms {
	/** 64 bits that stand for the parts, the same for the same parts. */
	of(...parts: readonly string[]): Pseudonym;
	/** The same as text, for keys of maps. */
	textOf(...parts: readonly string[]): string;
}

export type Pseudonym = readonly [high: number, low: number];

export function pseudonyms(): Pseudonyms {
	const key = randomBytes(32);
	const hash = (parts: readonly string[]) => createHmac("sha256", key).update(parts.join("\0")).digest();
	return {
		of(...parts) {
			const digest = hash(parts);
			return [digest.readUInt32LE(0), digest.readUInt32LE(4)];
		},
		textOf: (...parts) => hash(parts).toString("latin1", 0, 12),
	};
}

/** 16 million pseudonyms are 256 MB. */
const sizeMax = 2 ** 24;

/** A set of pseudonyms: 8 bytes for each place, where a JavaScript `Set` takes more than 40. */
export class PseudonymSet {
	#high = new Uint32Array(2 ** 12);
	#low = new Uint32Array(2 ** 12);
	#size = 0;

	/** Whether it is new. Throws an `OperatorError` when there are too many. */
	add([high, low]: Pseudonym): boolean {
		if (!insert(this.#high, this.#low, high, nonZero(high, low))) return false;
		this.#size++;
		if (this.#size > sizeMax)
			throw new OperatorError(
				"more than 16 million different clients, files and days: read the files of fewer months in one run",
			);
		if (this.#size * 2 > this.#low.length) this.#grow();
		return true;
	}

	has([high, low]: Pseudonym): boolean {
		const place = placeOf(this.#high, this.#low, high, nonZero(high, low));
		return this.#low[place] !== 0 || this.#high[place] !== 0;
	}

	#grow(): void {
		const [high, low] = [new Uint32Array(this.#low.length * 2), new Uint32Array(this.#low.length * 2)];
		for (let i = 0; i < this.#low.length; i++) {
			const [h = 0, l = 0] = [this.#high[i], this.#low[i]];
			if (h !== 0 || l !== 0) insert(high, low, h, l);
		}
		this.#high = high;
		this.#low = low;
	}
}

/** Zero marks a free place. */
const nonZero = (high: number, low: number) => (low === 0 && high === 0 ? 1 : low);

/** Where it is, or the free place where it belongs. */
function placeOf(highs: Uint32Array, lows: Uint32Array, high: number, low: number): number {
	const mask = lows.length - 1;
	for (let place = low & mask; ; place = (place + 1) & mask) {
		const [h, l] = [highs[place], lows[place]];
		if ((h === 0 && l === 0) || (h === high && l === low)) return place;
	}
}

function insert(highs: Uint32Array, lows: Uint32Array, high: number, low: number): boolean {
	const place = placeOf(highs, lows, high, low);
	if (lows[place] !== 0 || highs[place] !== 0) return false;
	highs[place] = high;
	lows[place] = low;
	return true;
}
