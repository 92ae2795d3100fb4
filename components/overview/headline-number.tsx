import { pathOf, runsOf } from "#lib/series/path";

interface End {
	day: string;
	value: string;
}

interface Props {
	href: string;
	title: string;
	value: string;
	change: string;
	/** One for each day. */
	course: readonly (number | null)[];
	/** The first and the last value of the line. */
	ends: readonly [End, End] | null;
}

const [width, height, inset] = [200, 48, 3];

/**
 * A number with its recent history. The line runs from its minimum to its maximum, so the area below is not filled; the
 * linked chart has the axes.
 */
export function HeadlineNumber({ href, title, value, change, course, ends }: Props) {
	const known = course.filter((one) => one !== null);
	const [least, most] = [Math.min(...known), Math.max(...known)];
	const x = (place: number) => (place / Math.max(course.length - 1, 1)) * width;
	const y = (one: number) => height - inset - ((one - least) / Math.max(most - least, 1)) * (height - 2 * inset);
	const runs = runsOf(course, x, y);
	const last = runs.at(-1)?.at(-1);
	return (
		<a className="headline" href={href}>
			<span className="what">{title}</span>
			<strong>{value}</strong>
			<span className="change">{change}</span>
			{/* As wide as its card: strokes keep their width. One day has no course. */}
			{known.length > 1 && (
				<svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
					<path
						d={runs.map((run) => pathOf(run)).join("")}
						fill="none"
						stroke="var(--c0)"
						strokeWidth="2"
						strokeLinejoin="round"
						vectorEffect="non-scaling-stroke"
					/>
					{last && (
						<path
							d={`M${last[0]} ${last[1]}h0`}
							stroke="var(--c0)"
							strokeWidth="8"
							strokeLinecap="round"
							vectorEffect="non-scaling-stroke"
						/>
					)}
				</svg>
			)}
			{ends && (
				<span className="ends">
					{ends.map(({ day, value: at }) => (
						<span key={day}>
							{day} <b>{at}</b>
						</span>
					))}
				</span>
			)}
		</a>
	);
}
