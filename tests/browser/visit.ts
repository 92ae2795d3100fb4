/** Visits pages of a site in a real browser. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { patienceMs, sharedBrowser } from "./browser";

export type Visit = <T>(path: string, look: (page: Page) => Promise<T>, options?: BrowserContextOptions) => Promise<T>;

/**
 * Call it once at the top of a test file. Each visit is a context of its own, and fails on anything that the page complains
 * about or asks of another host. It begins when the page's scripts have taken it over.
 */
export function visitorOf(site: { url: string }): Visit {
	return async (path, look, options = {}) => {
		const context = await (await sharedBrowser()).newContext({ viewport: { width: 1280, height: 900 }, ...options });
		context.setDefaultTimeout(patienceMs);
		try {
			const page = await context.newPage();
			const complaints: string[] = [];
			page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
			page.on("pageerror", (error) => complaints.push(error.message));
			page.on("request", (request) => {
				if (new URL(request.url()).origin !== site.url) complaints.push(`asks ${request.url()}`);
			});
			await page.goto(site.url + path);
			if (options.javaScriptEnabled !== false) await takenOver(page);
			const seen = await look(page);
			expect(complaints, path).toEqual([]);
			return seen;
		} finally {
			await context.close();
		}
	};
}

/** Follows a link or sends a form that loads a page, which is then there to its end. */
export async function follow(page: Page, selector: string): Promise<void> {
	// What is loaded after the click: the page that is left has loaded long ago, and may stay for a while.
	await Promise.all([page.waitForEvent("load"), page.click(selector)]);
}

/** React has found all that it makes come alive, and has run what it does then. A page has loaded some time before. */
export async function takenOver(page: Page): Promise<void> {
	await page.waitForFunction(() => {
		const alive = [
			...document.querySelectorAll(".canvas, [data-soft]:not(table *), .share-button, [role=status].unseen, .drop"),
		];
		return alive.every((one) => Object.keys(one).some((key) => key.startsWith("__reactProps$")));
	});
	// After all that is waiting to be run; an idle callback may never come where nothing is painted any more.
	await page.evaluate(() => scheduler.postTask(() => {}, { priority: "background" }));
}
