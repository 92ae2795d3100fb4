/** Pictures as files. */
import type { pictureOptions } from "#lib/address/addresses";
import { badValue, type Values } from "#lib/address/query";
import { env } from "#lib/env";
import { kept } from "#lib/http/answer";
import { madeFile } from "#lib/http/made-files";
import { mediaTypes } from "#lib/http/media-types";
import { isSimulation } from "#lib/simulation";
import { pngFile, svgFile } from "./files";
import { fontFamily, pictureFont } from "./font";
import { layOut } from "./layout";
import { pictureOptionsOf } from "./options";
import type { Picture } from "./picture";
import type { Pictured } from "./subject";

/** Turns a picture into the text of an SVG: a React component, which nothing in lib knows. */
export type Renderer = (picture: Picture, fonts: string) => Promise<string>;

export const pictureTypes = ["svg", "png"] as const;
export type PictureType = (typeof pictureTypes)[number];

export interface Subject {
	/** Of the file. */
	name: string;
	/** All that decides what is drawn, beside the options. */
	key: readonly unknown[];
	read(): Promise<Pictured>;
}

const headers = {
	// Opened by itself, an SVG is a document: it gets its letters and nothing else.
	"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:",
	"x-content-type-options": "nosniff",
};

export async function drawn(
	values: Values<typeof pictureOptions>,
	request: Request,
	type: PictureType,
	{ name, key, read }: Subject,
	renderer: Renderer,
): Promise<Response> {
	const options = pictureOptionsOf(values);
	const font = await pictureFont();
	const strange = [...(options.title ?? "")].find((char) => !font.has(char));
	if (strange) throw badValue("title", strange, "is a character that the font of pictures does not have");
	const { PUBLIC_URL } = env();
	const host = PUBLIC_URL ? new URL(PUBLIC_URL).host : null;
	const draw = async () => {
		const { draw, caption } = await read();
		const laid = layOut(draw, { ...caption, host, simulated: isSimulation() }, options, font.widthOf);
		const markup = await renderer(laid, fontFamily);
		return type === "png"
			? pngFile(markup, { ...laid, scale: options.scale })
			: new TextEncoder().encode(await svgFile(markup));
	};
	const { scale, ...look } = options;
	const file = await madeFile([...key, type, look, type === "png" ? scale : 1], draw);
	return kept(request, mediaTypes[type], file, {
		...headers,
		"content-disposition": `inline; filename="${name}"`,
	});
}
