/** Requests for parts of large files, millions of them: 28 bytes each, where a JavaScript object takes more than 200. */
import { OperatorError } from "#lib/operator-error";
import type { Pseudonym } from "./people";

const partsMax = 4_000_000;

/** Of one client and one file. */
export interface RequestedParts {
	file: number;
	/** In order of time. */
	requests: { ms: number; bytes: number }[];
}

export class Parts {
	#count = 0;
	#high = new Uint32Array(1024);
	#low = new Uint32Array(1024);
	#file = new Uint32Array(1024);
	#ms = new Float64Array(1024);
	#bytes = new Float64Array(1024);

	/** `own` stands for the client and the file. Throws an `OperatorError` when there are too many. */
	add([high, low]: Pseudonym, file: number, ms: number, bytes: number): void {
		const place = this.#count++;
		if (place >= partsMax)
			throw new OperatorError("more than 4 million requests for images: read the files of fewer months in one run");
		if (place >= this.#ms.length) this.#grow();
		this.#high[place] = high;
		this.#low[place] = low;
		this.#file[place] = file;
		this.#ms[place] = ms;
		this.#bytes[place] = bytes;
	}

	*byClient(): Generator<RequestedParts> {
		const [high, low, ms] = [this.#high, this.#low, this.#ms];
		const at = (column: Uint32Array | Float64Array, place: number) => column[place] ?? 0;
		const order = Uint32Array.from({ length: this.#count }, (_, place) => place).sort(
			(a, b) => at(high, a) - at(high, b) || at(low, a) - at(low, b) || at(ms, a) - at(ms, b),
		);
		let own: RequestedParts | null = null;
		let before = -1;
		for (const place of order) {
			const isSame = before >= 0 && high[place] === high[before] && low[place] === low[before];
			if (!own || !isSame) {
				if (own) yield own;
				own = { file: at(this.#file, place), requests: [] };
			}
			own.requests.push({ ms: at(ms, place), bytes: at(this.#bytes, place) });
			before = place;
		}
		if (own) yield own;
	}

	#grow(): void {
		const twice = <T extends Uint32Array | Float64Array>(column: T, larger: T): T => {
			larger.set(column);
			return larger;
		};
		const length = this.#ms.length * 2;
		this.#high = twice(this.#high, new Uint32Array(length));
		this.#low = twice(this.#low, new Uint32Array(length));
		this.#file = twice(this.#file, new Uint32Array(length));
		this.#ms = twice(this.#ms, new Float64Array(length));
		this.#bytes = twice(this.#bytes, new Float64Array(length));
	}
}
