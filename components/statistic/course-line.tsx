import { pathOf, runsOf } from "#lib/series/path";

const [width, height, inset] = [64, 18, 1.5];

/** The history of one row as a small line from zero to its maximum. The chart has the axes. */
export function CourseLine({ course, colour }: { course: readonly (number | null)[]; colour: string }) {
	const x = (place: number) => inset + (place / Math.max(course.length - 1, 1)) * (width - 2 * inset);
	const y = (value: number) => height - inset - value * (height - 2 * inset);
	return (
		<svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
			<path
				d={runsOf(course, x, y)
					.map((run) => pathOf(run))
					.join("")}
				fill="none"
				stroke={`var(--${colour})`}
				strokeWidth="1.5"
				strokeLinejoin="round"
			/>
		</svg>
	);
}
