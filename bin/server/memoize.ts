import { LRUCache } from "lru-cache";

/** Remembers what a pure function gave for the latest short texts: the same few headers and addresses come again and again. */
export function memoize<T extends object | string | boolean>(
	max: number,
	compute: (text: string) => T,
): (text: string) => T {
	const known = new LRUCache<string, T>({ max });
	return (text) => {
		const found = known.get(text);
		if (found !== undefined) return found;
		const computed = compute(text);
		if (text.length <= 300) known.set(text, computed);
		return computed;
	};
}
