import { markupOf } from "#components/markup";
import type { Picture } from "#lib/pictures/picture";
import { PictureDrawing } from "./picture";

/** The picture as text. */
export async function pictureMarkup(picture: Picture, fonts: string): Promise<string> {
	return markupOf(<PictureDrawing picture={picture} fonts={fonts} />);
}
