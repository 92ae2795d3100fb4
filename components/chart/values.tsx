"use client";
import { useLayoutEffect, useRef, useState } from "react";
import { formatDay, formatNumber, formatPercent } from "#lib/format";
import { type LineSpec, xOf } from "#lib/series/chart-spec";
import { byVariable as paint } from "./paint";

interface Props {
	spec: LineSpec;
	scale: number;
	/** Of the day that is looked at. */
	place: number | null;
	/** Read out, for whoever came by keyboard. */
	isRead: boolean;
}

const gap = 14;

/** The exact values of one day, beside it, and inside the chart whatever its width. */
export function Values({ spec, scale, place, isRead }: Props) {
	const box = useRef<HTMLDivElement>(null);
	const [width, setWidth] = useState(0);
	useLayoutEffect(() => setWidth(box.current?.offsetWidth ?? 0));
	const rows = place === null ? [] : valuesOn(spec, place);
	const day = place === null ? undefined : spec.days[place];
	const x = xOf(spec)(place ?? 0) * scale;
	const right = x + gap + width <= spec.width * scale ? x + gap : x - gap - width;
	const left = Math.min(Math.max(right, 0), Math.max(spec.width * scale - width, 0));
	return (
		<>
			{day && (
				<div className="values" ref={box} style={{ left, top: spec.margin.top * scale }} aria-hidden="true">
					<p>{formatDay(day, spec.language)}</p>
					<table>
						<tbody>
							{rows.map(({ bucket, name, colour, value, total }) => (
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
			)}
			<p className="unseen" aria-live="polite">
				{day &&
					isRead &&
					`${formatDay(day, spec.language)}: ${rows.map(({ name, value }) => `${name} ${value}`).join(", ") || "–"}`}
			</p>
		</>
	);
}

/** From the top of the chart down; what has no value on the day is left out. */
function valuesOn(spec: LineSpec, place: number) {
	const { language, measure } = spec;
	const lines = spec.kind === "stack" ? [...spec.lines].reverse() : spec.lines;
	const known = lines.flatMap(({ bucket, label, colour, values, totals }) => {
		const value = values[place];
		if (value === null || value === undefined) return [];
		return [
			{
				bucket,
				name: spec.kind === "area" ? spec.title : label,
				colour,
				number: value,
				value: measure === "share" ? formatPercent(value, language) : formatNumber(value, language),
				total: totals ? formatNumber(totals[place] ?? 0, language) : null,
			},
		];
	});
	return spec.kind === "stack" ? known : known.sort((a, b) => b.number - a.number);
}
