import { scaleLinear } from "d3-scale";
import type { BarSpec, ChartSpec } from "#lib/series/chart-spec";
import { byVariable, type Paint, StaticLines } from "./static-lines";

interface Props {
	spec: ChartSpec;
	/** Default: the custom properties of the page. */
	paint?: Paint;
}

/** The drawing alone, for an SVG with more in it. */
export function ChartDrawing({ spec, paint }: Required<Props>) {
	return spec.kind === "bars" ? <StaticBars spec={spec} paint={paint} /> : <StaticLines spec={spec} paint={paint} />;
}

/** A chart as one SVG: complete without JavaScript, the same wherever it stands. */
export function StaticChart({ spec, paint = byVariable }: Props) {
	const id = `${spec.slug}-${spec.kind}-${spec.size}`;
	return (
		<svg
			xmlns="http://www.w3.org/2000/svg"
			viewBox={`0 0 ${spec.width} ${spec.height}`}
			width={spec.width}
			height={spec.height}
			fontSize={spec.fontSize}
			role="img"
			aria-labelledby={`${id}-t ${id}-d`}
			data-size={spec.size}
		>
			<title id={`${id}-t`}>{`${spec.title}. ${spec.subtitle}`}</title>
			<desc id={`${id}-d`}>{`${spec.sentence} ${spec.note}`}</desc>
			<ChartDrawing spec={spec} paint={paint} />
		</svg>
	);
}

function StaticBars({ spec, paint }: { spec: BarSpec; paint: Paint }) {
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
							// A value above zero must be visible.
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
