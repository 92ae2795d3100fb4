/** A history in one line of text: a block for each step of days, from zero to the largest value; a gap stays a gap. */

const blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** Places of the days that are shown: evenly spread, the last among them. Nothing is averaged. */
export function spreadPlaces(days: number, most: number): number[] {
	const count = Math.min(days, most);
	return Array.from({ length: count }, (_, i) => (count === 1 ? days - 1 : Math.round((i * (days - 1)) / (count - 1))));
}

export function sparkline(values: readonly (number | null)[]): string {
	const most = Math.max(...values.map((value) => value ?? 0));
	return values
		.map((value) => {
			if (value === null) return " ";
			if (most === 0) return blocks[0];
			return blocks[Math.min(blocks.length - 1, Math.floor((value / most) * blocks.length))];
		})
		.join("");
}
