/**
 * Keeps answers in memory, as much as there is room for. Everything public is a pure function of its address and the
 * published revision, so what is kept stays right until the next publication empties the cache.
 */
import { LRUCache } from "lru-cache";

export interface Cacheable {
	/** Bytes of memory. */
	bytes: number;
	/** The `performance.now()` at which it becomes stale. */
	staleAt: number;
	/** Whether it may be kept. */
	isShared: boolean;
	/** A failure of the server: a stale answer is better. */
	isFailure: boolean;
}

/**
 * An answer asked for once waits in a quarter of the room, and moves on when it is asked for again: whoever asks for
 * thousands of addresses once each cannot push out what everybody reads.
 */
export class AnswerCache<T extends Cacheable> {
	#new: LRUCache<string, T>;
	#proven: LRUCache<string, T>;
	#underWay = new Map<string, Promise<T>>();
	#generation = 0;

	constructor(bytesMax: number) {
		const sizeCalculation = ({ bytes }: T, key: string) => bytes + 2 * key.length + 1;
		this.#new = new LRUCache({ maxSize: bytesMax / 4, sizeCalculation });
		this.#proven = new LRUCache({ maxSize: bytesMax - bytesMax / 4, sizeCalculation });
	}

	/** The kept answer, unless it is stale. */
	get(key: string): T | undefined {
		const proven = this.#proven.get(key);
		if (proven) return performance.now() < proven.staleAt ? proven : undefined;
		const entry = this.#new.get(key);
		if (!entry || performance.now() >= entry.staleAt) return undefined;
		this.#new.delete(key);
		this.#proven.set(key, entry);
		return entry;
	}

	/** The kept answer, or what `make` gives: concurrent requests share one computation. */
	async load(key: string, make: () => Promise<T>): Promise<T> {
		const fresh = this.get(key);
		if (fresh) return fresh;
		const known = this.#underWay.get(key);
		if (known) return known;
		const making = this.#make(key, make);
		this.#underWay.set(key, making);
		const forget = () => {
			if (this.#underWay.get(key) === making) this.#underWay.delete(key);
		};
		making.then(forget, forget);
		return making;
	}

	async #make(key: string, make: () => Promise<T>): Promise<T> {
		const generation = this.#generation;
		const stale = this.#proven.peek(key) ?? this.#new.peek(key);
		try {
			const made = await make();
			if (made.isFailure && stale && generation === this.#generation) return stale;
			// Part of it may have been read before the cache was emptied.
			if (made.isShared && generation === this.#generation)
				(this.#proven.has(key) ? this.#proven : this.#new).set(key, made);
			return made;
		} catch (error) {
			if (stale && generation === this.#generation) return stale;
			throw error;
		}
	}

	/** Later requests get newly computed answers only. */
	empty(): void {
		this.#generation += 1;
		this.#new.clear();
		this.#proven.clear();
		this.#underWay.clear();
	}

	get bytes(): number {
		return this.#new.calculatedSize + this.#proven.calculatedSize;
	}

	get size(): number {
		return this.#new.size + this.#proven.size;
	}
}
