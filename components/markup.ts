import type { ReactElement } from "react";

/** What needs no script of React, as text. A route handler can reach the renderer in this way only. */
export async function markupOf(element: ReactElement): Promise<string> {
	const { renderToStaticMarkup } = await import("react-dom/server");
	return renderToStaticMarkup(element);
}

/** A whole document as HTML. */
export async function documentMarkup(document: ReactElement): Promise<string> {
	return `<!DOCTYPE html>${await markupOf(document)}\n`;
}
