import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Scheme } from "#lib/series/palette";
import { surfaces } from "#lib/series/surface";

const sheet = readFileSync("app/site/style/base.css", "utf8");
const [light = "", dark = ""] = [...sheet.matchAll(/:root \{([^}]*)\}/g)].map(([, tokens]) => tokens);
const tokens: Record<Scheme, string> = { light, dark };

/** `#fff` as `#ffffff`. */
function whole(colour: string): string {
	return colour.length === 4 ? colour.replace(/[\da-f]/g, "$&$&") : colour;
}

describe.each(["light", "dark"] as const)("%s", (scheme) => {
	test.each(Object.entries(surfaces[scheme]))("%s is that of the pages", (name, colour) => {
		const [, inSheet = ""] = new RegExp(`--${name}: (#[\\da-f]+);`).exec(tokens[scheme]) ?? [];
		expect(whole(inSheet)).toBe(colour);
	});
});
