/** The font of pictures, Inter, which the project brings with it: the same widths and the same letters everywhere. */
import type { TextWidth } from "#lib/series/text-width";
import { offThread } from "./off-thread";

/** As in `font-family`. The others are for programs that ignore embedded fonts, none of them wider. */
export const fontFamily = "Inter, Arial, Helvetica, Liberation Sans, Noto Sans, sans-serif";

export interface Font {
	widthOf: TextWidth;
	has(char: string): boolean;
}

let known: Promise<Font> | undefined;

/** Read once. */
export function pictureFont(): Promise<Font> {
	known ??= read();
	known.catch(() => {
		known = undefined;
	});
	return known;
}

async function read(): Promise<Font> {
	const widths = new Map(await offThread("widths", {}));
	const has = (char: string) => widths.has(char.codePointAt(0) ?? 0);
	const thousandths = (char: string) => widths.get(char.codePointAt(0) ?? 0) ?? 1000;
	return {
		has,
		widthOf: (text, fontSize) =>
			Math.ceil(([...text].reduce((sum, char) => sum + thousandths(char), 0) * fontSize) / 1000),
	};
}
