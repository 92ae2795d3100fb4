import { describe, expect, it } from "vitest";
import { askDetached } from "#bin/server/detached";
import { explained } from "#bin/server/explained";
import type { RequestHandler } from "#bin/server/site-server";
import type { Day } from "#lib/day";
import { noteFailure } from "#lib/http/request-failure";
import { badAddressPage, errorPage, notFoundPage } from "#lib/site/problem-page";

async function ask(handler: RequestHandler, target = "/cpu") {
	const answer = await askDetached(handler, target, {});
	const whole = await explained(answer, target, async (status, path) => `<p>whole ${status} ${path}</p>`);
	return { ...whole, text: whole.body.toString() };
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
		const answer = await ask(answering(status, html, "<html id=", "__next_error__>"), "/ru/cpu?date=1999-01-01");
		expect(answer.status).toBe(status);
		expect(answer.text).toBe(`<p>whole ${status} /ru/cpu</p>`);
		expect(answer.headers.etag).toBeUndefined();
	});
	it("do so where the headers are written at once", async () => {
		const answer = await ask((_, response) => {
			response.writeHead(404, { "content-type": html });
			response.end("shell");
		});
		expect([answer.status, answer.text]).toEqual([404, "<p>whole 404 /cpu</p>"]);
	});
	it.each([
		[200, html],
		[400, html],
		[404, "application/problem+json"],
		[500, "text/plain"],
		[503, html],
	])("leave %d of %s alone", async (status, type) => {
		const answer = await ask(answering(status, type, "one ", "two"));
		expect([answer.status, answer.text]).toEqual([status, "one two"]);
		expect(answer.headers.etag).toBe('"shell"');
	});
	it("leave documents alone that say that they are whole", async () => {
		const answer = await ask((_, response) => {
			response.writeHead(404, { "content-type": html, "x-whole-document": "1" });
			response.end("an embed");
		});
		expect(answer.text).toBe("an embed");
	});
});

describe("a failure", () => {
	const away = Object.assign(new Error("canceling statement due to statement timeout"), { code: "57014" });
	/** As Next does: it answers, and says elsewhere what went wrong. */
	const failing =
		(error: unknown, ...answer: Parameters<typeof answering>): RequestHandler =>
		async (request, response) => {
			await new Promise(setImmediate);
			noteFailure(error);
			noteFailure(new Error("what follows from it"));
			return answering(...answer)(request, response);
		};
	it("of the database is 503, and says when to come again", async () => {
		const { status, headers, text } = await ask(failing(away, 500, html, "shell"));
		expect([status, headers["retry-after"], headers["cache-control"]]).toEqual([503, "5", "no-store"]);
		expect(text).toBe("<p>whole 503 /cpu</p>");
	});
	it("of ours is 500", async () => {
		const { status, headers, text } = await ask(failing(new RangeError("too large"), 500, html, "shell"));
		expect([status, headers["retry-after"], text]).toEqual([500, undefined, "<p>whole 500 /cpu</p>"]);
	});
	it.each([
		[away, 503],
		[new Error("a mistake"), 500],
	])("of which Next tells the browser's router with 200 is none: %s", async (error, status) => {
		expect((await ask(failing(error, 200, "text/x-component", "1:E{}"))).status).toBe(status);
	});
	it("that a route has explained keeps its explanation", async () => {
		const { status, headers, text } = await ask(answering(503, "application/problem+json", "{}"));
		expect([status, headers["retry-after"], text]).toEqual([503, "5", "{}"]);
	});
	it("belongs to its own request only", async () => {
		const [failed, fine] = await Promise.all([
			ask(failing(away, 500, html, "shell")),
			ask(async (request, response) => {
				await new Promise((done) => setTimeout(done, 20));
				return answering(200, html, "page")(request, response);
			}),
		]);
		expect([failed.status, fine.status]).toEqual([503, 200]);
	});
});

describe("the pages", () => {
	const published = { firstDay: "2025-10-01" as Day, lastDay: "2026-11-21" as Day, revision: 1, observed: new Map() };
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
	it("keep the navigation", () => {
		const pages = [
			notFoundPage("/cpu", published),
			errorPage("/cpu"),
			badAddressPage("/cpu", new URLSearchParams("date=x")),
		];
		for (const page of pages) {
			for (const path of ["/", "/cpu", "/software", "/methodology", "/join", "/search"])
				expect(page).toContain(`<li><a href="${path}">`);
		}
		expect(errorPage("/ru/cpu")).toContain('<li><a href="/ru/cpu">');
	});
	it("say that it is us", () => expect(errorPage("/ru")).toContain('<html lang="ru">'));
});
