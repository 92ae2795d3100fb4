import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { RequestHandler } from "#bin/server/site-server";
import { withWholeProblemPages } from "#bin/server/whole-problem-pages";
import type { Day } from "#lib/day";
import { errorPage, notFoundPage } from "#lib/site/problem-page";

let server: Server | undefined;
afterEach(() => server?.close());

async function ask(handler: RequestHandler, path = "/cpu", init?: RequestInit): Promise<Response> {
	const whole = withWholeProblemPages(handler, async (status, asked) => `<p>whole ${status} ${asked}</p>`);
	server = createServer((request, response) => void whole(request, response));
	await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
	return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
}

const answering =
	(status: number, type: string, ...chunks: (string | Buffer)[]): RequestHandler =>
	(_, response) => {
		response.statusCode = status;
		response.setHeader("Content-Type", type);
		response.setHeader("ETag", '"shell"');
		for (const chunk of chunks.slice(0, -1)) response.write(chunk);
		response.end(chunks.at(-1));
	};
const html = "text/html; charset=utf-8";

describe("whole problem pages", () => {
	it.each([404, 500])("take the place of a shell with status %d", async (status) => {
		const response = await ask(answering(status, html, "<html id=", "__next_error__>"), "/ru/cpu?date=1999-01-01");
		expect(response.status).toBe(status);
		expect(await response.text()).toBe(`<p>whole ${status} /ru/cpu</p>`);
		expect(response.headers.get("etag")).toBeNull();
	});
	it("do so where the headers are written at once and packed", async () => {
		const response = await ask((_, answer) => {
			answer.setHeader("content-type", html);
			answer.setHeader("content-encoding", "gzip");
			answer.writeHead(404);
			answer.end(gzipSync("shell"));
		});
		expect([response.status, await response.text()]).toEqual([404, "<p>whole 404 /cpu</p>"]);
	});
	it.each([
		[200, html],
		[400, html],
		[404, "application/problem+json"],
		[500, "text/plain"],
		[503, html],
	])("leave %d of %s alone", async (status, type) => {
		const response = await ask(answering(status, type, "one ", "two"));
		expect([response.status, await response.text()]).toEqual([status, "one two"]);
		expect(response.headers.get("etag")).toBe('"shell"');
	});
	it("leave bytes alone", async () => {
		const response = await ask(answering(200, "application/octet-stream", gzipSync("x")));
		expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe("x");
	});
	it("leave HEAD without a body", async () => {
		const response = await ask(answering(404, html, "shell"), "/cpu", { method: "HEAD" });
		expect([response.status, await response.text()]).toEqual([404, ""]);
	});
});

describe("the pages", () => {
	const published = { firstDay: "2025-10-01" as Day, lastDay: "2026-11-21" as Day, revision: 1 };
	const plainly = (text: string) => text.replaceAll("\u00a0", " ");
	it("say which days there are", () => {
		expect(plainly(notFoundPage("/cpu", published))).toContain(
			"Days from 1 October 2025 to 21 November 2026 are published.",
		);
		expect(plainly(notFoundPage("/ru/cpu", published))).toContain(
			"Опубликованы дни с 1 октября 2025 по 21 ноября 2026.",
		);
		expect(notFoundPage("/cpu", null)).toContain("No day is published yet.");
	});
	it("say that it is us", () => expect(errorPage("/ru")).toContain('<html lang="ru">'));
});
