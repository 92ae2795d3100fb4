import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { colourSheet, colours } from "#lib/colours";

test("the style sheet of the site has the colours of the table (write it with -u)", async () => {
	await expect(colourSheet()).toMatchFileSnapshot("../components/style/colours.css");
});

/** Files that cannot import the table; each is compared with it. */
const copies = ["components/style/colours.css", "public/favicon.svg"];

test("no colour is written down anywhere else", () => {
	const files = ["app", "bin", "components", "lib", "public"].flatMap((top) =>
		readdirSync(top, { recursive: true, encoding: "utf8" })
			.map((name) => join(top, name))
			.filter((path) => /\.(tsx?|mjs|css|svg)$/.test(path)),
	);
	const isColour = /#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})(?![\w-])|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(/i;
	const found = files
		.filter((path) => !["lib/colours.ts", ...copies].includes(path))
		.flatMap((path) =>
			readFileSync(path, "utf8")
				.split("\n")
				.flatMap((line, i) => (isColour.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
		);
	expect(found).toEqual([]);
});

test("the icon of the site has the colours of its mark", () => {
	const icon = readFileSync("public/favicon.svg", "utf8").match(/#[\da-f]{6}/g);
	const mark = ["c2", "c0", "c1"] as const;
	expect(icon).toEqual([...mark.map((name) => colours.dark[name]), ...mark.map((name) => colours.light[name])]);
});
