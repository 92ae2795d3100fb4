/**
 * SVG path data, as short as possible: half pixels, relative, straight runs joined. Pages contain many paths, and tenths of a
 * px would double the size of a compressed page without a visible difference.
 */

export type Point = readonly [x: number, y: number];

/** Runs of neighbouring days that have a value, as points; a gap begins a new run. */
export function runsOf(
	values: readonly (number | null)[],
	x: (place: number) => number,
	y: (value: number, place: number) => number,
): Point[][] {
	const runs: Point[][] = [];
	let run: Point[] = [];
	for (const [place, value] of values.entries()) {
		if (value === null) {
			if (run.length > 0) runs.push(run);
			run = [];
		} else run.push([x(place), y(value, place)]);
	}
	if (run.length > 0) runs.push(run);
	return runs;
}

/**
 * Points that fall on one pixel column become its first, lowest, highest and last: no peak is lost, and many years cost
 * as much as one.
 */
export function thinned(points: readonly Point[]): readonly Point[] {
	const first = points[0];
	const last = points.at(-1);
	if (!first || !last || points.length <= (last[0] - first[0]) * 2) return points;
	const columns: Point[][] = [];
	for (const point of points) {
		const column = columns.at(-1);
		if (column?.[0] && Math.round(column[0][0]) === Math.round(point[0])) column.push(point);
		else columns.push([point]);
	}
	return columns.flatMap((column) => {
		if (column.length <= 2) return column;
		const byY = [...column].sort((a, b) => a[1] - b[1]);
		const extremes = new Set([column[0], byY[0], byY.at(-1), column.at(-1)]);
		return column.filter((point) => extremes.has(point));
	});
}

/** `M` to the first point, then lines. `closed` returns to it. */
export function pathOf(points: readonly Point[], closed = false): string {
	const xs = points.map((point) => Math.round(point[0] * 2));
	const ys = points.map((point) => Math.round(point[1] * 2));
	let [x = 0] = xs;
	let [y = 0] = ys;
	if (points.length === 0) return "";
	let path = `M${number(x)}${joined(y)}`;
	for (let i = 1; i < points.length; i++) {
		const toX = xs[i] ?? x;
		const toY = ys[i] ?? y;
		const nextX = xs[i + 1];
		const nextY = ys[i + 1];
		if (toX === x && toY === y) continue;
		// A point inside a horizontal or vertical run is not needed.
		if (toY === y && nextY === y) continue;
		if (toX === x && nextX === x && nextY !== undefined && toY > y === nextY > toY) continue;
		if (toY === y) path += `h${number(toX - x)}`;
		else if (toX === x) path += `v${number(toY - y)}`;
		else path += `l${number(toX - x)}${joined(toY - y)}`;
		x = toX;
		y = toY;
	}
	return closed ? `${path}z` : path;
}

function number(halves: number): string {
	if (halves % 2 === 0) return `${halves / 2}`;
	const whole = Math.trunc(halves / 2);
	return `${whole || (halves < 0 ? "-" : "")}.5`;
}

/** A minus separates two numbers as well as a space does. */
function joined(halves: number): string {
	return halves < 0 ? number(halves) : ` ${number(halves)}`;
}
