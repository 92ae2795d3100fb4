import { expect, it } from "vitest";
import { shortened, shortenedApart, textWidth } from "#lib/series/text-width";

it("shortens to what fits", () => {
	expect(shortened("Netherlands", 12, 200)).toBe("Netherlands");
	expect(shortened("Netherlands", 12, 60)).toMatch(/^Net.*…$/);
	expect(textWidth(shortened("Netherlands", 12, 60), 12)).toBeLessThanOrEqual(60);
});

it("keeps apart what begins alike", () => {
	const texts = ["Xeon Scalable, gen 1", "Xeon Scalable, gen 2", "EPYC Rome and many more"];
	const short = shortenedApart(
		texts.map((text) => ({ text, widthMax: 110 })),
		12,
	);
	expect(new Set(short).size).toBe(3);
	expect(short.slice(0, 2)).toEqual(["…gen 1", "…gen 2"]);
	expect(short[2]).toMatch(/^EPYC.*…$/);
	for (const text of short) expect(textWidth(text, 12)).toBeLessThanOrEqual(112);
	expect(shortenedApart([{ text: "Intel", widthMax: 90 }], 12)).toEqual(["Intel"]);
});
