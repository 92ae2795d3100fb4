/** Which requests share an answer, over a site that says what it was asked for. */
import { once } from "node:events";
import { get, type IncomingHttpHeaders, type Server } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type SiteCache, siteCache } from "#bin/server/site-cache";
import { listen, type RequestHandler, siteServer } from "#bin/server/site-server";
import { readEnv } from "#lib/env";

let server: Server | undefined;
let cache: SiteCache;
afterEach(() => server?.close().closeAllConnections());

interface Seen {
	target: string;
	headers: IncomingHttpHeaders;
}

/** Starts a server; returns how to ask it, and what the site behind the cache was asked. */
async function start(answer: RequestHandler = (_, response) => response.end("page")) {
	const seen: Seen[] = [];
	cache = siteCache(async (request, response) => {
		seen.push({ target: request.url ?? "", headers: request.headers });
		response.setHeader("content-type", "text/plain");
		response.setHeader("cache-control", "public");
		await answer(request, response);
	});
	const env = readEnv({ PORT: "0", TRUSTED_PROXIES: "127.0.0.1", PUBLIC_URL: "https://stats.example.org" });
	server = siteServer(
		env.TRUSTED_PROXIES,
		() => cache.handler,
		() => cache.answerFromCache,
	);
	const url = (await listen(server, env)).replace("localhost", "127.0.0.1");
	const ask = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
		const [response] = await once(get(url + path, { headers, method, agent: false }), "response");
		return { status: response.statusCode, headers: response.headers, text: await text(response) };
	};
	return { seen, ask, url };
}

describe("hostile requests do not multiply answers", () => {
	test("by names that the site does not know, headers, or the order of parameters", async () => {
		const { seen, ask } = await start();
		for (let i = 0; i < 20; i++) await ask(`/cpu?x${i}=${i}`, { accept: `text/html;level=${i}`, "user-agent": `${i}` });
		await ask("/cpu?product=openvz7", { cookie: "a=b", rsc: "2" });
		await ask("/cpu?product=legacy&date=2026-11-01");
		await ask("/cpu?date=2026-11-01&y=1&product=legacy");
		expect(seen.map(({ target }) => target)).toEqual(["/cpu", "/cpu?date=2026-11-01&product=legacy"]);
		expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual(["accept", "host", "user-agent"]);
		expect(cache.cache.size).toBe(2);
	});
	test("by addresses that do not exist", async () => {
		const { seen, ask } = await start((_, response) => {
			response.statusCode = 404;
			response.end("nothing");
		});
		for (let i = 0; i < 20; i++) await ask(`/${"x".repeat(i + 1)}/${i}?i=${i}`);
		await ask("/ru/nothing");
		expect(seen.map(({ target }) => target)).toEqual(["/404", "/ru/404"]);
	});
	test("and Next's own pages of errors are not shown: they have no policy", async () => {
		const { ask } = await start((_, response) => {
			response.statusCode = 404;
			response.setHeader("content-type", "text/html");
			response.end("<html id=__next_error__>");
		});
		for (const path of ["/_next/nothing", "/__nextjs_nothing", "/_next/image?url=/a.png&w=64&q=75", "/nothing"]) {
			const { status, headers, text } = await ask(path);
			expect([path, status, text.includes("__next_error__")]).toEqual([path, 404, false]);
			expect(headers["content-security-policy"]).toContain("default-src 'none'");
		}
	});
	test("by values that are wrong, or addresses that are very long: these are answered and not kept", async () => {
		const { ask } = await start((request, response) => {
			response.statusCode = request.url?.includes("date=x") ? 400 : 200;
			response.end("answer");
		});
		for (let i = 0; i < 20; i++) expect((await ask(`/cpu?date=x${i}`)).status).toBe(400);
		const buckets = Array.from({ length: 200 }, (_, i) => `bucket=bucket-${i}`).join("&");
		expect((await ask(`/data/cpu-vendor/series.csv?${buckets}`)).status).toBe(200);
		expect(cache.cache.size).toBe(0);
	});
});

test("what is about a host, or is sent, is never kept", async () => {
	const { seen, ask } = await start();
	for (const path of ["/my-host/kept", "/healthz", "/metrics"]) for (let i = 0; i < 2; i++) await ask(path);
	expect(seen).toHaveLength(6);
	for (let i = 0; i < 2; i++) await ask("/my-host/kept", {}, "POST");
	expect(seen).toHaveLength(8);
	expect(cache.cache.size).toBe(0);
});

test("what does not say that it may be shared is not kept", async () => {
	const { seen, ask } = await start((_, response) => {
		response.setHeader("cache-control", "no-store");
		response.end("live");
	});
	for (let i = 0; i < 2; i++) expect((await ask("/data/cpu-vendor.json")).headers["cache-control"]).toBe("no-store");
	expect(seen).toHaveLength(2);
});

test("an answer that names the site is another one under another name", async () => {
	const { seen, ask } = await start();
	await ask("/feed.atom", { host: "stats.example" });
	await ask("/feed.atom", { host: "other.example" });
	// What a client or a proxy forwards names nothing.
	await ask("/feed.atom", { host: "stats.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" });
	expect(seen.map(({ headers }) => [headers.host, headers["x-forwarded-proto"]])).toEqual([
		["stats.example", undefined],
		["other.example", undefined],
	]);
});

test("one rendering answers all who wait, though the first two of them hang up", async () => {
	let release = () => {};
	const released = new Promise<void>((done) => {
		release = done;
	});
	const { seen, ask, url } = await start(async (_, response) => {
		await released;
		response.end("done");
	});
	const leaving = [1, 2].map(() => connect(Number(new URL(url).port), "127.0.0.1"));
	for (const socket of leaving) socket.write("GET /cpu HTTP/1.1\r\nHost: localhost\r\n\r\n");
	await vi.waitFor(() => expect(seen).toHaveLength(1));
	for (const socket of leaving) socket.destroy();
	const waiting = Promise.all(Array.from({ length: 10 }, () => ask("/cpu", { host: "localhost" })));
	release();
	expect(new Set((await waiting).map((answer) => `${answer.status} ${answer.text}`))).toEqual(new Set(["200 done"]));
	expect(seen).toHaveLength(1);
});

test("a publication makes everything be computed again", async () => {
	const { seen, ask } = await start();
	await ask("/cpu");
	cache.empty();
	await ask("/cpu");
	await ask("/cpu");
	expect(seen).toHaveLength(2);
});

test("a request that fails for no reason of its own is told to come again", async () => {
	const { ask } = await start(() => Promise.reject(new Error("broken")));
	const { status, headers } = await ask("/cpu");
	expect([status, headers["retry-after"]]).toEqual([503, "5"]);
});
