/** What the overview says of how its numbers changed. */
import { expect, test } from "vitest";
import { changeText } from "#lib/site/overview";

test("numbers that differ by no more than chance have neither risen nor fallen", () => {
	const change = { days: 30, by: 54, before: 1446 };
	expect(changeText({ ...change, isChance: false }, "en")).toBe("+54 (+3.7%) in 30 days");
	expect(changeText({ ...change, isChance: true }, "en")).toBe("about as many as 30\u00a0days before");
	expect(changeText({ ...change, isChance: true }, "ru")).toBe("примерно столько же, сколько 30\u00a0дней назад");
	expect(changeText({ ...change, by: 0, isChance: true }, "en")).toBe("unchanged in 30 days");
	expect(changeText(null, "en")).toBe("");
});
