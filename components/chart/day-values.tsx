"use client";
import { byVariable as paint } from "#lib/drawing/chart";
import { formatNumber, formatShareOf } from "#lib/format";
import { isAlone, isStacked, type LineSpec } from "#lib/series/chart-spec";
import { dateTextAt } from "#lib/series/periods";

interface Props {
	spec: LineSpec;
	/** Recharts gives these to the content of a tooltip; the label is the place of the day. */
	active?: boolean;
	label?: string | number;
}

/** The exact values of one day: what the tooltip shows. */
export function DayValues({ spec, active, label }: Props) {
	const place = Number(label);
	const day = active ? spec.days[place] : undefined;
	if (!day) return null;
	return (
		<div className="values" aria-hidden="true">
			<p>{dateTextAt(spec, place)}</p>
			<table>
				<tbody>
					{valuesOn(spec, place).map(({ bucket, name, colour, value, total }) => (
						<tr key={bucket} data-bucket={bucket}>
							<th scope="row">
								<i style={{ background: paint(colour) }} />
								{name}
							</th>
							<td>{value}</td>
							{total !== null && <td className="total">{total}</td>}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** The same as one sentence, for screen readers. */
export function announcementOf(spec: LineSpec, place: number): string {
	const day = spec.days[place];
	const values = valuesOn(spec, place).map(({ name, value }) => `${name} ${value}`);
	return day ? `${dateTextAt(spec, place)}: ${values.join(", ") || "–"}` : "";
}

/** From the top of the chart down; a line without a value says what that means, or is left out. */
function valuesOn(spec: LineSpec, place: number) {
	const { language, measure, baseHosts, gap } = spec;
	const lines = isStacked(spec) ? [...spec.lines].reverse() : spec.lines;
	const known = lines.flatMap(({ bucket, label, colour, values, totals }) => {
		const value = values[place];
		if (value === null || value === undefined)
			return gap && bucket !== "other" ? [{ bucket, name: label, colour, number: -1, value: gap, total: null }] : [];
		return [
			{
				bucket,
				name: isAlone(spec) ? spec.title : label,
				colour,
				number: value,
				value: measure === "share" ? formatShareOf(value, baseHosts, language) : formatNumber(value, language),
				total: totals ? formatNumber(totals[place] ?? 0, language) : null,
			},
		];
	});
	// Where no line has a value, the day was not published, or has too few hosts for shares.
	if (known.every(({ number }) => number < 0)) return [];
	return isStacked(spec) ? known : known.sort((a, b) => b.number - a.number);
}
