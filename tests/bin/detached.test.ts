import { expect, test } from "vitest";
import { askDetached } from "#bin/server/detached";

test("an answer is collected however it is written", async () => {
	const seen: unknown[] = [];
	const answer = await askDetached(
		async (request, response) => {
			seen.push(request.method, request.url, request.headers);
			response.setHeader("Vary", "a");
			response.appendHeader("Vary", "b");
			response.statusCode = 404;
			response.flushHeaders();
			expect(response.headersSent).toBe(true);
			response.write("one ");
			await null;
			response.write(Buffer.from("two "), () => {});
			response.end("three", () => seen.push("ended"));
		},
		"/cpu?date=2026-11-21",
		{ host: "localhost" },
	);
	expect(seen).toEqual(["GET", "/cpu?date=2026-11-21", { host: "localhost" }, "ended"]);
	expect(answer).toEqual({ status: 404, headers: { vary: ["a", "b"] }, body: Buffer.from("one two three") });
});

test.each([{ headers: ["content-type", "text/plain"] }, { headers: { "Content-Type": "text/plain" } }])(
	"headers are written at once, as $headers",
	async ({ headers }) => {
		const answer = await askDetached((_, response) => response.writeHead(200, headers as string[]).end(), "/", {});
		expect(answer.headers).toEqual({ "content-type": "text/plain" });
	},
);

test("a handler that fails, and one that gives up, is an error", async () => {
	await expect(askDetached(() => Promise.reject(new Error("broken")), "/", {})).rejects.toThrow("broken");
	await expect(askDetached((_, response) => response.destroy(), "/", {})).rejects.toThrow("broke off");
});
