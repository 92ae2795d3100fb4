import { markupOf } from "#components/markup";
import { colours } from "#lib/colours";
import { drawChart } from "#lib/drawing/chart";
import type { Picture } from "#lib/pictures/picture";

interface Props {
	picture: Picture;
	/** As in `font-family`. */
	fonts: string;
}

/** A chart with title, source and notes as one SVG. */
export function PictureDrawing({ picture, fonts }: Props) {
	const tokens = colours[picture.theme];
	const { units, badge, chart } = picture;
	const { spec } = chart;
	return (
		<svg
			xmlns="http://www.w3.org/2000/svg"
			viewBox={`0 0 ${units.width} ${units.height}`}
			width={picture.width}
			height={picture.height}
			fontFamily={fonts}
			lang={picture.language}
			role="img"
			aria-labelledby="t d"
		>
			<title id="t">{`${spec.title}. ${spec.subtitle}`}</title>
			<desc id="d">{`${spec.sentence} ${spec.note}`}</desc>
			{picture.background === "opaque" && <rect width={units.width} height={units.height} fill={tokens.paper} />}
			{badge && <rect {...badge} rx={badge.height / 2} fill={tokens["warn-ground"]} />}
			{picture.texts.map(({ x, y, text, fontSize, tone, bold, length }) => (
				<text
					key={`${x} ${y}`}
					x={x}
					y={y}
					fontSize={fontSize}
					fontWeight={bold ? "600" : undefined}
					fill={tokens[tone]}
					textLength={length}
				>
					{text}
				</text>
			))}
			<g
				transform={`translate(${chart.x} ${chart.y})`}
				fontSize={spec.fontSize}
				// biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing has escaped what is in it
				dangerouslySetInnerHTML={{ __html: drawChart(spec, (token) => tokens[token]).text }}
			/>
		</svg>
	);
}

/** The picture as text. */
export async function pictureMarkup(picture: Picture, fonts: string): Promise<string> {
	return markupOf(<PictureDrawing picture={picture} fonts={fonts} />);
}
