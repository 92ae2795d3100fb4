/**
 * SVG path data, as short as possible: half pixels, relative, straight runs joined. Pages contain many paths, and tenths of a
 * px would double the size of a compressed page without a visible difference. A page has some 40,000 points, so these are
 * plain loops.
 */

export type Point = readonly [x: number, y: number];

/** Runs of neighbouring days that have a value, as points; a gap begins a new run. */
export function runsOf(
	values: readonly (number | null)[],
	x: (place: number) => number,
	y: (value: number, place: number) => number,
): Point[][] {
	const runs: Point[][] = [];
	let run: Point[] | null = null;
	for (let place = 0; place < values.length; place++) {
		const value = values[place] ?? null;
		if (value === null) {
			run = null;
			continue;
		}
		if (run === null) {
			run = [];
			runs.push(run);
		}
		run.push([x(place), y(value, place)]);
	}
	return runs;
}

/** Points that a column of pixels may have. */
const columnMax = 4;

/**
 * Points that fall on one pixel column become its first, lowest, highest and last: no peak is lost, and many years cost
 * as much as one.
 */
export function thinned(points: readonly Point[]): readonly Point[] {
	const first = points[0];
	const last = points.at(-1);
	if (!first || !last || points.length <= (last[0] - first[0]) * columnMax) return points;
	const some: Point[] = [];
	let column: Point[] = [];
	let pixel = Math.round(first[0]);
	for (const point of points) {
		const at = Math.round(point[0]);
		if (at !== pixel) {
			some.push(...thinnedColumn(column));
			column = [];
			pixel = at;
		}
		column.push(point);
	}
	some.push(...thinnedColumn(column));
	return some;
}

function thinnedColumn(column: readonly Point[]): readonly Point[] {
	if (column.length <= 2) return column;
	const byY = column.toSorted((a, b) => a[1] - b[1]);
	const extremes = new Set([column[0], byY[0], byY.at(-1), column.at(-1)]);
	return column.filter((point) => extremes.has(point));
}

/** px by which a line may pass a point that it leaves out: a sixth of its width, which nobody sees. */
const tolerance = 0.35;

/**
 * The points from left to right without those that a straight line passes anyway, which are two of five. The slopes that
 * pass all points since the last corner become fewer with each point; when none is left, the point before is the next corner.
 */
export function simplified(points: readonly Point[]): readonly Point[] {
	let corner = points[0];
	const last = points.at(-1);
	if (!corner || !last || points.length <= 2) return points;
	const corners: Point[] = [corner];
	let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
	let before = corner;
	for (const point of points) {
		if (point === corner) continue;
		let width = point[0] - corner[0];
		const slope = (point[1] - corner[1]) / width;
		if (slope < least || slope > most) {
			corner = before;
			corners.push(corner);
			width = point[0] - corner[0];
			[least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
		}
		least = Math.max(least, (point[1] - tolerance - corner[1]) / width);
		most = Math.min(most, (point[1] + tolerance - corner[1]) / width);
		before = point;
	}
	corners.push(last);
	return corners;
}

/** `M` to the first point, then lines. `closed` returns to it. */
export function pathOf(points: readonly Point[], closed = false): string {
	const first = points[0];
	if (!first) return "";
	let [x, y] = [inHalves(first[0]), inHalves(first[1])];
	let path = `M${number(x)}${joined(y)}`;
	// The point that is about to be drawn to, before the one that is looked at.
	let [toX, toY] = [x, y];
	for (let i = 1; i <= points.length; i++) {
		const next = points[i];
		const nextX = next ? inHalves(next[0]) : Number.NaN;
		const nextY = next ? inHalves(next[1]) : Number.NaN;
		// A point inside a horizontal or vertical run is not needed.
		const isInside =
			(toX === x && toY === y) || (toY === y && nextY === y) || (toX === x && nextX === x && toY > y === nextY > toY);
		if (!isInside) {
			if (toY === y) path += `h${number(toX - x)}`;
			else if (toX === x) path += `v${number(toY - y)}`;
			else path += `l${number(toX - x)}${joined(toY - y)}`;
			x = toX;
			y = toY;
		}
		toX = nextX;
		toY = nextY;
	}
	return closed ? `${path}z` : path;
}

function inHalves(px: number): number {
	return Math.round(px * 2);
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
