import { describe, expect, test, vi } from "vitest";
import { AnswerCache, type Cacheable } from "#bin/server/answer-cache";

interface Answer extends Cacheable {
	text: string;
}

const answer = (text: string, more: Partial<Answer> = {}): Answer => ({
	text,
	bytes: 100,
	staleAt: Number.POSITIVE_INFINITY,
	isShared: true,
	isFailure: false,
	...more,
});

/** A computation that ends when it is told to. */
function pending() {
	let end: (made: Answer) => void = () => {};
	const make = vi.fn(
		() =>
			new Promise<Answer>((done) => {
				end = done;
			}),
	);
	return { make, end: (made: Answer) => end(made) };
}

test("an answer is computed once for all who ask meanwhile, and kept", async () => {
	const cache = new AnswerCache<Answer>(1e6);
	const { make, end } = pending();
	const asked = Promise.all(Array.from({ length: 20 }, () => cache.load("/cpu", make)));
	end(answer("cpu"));
	expect(new Set(await asked).size).toBe(1);
	expect(await cache.load("/cpu", make)).toMatchObject({ text: "cpu" });
	expect(cache.get("/cpu")).toMatchObject({ text: "cpu" });
	expect(make).toHaveBeenCalledTimes(1);
});

test("what may not be shared, and what failed, is not kept", async () => {
	const cache = new AnswerCache<Answer>(1e6);
	await cache.load("/private", async () => answer("private", { isShared: false }));
	await expect(cache.load("/broken", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
	expect([cache.get("/private"), cache.get("/broken"), cache.size]).toEqual([undefined, undefined, 0]);
	expect(await cache.load("/broken", async () => answer("mended"))).toMatchObject({ text: "mended" });
});

describe("a publication", () => {
	test("empties the cache", async () => {
		const cache = new AnswerCache<Answer>(1e6);
		await cache.load("/cpu", async () => answer("old"));
		cache.empty();
		expect(cache.get("/cpu")).toBeUndefined();
	});
	test("keeps out what was begun before it, and whoever asks after it does not get that", async () => {
		const cache = new AnswerCache<Answer>(1e6);
		const old = pending();
		const before = cache.load("/cpu", old.make);
		cache.empty();
		const after = cache.load("/cpu", async () => answer("new"));
		old.end(answer("old"));
		expect([(await before).text, (await after).text]).toEqual(["old", "new"]);
		expect(cache.get("/cpu")?.text).toBe("new");
	});
});

describe("a stale answer", () => {
	const stale = answer("stale", { staleAt: 0 });
	test("is computed again", async () => {
		const cache = new AnswerCache<Answer>(1e6);
		await cache.load("/", async () => stale);
		expect(cache.get("/")).toBeUndefined();
		expect((await cache.load("/", async () => answer("fresh"))).text).toBe("fresh");
		expect(cache.get("/")?.text).toBe("fresh");
	});
	test("is better than none", async () => {
		const cache = new AnswerCache<Answer>(1e6);
		await cache.load("/", async () => stale);
		expect((await cache.load("/", async () => answer("error", { isFailure: true, isShared: false }))).text).toBe(
			"stale",
		);
		expect((await cache.load("/", () => Promise.reject(new Error("away")))).text).toBe("stale");
	});
});

describe("the room", () => {
	test("is bounded by bytes; what was asked for least recently goes first", async () => {
		const cache = new AnswerCache<Answer>(4000);
		for (let i = 0; i < 100; i++) await cache.load(`/${i}`, async () => answer(`${i}`));
		expect(cache.bytes).toBeLessThanOrEqual(1000);
		expect(cache.get("/0")).toBeUndefined();
		expect(cache.get("/99")?.text).toBe("99");
	});
	test("of what is read again is not taken by what is asked for once", async () => {
		const cache = new AnswerCache<Answer>(4000);
		await cache.load("/cpu", async () => answer("cpu"));
		expect(cache.get("/cpu")).toBeDefined();
		for (let i = 0; i < 1000; i++) await cache.load(`/cpu?date=${i}`, async () => answer(`${i}`));
		expect(cache.get("/cpu")?.text).toBe("cpu");
	});
	test("is not for an answer that is larger", async () => {
		const cache = new AnswerCache<Answer>(4000);
		expect((await cache.load("/large", async () => answer("large", { bytes: 5000 }))).text).toBe("large");
		expect(cache.get("/large")).toBeUndefined();
	});
});
