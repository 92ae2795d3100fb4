/** What of a chart is where somebody points: the day, and the line or band that is nearest. */
import { type LineSpec, yOf } from "./chart-spec";

/** px within which a line is pointed at. */
const reach = 28;

/** The place of the day at `x`, px from the chart's left edge: always one of the chart's days. */
export function placeAt(spec: LineSpec, x: number): number {
	const { margin, width, days } = spec;
	const share = (x - margin.left) / (width - margin.right - margin.left);
	return Math.min(Math.max(Math.round(share * (days.length - 1)), 0), days.length - 1);
}

/** The bucket at `y`, px from the top; `null` where there is none near. */
export function bucketAt(spec: LineSpec, place: number, y: number): string | null {
	const toY = yOf(spec);
	if (spec.kind === "stack") {
		let below = 0;
		for (const { bucket, values } of spec.lines) {
			const value = values[place] ?? 0;
			if (y <= toY(below) && y >= toY(below + value)) return bucket;
			below += value;
		}
		return null;
	}
	const near = spec.lines
		.flatMap(({ bucket, values }) => {
			const value = values[place];
			return value === null || value === undefined ? [] : [{ bucket, away: Math.abs(toY(value) - y) }];
		})
		.sort((a, b) => a.away - b.away)[0];
	return near && near.away <= reach ? near.bucket : null;
}
