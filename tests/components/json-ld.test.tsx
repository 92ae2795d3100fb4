import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { JsonLd } from "#components/frame/head";

test("what search engines read cannot end the element that holds it, and says the same", () => {
	const hostile = { name: `</script><script>alert(1)</script><!-- "quoted" & 'so'` };
	const markup = renderToStaticMarkup(<JsonLd data={hostile} />);
	const inside = markup.slice(markup.indexOf(">") + 1, -"</script>".length);
	expect(markup.match(/<\/?script/g)).toEqual(["<script", "</script"]);
	expect(JSON.parse(inside)).toEqual(hostile);
});
