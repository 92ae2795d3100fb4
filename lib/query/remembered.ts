/**
 * Keeps what was made of the published rows until others are published: every answer is a pure function of them. Bounded,
 * since anybody can ask for any day.
 */
import { LRUCache } from "lru-cache";

let revision = -1;
const entries = new LRUCache<string, Promise<unknown>>({ max: 200 });

/** What `make` gives, made once for each key and revision. A failure is not kept. */
export function remembered<T>(revisionNow: number, key: string, make: () => Promise<T>): Promise<T> {
	if (revisionNow !== revision) {
		entries.clear();
		revision = revisionNow;
	}
	const known = entries.get(key) as Promise<T> | undefined;
	if (known) return known;
	const made = make();
	entries.set(key, made);
	made.catch(() => entries.delete(key));
	return made;
}
