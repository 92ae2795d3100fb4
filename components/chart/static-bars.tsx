import { scaleLinear } from "d3-scale";
import type { BarSpec } from "#lib/series/chart-spec";
import type { Paint } from "./paint";

export function StaticBars({ spec, paint }: { spec: BarSpec; paint: Paint }) {
	const { margin, width, step, bars } = spec;
	const length = scaleLinear([0, spec.max], [0, width - margin.left - margin.right]);
	const thickness = Math.round(step * 0.62);
	return (
		<>
			{bars.map((bar, i) => {
				const middle = margin.top + step * (i + 0.5);
				const end = Math.round(length(bar.value) * 10) / 10;
				return (
					<g key={bar.bucket} data-bucket={bar.bucket}>
						<text x={margin.left - 10} y={middle} dy=".35em" textAnchor="end" fill={paint("ink")}>
							{bar.label}
						</text>
						<rect
							x={margin.left}
							y={middle - thickness / 2}
							// Something that is there must be seen, however little.
							width={Math.max(end, bar.value > 0 ? 1.5 : 0)}
							height={thickness}
							rx="1.5"
							fill={paint(bar.colour)}
						/>
						<text x={margin.left + end + 7} y={middle} dy=".35em" fill={paint("muted")}>
							{bar.text}
						</text>
					</g>
				);
			})}
			<path d={`M${margin.left} ${margin.top}V${spec.height - margin.bottom}`} stroke={paint("axis")} />
		</>
	);
}
