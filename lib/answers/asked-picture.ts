/** How a picture is to look: what was asked for, or the problem with it. */
import { type PictureOptions, pictureBounds, pictureSizes, plainPicture } from "#lib/picture-options";
import { Problem } from "#lib/problem";
import { parameters as known } from "./parameters";
import { pictureParameters } from "./picture-parameters";
import { asked, bad } from "./query";

/** Those of the chart itself, which other addresses have too. */
export const ofChart = [known.from, known.to, known.range, known.bucket, known.show, known.axis, known.events];
const names = new Set(
	[known.product, known.lang, known.date, ...ofChart, ...Object.values(pictureParameters)].map(({ name }) => name),
);

/** Names are checked too: with a mistyped one, a picture would look like none that was asked for. */
export function askedPicture(parameters: URLSearchParams): PictureOptions {
	for (const name of parameters.keys()) {
		if (!names.has(name)) throw bad(name, parameters.get(name) ?? "", `is no parameter: ${[...names].join(", ")} are`);
	}
	const size = asked(parameters, pictureParameters.size);
	const like = pictureSizes[size ?? "chart"];
	const width = asked(parameters, pictureParameters.width) ?? like.width;
	// A chart of any height is as high as it needs to be, unless a size was chosen.
	const height = asked(parameters, pictureParameters.height) ?? (size ? like.height : null);
	const scale = asked(parameters, pictureParameters.scale) ?? plainPicture.scale;
	const pixels = width * (height ?? like.height) * scale ** 2;
	const { pixelsMax } = pictureBounds;
	if (pixels > pixelsMax) {
		const detail = `A picture of ${width} × ${height ?? like.height} at scale ${scale} has ${pixels} pixels: at most ${pixelsMax} are drawn.`;
		throw new Problem(400, "Picture too large", detail, { parameter: "scale", pixelsMax });
	}
	return {
		width,
		height,
		scale,
		text: asked(parameters, pictureParameters.text) ?? like.text,
		theme: asked(parameters, pictureParameters.theme) ?? plainPicture.theme,
		background: asked(parameters, pictureParameters.background) ?? plainPicture.background,
		title: asked(parameters, pictureParameters.title) || null,
	};
}
