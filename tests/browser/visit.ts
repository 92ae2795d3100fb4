/** Visits pages of a site in a real browser. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { patienceMs, sharedBrowser } from "./browser";

export type Visit = <T>(path: string, look: (page: Page) => Promise<T>, options?: BrowserContextOptions) => Promise<T>;

/**
 * Call it once at the top of a test file. Each visit is a context of its own, and fails on anything that the page complains
 * about or asks of another host. It begins when the page's scripts have taken it over.
 */
export function visitorOf(site: { url: string }): Visit {
	return async (path, look, options = {}) => {
		const { page, complaints } = await openTab(site, options);
		try {
			await page.goto(site.url + path);
			if (options.javaScriptEnabled !== false) await takenOver(page);
			const seen = await look(page);
			expect(complaints, path).toEqual([]);
			return seen;
		} finally {
			await page.context().close();
		}
	};
}

/**
 * Like `visitorOf`, but all visits with the same options take place in one tab, one after the other: what pages share is loaded
 * and compiled once. For visits that leave nothing in the browser. The tab of a visit that failed is closed.
 */
export function readerOf(site: { url: string }): Visit {
	const tabs = new Map<string, Promise<Tab>>();
	afterAll(async () => {
		for (const tab of tabs.values()) await (await tab).page.context().close();
	});
	return async (path, look, options = {}) => {
		const key = JSON.stringify(options);
		const opening = tabs.get(key) ?? openTab(site, options);
		// Until this visit has ended well.
		tabs.delete(key);
		const { page, complaints } = await opening;
		try {
			complaints.length = 0;
			await page.setViewportSize(size);
			await page.goto(site.url + path);
			await takenOver(page);
			const seen = await look(page);
			expect(complaints, path).toEqual([]);
			tabs.set(key, opening);
			return seen;
		} finally {
			if (!tabs.has(key)) await page.context().close();
		}
	};
}

const size = { width: 1280, height: 900 };

interface Tab {
	page: Page;
	/** What its pages complained about. */
	complaints: string[];
}

async function openTab(site: { url: string }, options: BrowserContextOptions): Promise<Tab> {
	const context = await (await sharedBrowser()).newContext({ viewport: size, ...options });
	context.setDefaultTimeout(patienceMs);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
	page.on("pageerror", (error) => complaints.push(error.message));
	page.on("request", (request) => {
		if (new URL(request.url()).origin !== site.url) complaints.push(`asks ${request.url()}`);
	});
	return { page, complaints };
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
