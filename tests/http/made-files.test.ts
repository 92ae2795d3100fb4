import { expect, test } from "vitest";
import { madeFile, madeInTurn } from "#lib/http/made-files";

test("a file is made once for all who ask, and again after a failure", async () => {
	let made = 0;
	const make = async () => {
		made += 1;
		if (made === 1) throw new Error("not this time");
		return `file ${made}`;
	};
	const first = await Promise.allSettled([madeFile(["once"], make), madeFile(["once"], make)]);
	expect(first.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
	expect(await Promise.all([madeFile(["once"], make), madeFile(["once"], make)])).toEqual(["file 2", "file 2"]);
});

test("files in turn are made one by one, with a pause after each, and too many are told to come again", async () => {
	let now = 0;
	let pauses = 0;
	const count = setInterval(() => {
		pauses += 1;
	}, 0);
	const asked = await Promise.allSettled(
		Array.from({ length: 70 }, (_, i) =>
			madeInTurn(["turn", i], async () => {
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
	expect(await madeInTurn(["later"], async () => "made")).toBe("made");
});
