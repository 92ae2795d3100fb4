import type { ReactElement } from "react";

/** Static markup as text. Next lets a route handler import the renderer only dynamically. */
export async function markupOf(element: ReactElement): Promise<string> {
	const { renderToStaticMarkup } = await import("react-dom/server");
	return renderToStaticMarkup(element);
}

/** A whole document as HTML. */
export async function documentMarkup(document: ReactElement): Promise<string> {
	return `<!DOCTYPE html>${await markupOf(document)}\n`;
}
