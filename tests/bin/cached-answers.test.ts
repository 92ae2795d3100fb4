/** The cache of whole answers, as clients see it. */
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { plusDays } from "#lib/day";
import { filledSite } from "../shared-sites";

const { url, lastDay } = await filledSite();

interface Answer {
	status: number | undefined;
	headers: IncomingMessage["headers"];
	body: Buffer;
}

/** Not by fetch, which adds headers of its own. */
async function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
	const request = get(url.replace("localhost", "127.0.0.1") + path, { headers, method, agent: false });
	const [response] = await once(request, "response");
	return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

/** Answers with one tag are one; that they are rendered once, site-cache.test.ts says. */
async function tagsOf(paths: readonly string[], headers?: Record<string, string>): Promise<Set<string | undefined>> {
	const tags = new Set<string | undefined>();
	for (const path of paths) tags.add((await ask(path, headers)).headers.etag);
	return tags;
}

describe("an answer is the same", () => {
	const day = plusDays(lastDay, -3);
	test.each([
		["/cpu", "/cpu?utm_source=elsewhere", "/cpu?x=1", "/cpu?x=2&product=&date=", "/cpu?product=openvz7"],
		[`/disks?date=${day}&product=legacy`, `/disks?product=legacy&date=${day}`, `/disks?product=legacy&v=1&date=${day}`],
		[
			"/ru/statistics/cpu-vendor?axis=log&show=total",
			"/ru/statistics/cpu-vendor?fbclid=x&show=total&axis=log&range=all",
		],
		["/ru/data/cpu-vendor.csv", "/data/cpu-vendor.csv?lang=ru", "/ru/data/cpu-vendor.csv?q=x"],
	])("at %s, however it is written", async (...paths) => expect((await tagsOf(paths)).size).toBe(1));

	test("for all who ask at once, also when the first one leaves", async () => {
		const path = `/network?date=${plusDays(lastDay, -5)}`;
		const first = get(url.replace("localhost", "127.0.0.1") + path, { agent: false });
		first.on("error", () => {});
		first.on("socket", (socket) => socket.once("connect", () => setTimeout(() => first.destroy(), 8)));
		const codings = ["br", "gzip", "identity", "gzip, br"];
		const answers = await Promise.all(codings.map((coding) => ask(path, { "accept-encoding": coding })));
		expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
		const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
		const texts = answers.map(({ headers, body }) => {
			const coding = headers["content-encoding"] as keyof typeof unpack | undefined;
			return (coding ? unpack[coding](body) : body).toString();
		});
		expect(new Set(texts).size).toBe(1);
		expect(texts[0]).toMatch(/<\/html>\s*$/);
	});
});

describe("an answer is another one", () => {
	test("in another language, of another product or day, for the router of the browser, and as text", async () => {
		const paths = ["", "?product=legacy", `?date=${plusDays(lastDay, -1)}`].map(
			(query) => `/statistics/cpu-vendor${query}`,
		);
		expect((await tagsOf([...paths, ...paths.map((path) => `/ru${path}`)])).size).toBe(6);
		const asking: Record<string, string>[] = [{}, { rsc: "1" }, { accept: "text/plain" }];
		const answers = await Promise.all(asking.map((headers) => ask("/statistics/cpu-vendor", headers)));
		expect(answers.map(({ headers }) => headers["content-type"])).toEqual([
			"text/html; charset=utf-8",
			"text/x-component",
			"text/plain; charset=utf-8",
		]);
		expect(answers[0]?.headers.vary).toBe("rsc, accept, accept-encoding");
	});
	test("is none for a router that says where it comes from", async () => {
		const headers = { rsc: "1", "next-router-state-tree": "%5B%22%22%5D", "next-url": "/disks" };
		expect((await tagsOf(["/cpu?_rsc=1a2b3", "/cpu?_rsc=4c5d6"], headers)).size).toBe(1);
		const [plain, told] = await Promise.all([ask("/cpu", { rsc: "1" }), ask("/cpu?_rsc=7e8f9", headers)]);
		expect(told.headers.etag).toBe(plain.headers.etag);
	});
});

describe("clients keep", () => {
	test.each([
		["/", "public, max-age=10"],
		["/cpu", "public, max-age=60"],
		["/data/cpu-vendor.json", "public, max-age=60, stale-while-revalidate=60"],
		["/embed/cpu-vendor", "public, max-age=60, stale-while-revalidate=60"],
		[`/data/cpu-vendor.json?date=${lastDay}`, "public, max-age=3600, stale-while-revalidate=60"],
		[`/embed/cpu-vendor?date=${lastDay}`, "public, max-age=3600, stale-while-revalidate=60"],
		["/no-such-page", "public, max-age=60"],
		["/data/nothing.json", "public, max-age=60"],
		["/healthz", "no-store"],
		["/metrics", "no-store"],
		["/my-host/kept", "no-store"],
	])("%s as %s says", async (path, says) => expect((await ask(path)).headers["cache-control"]).toBe(says));

	test("scripts for ever, packed", async () => {
		const page = (await ask("/cpu")).body.toString();
		const script = /"(\/_next\/static\/[^"]+\.js)"/.exec(page)?.[1] ?? expect.fail("no script");
		const { headers, body } = await ask(script, { "accept-encoding": "br" });
		expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
		expect(brotliDecompressSync(body).length).toBeGreaterThan(body.length);
		expect((await ask(script, { "if-none-match": headers.etag ?? "" })).status).toBe(304);
	});
	test("what HEAD says is what GET says", async () => {
		for (const path of ["/cpu", "/data/cpu-vendor.json", "/data/cpu-vendor.png", "/no-such-page"]) {
			const [head, whole] = [await ask(path, {}, "HEAD"), await ask(path)];
			expect(head.body).toHaveLength(0);
			expect([head.status, { ...head.headers, date: "" }]).toEqual([whole.status, { ...whole.headers, date: "" }]);
		}
	});
});

test("other sites may read data, pictures and embeds, also what is wrong with an address", async () => {
	for (const path of [
		...["/data/cpu-vendor.json", "/data/cpu-vendor.svg", "/embed/cpu-vendor", "/feed.atom", "/fact/cpu-vendor.json"],
		...["/data/nothing.json", "/data/cpu-vendor.json?date=tomorrow", "/embed/nothing", "/data/cpu-vendor.json/"],
	]) {
		const { headers } = await ask(path);
		expect([path, headers]).toEqual([
			path,
			expect.objectContaining({
				"access-control-allow-origin": "*",
				"access-control-allow-headers": "*",
				"access-control-expose-headers": "ETag, Content-Disposition",
				"cross-origin-resource-policy": "cross-origin",
			}),
		]);
	}
});
