/** Keeps labels beside a chart from covering each other. */

/**
 * Moves wanted middles apart until neighbours of these heights do not overlap and all lie from `top` to `bottom`; as close
 * to where they belong as that allows. Order is kept. Middles come back in the order they were given.
 */
export function spread(wanted: readonly number[], heights: readonly number[], top: number, bottom: number): number[] {
	const heightOf = (place: number) => heights[place] ?? 0;
	const upper = (place: number) => (wanted[place] ?? 0) - heightOf(place) / 2;
	const order = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
	const groups: { places: number[]; start: number; height: number }[] = [];
	const grouped = (places: number[]) => {
		let height = 0;
		let off = 0;
		for (const place of places) {
			off += upper(place) - height;
			height += heightOf(place);
		}
		// The group's own best start, kept inside.
		const start = Math.max(Math.min(Math.max(off / places.length, top), bottom - height), top);
		return { places, start, height };
	};
	for (const place of order) {
		let group = grouped([place]);
		for (let last = groups.at(-1); last && last.start + last.height > group.start; last = groups.at(-1)) {
			groups.pop();
			group = grouped([...last.places, ...group.places]);
		}
		groups.push(group);
	}
	const result = new Array<number>(wanted.length).fill(0);
	for (const { places, start } of groups) {
		let next = start;
		for (const place of places) {
			result[place] = next + heightOf(place) / 2;
			next += heightOf(place);
		}
	}
	return result;
}
