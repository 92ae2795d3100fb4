import { byVariable, drawChart, type Paint } from "#lib/drawing/chart";
import { svg } from "#lib/drawing/svg";
import { type ChartSpec, wholeNote } from "#lib/series/chart-spec";

interface Props {
	spec: ChartSpec;
	/** Default: the custom properties of the page. */
	paint?: Paint;
}

/** A chart as one SVG: complete without JavaScript, the same wherever it stands. */
export function StaticChart({ spec, paint = byVariable }: Props) {
	const id = `${spec.slug}-${spec.kind}-${spec.size}`;
	const title = svg`<title id="${id}-t">${spec.title}. ${spec.subtitle}</title>`;
	const description = svg`<desc id="${id}-d">${spec.sentence} ${wholeNote(spec)}</desc>`;
	const { text } = svg`${title}${description}${drawChart(spec, paint)}`;
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
			// biome-ignore lint/security/noDangerouslySetInnerHtml: the template has escaped what is in it
			dangerouslySetInnerHTML={{ __html: text }}
		/>
	);
}
