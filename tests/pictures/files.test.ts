import { expect, test } from "vitest";
import { pictureFont, runInWorker } from "#lib/pictures/files";
import { textWidth } from "#lib/series/text-width";

test("too many at once are told to come again, and the others get theirs", async () => {
	const asked = await Promise.allSettled(Array.from({ length: 40 }, () => runInWorker("widths", {}, 3)));
	const refused = asked.filter((one) => one.status === "rejected");
	expect(refused.length).toBe(20);
	expect(refused[0]?.reason).toMatchObject({ status: 503, detail: expect.stringContaining("again") });
	expect((await runInWorker("widths", {})).length).toBeGreaterThan(1000);
});

test("what cannot be drawn is an error, and the next picture is drawn", async () => {
	await expect(runInWorker("png", { svg: "<svg", scale: 1 })).rejects.toThrow();
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>';
	expect(
		Buffer.from(await runInWorker("png", { svg, scale: 1 }))
			.subarray(1, 4)
			.toString(),
	).toBe("PNG");
});

test("the font of pictures has the letters of both languages, and says how wide they are", async () => {
	const { has, widthOf } = await pictureFont();
	const russian = Array.from({ length: 64 }, (_, i) => String.fromCodePoint(0x410 + i));
	expect([..."ABCxyz0123456789%·–—…“”«»№−ёЁ\u00a0", ...russian].filter((char) => !has(char))).toEqual([]);
	expect(has("😀")).toBe(false);
	expect(widthOf("ШШШ", 20)).toBeGreaterThan(widthOf("iii", 20) * 2);
	// The guess for pages is near.
	const text = "Xeon E5-2620 v4 12.5%";
	expect(Math.abs(widthOf(text, 13) / textWidth(text, 13) - 1)).toBeLessThan(0.15);
});
