/** From the markup of a picture to its file: an SVG that carries its letters, or a PNG. */
import { offThread } from "./off-thread";

/** Drawn in about a tenth of a second. */
const pixelsPerCost = 1_000_000;

/** Only those letters that occur, in both weights: a few kilobytes. */
export async function svgFile(markup: string): Promise<string> {
	const text = lettersIn(markup);
	const faces = await Promise.all(
		([400, 600] as const).map(async (weight) => {
			const font = await offThread("woff2", { text, weight: weight === 400 ? "regular" : "bold" });
			const data = Buffer.from(font).toString("base64");
			return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
		}),
	);
	return markup.replace(">", () => `><style>${faces.join("")}</style>`);
}

/** `width` and `height` are px, `scale` the pixels of each. */
export async function pngFile(
	markup: string,
	{ width, height, scale }: { width: number; height: number; scale: number },
): Promise<Uint8Array<ArrayBuffer>> {
	return offThread("png", { svg: markup, scale }, Math.ceil((width * height * scale ** 2) / pixelsPerCost));
}

const written: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

function lettersIn(markup: string): string {
	const seen = markup
		.replace(/<(title|desc)\b[^>]*>[^<]*<\/\1>/g, "")
		.replace(/<[^>]*>/g, "")
		.replace(/&(#?\w+);/g, (_, name: string) => written[name] ?? "");
	return [...new Set(seen)].sort().join("");
}
