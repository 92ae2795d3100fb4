import { type LineSpec, xOf } from "#lib/series/chart-spec";
import { pointsAt } from "#lib/series/line-at";
import type { Paint } from "./paint";

/** The day that is looked at: a line through the plot, and a dot on each line of it. */
export function Pointed({ spec, place, paint }: { spec: LineSpec; place: number; paint: Paint }) {
	const x = xOf(spec)(place);
	return (
		<g className="pointed">
			<path d={`M${x} ${spec.margin.top}V${spec.height - spec.margin.bottom}`} stroke={paint("axis")} />
			{pointsAt(spec, place).map(({ line, y }) => (
				<circle
					key={line.bucket}
					data-bucket={line.bucket}
					cx={x}
					cy={y}
					r="4"
					fill={paint(line.colour)}
					stroke={paint("paper")}
					strokeWidth="1.5"
				/>
			))}
		</g>
	);
}
