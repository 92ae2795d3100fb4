/** Cells that tables of shares have in common. */

import { formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import type { DistributionRow } from "#lib/series/distribution";
import { pathOf, runsOf } from "#lib/series/path";
import { translate } from "#lib/text/index";

const [width, height, inset] = [64, 18, 1.5];

/** The history of a row as a small line from zero to its maximum. The chart has the axes. */
export function CourseCell({ course, colour }: { course: readonly (number | null)[]; colour: string }) {
	const x = (place: number) => inset + (place / Math.max(course.length - 1, 1)) * (width - 2 * inset);
	const y = (value: number) => height - inset - value * (height - 2 * inset);
	return (
		<td className="course">
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
		</td>
	);
}

interface ShareProps {
	percent: number;
	/** Hosts in the base: the share has as many digits as these support. */
	baseHosts: number;
	/** The percentage of a bar as long as the cell. */
	longest?: number;
	colour: string;
	language: Language;
}

/** A share with a bar that shows it. */
export function ShareCell({ percent, baseHosts, longest = 100, colour, language }: ShareProps) {
	const length = Math.round((percent / longest) * 1000) / 10;
	return (
		<td className="share">
			<span className="bar">
				<i style={{ width: `${length}%`, background: `var(--${colour})` }} />
			</span>
			<span>{formatShareOf(percent, baseHosts, language, "fixed")}</span>
		</td>
	);
}

interface NameProps {
	row: Pick<DistributionRow, "label" | "merged">;
	/** The fewest hosts with which a row is published on its own. */
	threshold: number;
	language: Language;
}

/** The name of a row, and how many values too rare to show are in it. */
export function NameCell({ row: { label, merged }, threshold, language }: NameProps) {
	return (
		<th scope="row">
			{label}
			{merged && <small>{translate(language)("table.merged", { count: merged, hosts: `${threshold}` })}</small>}
		</th>
	);
}
