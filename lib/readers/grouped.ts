/** Lists as facts keep them: equal things counted together, in an order that does not depend on the report's. */

/** Each different thing once, with its number. */
export function grouped<T extends object>(things: readonly T[]): (T & { count: number })[] {
	const groups = new Map<string, T & { count: number }>();
	for (const thing of things) {
		const key = JSON.stringify(thing);
		const group = groups.get(key);
		if (group) group.count++;
		else groups.set(key, { ...thing, count: 1 });
	}
	return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** Each key once, sorted. */
export function distinct<T extends string>(keys: Iterable<T>): T[] {
	return [...new Set(keys)].sort();
}
