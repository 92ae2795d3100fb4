import type { ChartSpec } from "#lib/series/chart-spec";
import { byVariable, type Paint } from "./paint";
import { StaticBars } from "./static-bars";
import { StaticLines } from "./static-lines";

interface Props {
	spec: ChartSpec;
	/** Of the page's colours, or the values of a scheme where there is no page. */
	paint?: Paint;
}

/** What is drawn, for an SVG that has more in it. */
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
