/** Lists as facts keep them: equal things counted together, in an order that does not depend on the report's. */

/** No real host has as many different things; an invented list must not make the facts large. */
const groupsMax = 1000;

/**
 * `coarse` is what is kept of a thing when there are more kinds of them than `groupsMax`: the rarest are counted by it,
 * so that the number of things stays right.
 */
export function grouped<T extends object>(
	things: readonly T[],
	coarse: (thing: T) => T = (thing) => thing,
): (T & { count: number })[] {
	const groups = counted(things.map((thing) => ({ thing, count: 1 })));
	if (groups.length <= groupsMax) return groups.map(flat);
	const common = new Set(groups.toSorted((a, b) => b.count - a.count || byKey(a, b)).slice(0, groupsMax));
	return counted(
		groups.map((group) => (common.has(group) ? group : { thing: coarse(group.thing), count: group.count })),
	).map(flat);
}

interface Group<T> {
	key: string;
	thing: T;
	count: number;
}

function counted<T extends object>(things: readonly { thing: T; count: number }[]): Group<T>[] {
	const groups = new Map<string, Group<T>>();
	for (const { thing, count } of things) {
		const key = JSON.stringify(thing);
		const group = groups.get(key);
		if (group) group.count += count;
		else groups.set(key, { key, thing, count });
	}
	return [...groups.values()].sort(byKey);
}

function byKey(a: { key: string }, b: { key: string }): number {
	return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

function flat<T extends object>({ thing, count }: Group<T>): T & { count: number } {
	return { ...thing, count };
}

/** Each key once, sorted. */
export function distinct<T extends string>(keys: Iterable<T>): T[] {
	return [...new Set(keys)].sort();
}
