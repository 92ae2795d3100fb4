import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { svg } from "#lib/drawing/svg";

const hostile = `</text><script>alert("1")</script>&'`;

it("escapes as React does, in texts and in attributes", () => {
	const { text } = svg`<text fill="${hostile}">${hostile}</text>`;
	expect(text).toBe(renderToStaticMarkup(<text fill={hostile}>{hostile}</text>));
	expect(text).not.toContain("<script");
});

it("takes markup as it is, one or many", () => {
	const dots = [1, 2.5].map((r) => svg`<circle r="${r}"/>`);
	expect(svg`<g>${dots}${svg`<path/>`}</g>`.text).toBe('<g><circle r="1"/><circle r="2.5"/><path/></g>');
});

it("leaves out what is not there, and keeps zero", () => {
	expect(svg`<g>${null}${undefined}${false}${""}${[]}${0}</g>`.text).toBe("<g>0</g>");
});
