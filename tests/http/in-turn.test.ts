import { expect, test } from "vitest";
import { inTurn } from "#lib/http/in-turn";

test("files in turn are made one by one, with a pause after each, and too many are told to come again", async () => {
	let now = 0;
	let pauses = 0;
	const count = setInterval(() => {
		pauses += 1;
	}, 0);
	const asked = await Promise.allSettled(
		Array.from({ length: 70 }, (_, i) =>
			inTurn(async () => {
				now += 1;
				expect(now).toBe(1);
				for (const until = Date.now() + 3; Date.now() < until; );
				now -= 1;
				return `file ${i}`;
			}),
		),
	);
	clearInterval(count);
	expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(60);
	expect(asked.at(-1)).toMatchObject({ reason: { status: 503, detail: expect.stringContaining("again") } });
	expect(pauses).toBeGreaterThan(10);
	expect(await inTurn(async () => "made")).toBe("made");
});
