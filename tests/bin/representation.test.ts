import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { preferredCoding, represent, send, wantsImage, wantsText } from "#bin/server/representation";

describe("Accept-Encoding", () => {
	test.each([
		["", "identity"],
		["gzip, deflate, br, zstd", "br"],
		["gzip, br;q=0.5", "gzip"],
		["br;q=0, gzip", "gzip"],
		["br; q=0.5, GZIP; q=0.5", "br"],
		["deflate", "identity"],
		["*", "br"],
		["*;q=0.1, br;q=0", "gzip"],
		["identity, gzip;q=0.5", "identity"],
		["identity;q=0, *", "br"],
		["br;q=0, gzip;q=0", "identity"],
		["gzip;q=wrong", "gzip"],
	])("%s asks for %s", (header, coding) => expect(preferredCoding(header)).toBe(coding));
});

test.each([
	["text/plain", true],
	["Text/Plain;q=0.5, application/json", true],
	["text/plain, text/html;q=0", true],
	["text/plain;q=0", false],
	["text/plain;q=0.1, TEXT/HTML;q=0.1", false],
	["text/html,application/xhtml+xml,*/*;q=0.8", false],
	["*/*", false],
	["", false],
])("Accept: %s asks for text: %s", (accept, isText) => expect(wantsText(accept)).toBe(isText));

test.each([
	["image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5", true],
	["IMAGE/*", true],
	["image/png;q=0", false],
	// Somebody opens the address of the image.
	["text/html,application/xhtml+xml,image/avif,image/webp,*/*;q=0.8", false],
	["*/*", false],
	["", false],
])("Accept: %s asks for an image: %s", (accept, isImage) => expect(wantsImage(accept)).toBe(isImage));

let server: Server | undefined;
afterEach(() => server?.close());

const body = Buffer.from("Intel 1830 hosts\n".repeat(200));
const headers = { "content-type": "text/plain", "cache-control": "public", connection: "close", etag: '"own"' };

async function ask(
	asked: Record<string, string>,
	{ method = "GET", status = 200, answer = body, type = "text/plain", more = {} } = {},
) {
	const all = { ...headers, "content-type": type, ...more };
	const represented = await represent({ status, headers: all, body: answer }, ["rsc"]);
	server?.close();
	server = createServer((message, response) => send(message, response, represented)).listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const sent = request({ host: "127.0.0.1", port, method, headers: asked, agent: false }).end();
	const [response] = await once(sent, "response");
	return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

describe("an answer", () => {
	test("is sent in the coding that the client prefers, with one weak ETag", async () => {
		const br = await ask({ "accept-encoding": "gzip, br" });
		const gzip = await ask({ "accept-encoding": "gzip" });
		const plain = await ask({});
		expect([br.headers["content-encoding"], gzip.headers["content-encoding"]]).toEqual(["br", "gzip"]);
		expect(plain.headers["content-encoding"]).toBeUndefined();
		expect([brotliDecompressSync(br.body), gunzipSync(gzip.body), plain.body]).toEqual([body, body, body]);
		for (const one of [br, gzip, plain]) {
			expect(one.headers["content-length"]).toBe(`${one.body.length}`);
			expect(one.headers.etag).toMatch(/^W\/"[\w-]{22}"$/);
			expect(one.headers.etag).toBe(br.headers.etag);
			expect(one.headers.vary).toBe("rsc, accept-encoding");
			expect(one.headers["cache-control"]).toBe("public");
		}
	});
	test("that is packed already is sent as it is, with a strong ETag", async () => {
		const { headers, body: sent } = await ask({ "accept-encoding": "br" }, { type: "image/png" });
		expect([headers["content-encoding"], headers.vary]).toEqual([undefined, "rsc"]);
		expect(headers.etag).toMatch(/^"/);
		expect(sent).toEqual(body);
	});
	test("that is short is not packed", async () => {
		const { headers } = await ask({ "accept-encoding": "br" }, { answer: Buffer.from("ok\n") });
		expect(headers["content-encoding"]).toBeUndefined();
	});
	test("to HEAD has the same headers and no body", async () => {
		const get = await ask({ "accept-encoding": "br" });
		const head = await ask({ "accept-encoding": "br" }, { method: "HEAD" });
		expect(head.body).toHaveLength(0);
		expect({ ...head.headers, date: "" }).toEqual({ ...get.headers, date: "" });
	});
	test("that the client has is not sent again", async () => {
		const { etag = "" } = (await ask({})).headers;
		for (const tags of [etag, etag.replace("W/", ""), `"other", ${etag}`, "*"]) {
			const answer = await ask({ "if-none-match": tags, "accept-encoding": "br" });
			expect([answer.status, answer.body.length]).toEqual([304, 0]);
			expect(answer.headers).toMatchObject({ etag, vary: "rsc, accept-encoding", "cache-control": "public" });
			expect(answer.headers["content-type"]).toBeUndefined();
		}
		expect((await ask({ "if-none-match": '"other"' })).status).toBe(200);
	});
	test("is one however Next orders its head and its data, and another after a deployment", async () => {
		const page = ({ head = "<title>CPU</title><meta name=a>", data = "1:x\n2:y", file = "a1.js", text = "Intel" }) =>
			`<html><head>${head}</head><body>${text}<script>self.__next_f.push([1,"${data} /_next/static/${file}"])</script></body></html>`;
		const tag = async (parts: Parameters<typeof page>[0]) => {
			const more = { "content-security-policy": "script-src 'sha256-1'" };
			const html = { answer: Buffer.from(page(parts)), type: "text/html; charset=utf-8", more };
			const { headers } = await ask({}, html);
			const again = await ask({ "if-none-match": headers.etag ?? "" }, html);
			// The client goes on with the policy of the rendering that it has.
			expect([again.status, again.headers["content-security-policy"]]).toEqual([304, undefined]);
			return headers.etag;
		};
		const first = await tag({});
		expect(await tag({ head: "<meta name=a><title>CPU</title>" })).toBe(first);
		expect(await tag({ data: "1:y\n2:x" })).toBe(first);
		for (const other of [{ head: "<title>GPU</title><meta name=a>" }, { file: "b2.js" }, { text: "AMD" }])
			expect(await tag(other)).not.toBe(first);
	});
	test("is the same for who has its date, unless a tag says otherwise", async () => {
		const changed = "Mon, 02 Nov 2026 00:00:07 GMT";
		const dated = { more: { "last-modified": changed } };
		const { headers } = await ask({}, dated);
		expect(headers["last-modified"]).toBe(changed);
		expect((await ask({ "if-modified-since": changed }, dated)).status).toBe(304);
		// A backup that is older than what the client has is not what it has.
		expect((await ask({ "if-modified-since": "Tue, 03 Nov 2026 00:00:07 GMT" }, dated)).status).toBe(200);
		expect((await ask({ "if-modified-since": changed, "if-none-match": '"other"' }, dated)).status).toBe(200);
		expect((await ask({ "if-modified-since": changed })).status).toBe(200);
	});
	test("that is a problem has no ETag and is always sent", async () => {
		const answer = await ask({ "if-none-match": "*" }, { status: 404 });
		expect([answer.status, answer.headers.etag]).toEqual([404, undefined]);
	});
});
