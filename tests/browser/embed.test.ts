/** Charts on pages of other sites, in a real browser. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plusDays } from "#lib/day";
import { formatDay } from "#lib/format";
import { filledSite } from "../shared-sites";
import { patienceMs, sharedBrowser } from "./browser";
import { takenOver } from "./visit";

const site = await filledSite();
const { lastDay } = site;
const past = plusDays(lastDay, -30);

let browser: Browser;
let elsewhere: Server;
/** What the page of the other site holds. */
let article = "";

beforeAll(async () => {
	elsewhere = createServer((request, response) => {
		if (request.url !== "/") return response.writeHead(204).end();
		response.writeHead(200, { "content-type": "text/html" });
		response.end(`<!DOCTYPE html><meta charset="utf-8"><body style="margin:0">${article}`);
	});
	await new Promise<void>((done) => elsewhere.listen(0, "127.0.0.1", done));
	browser = await sharedBrowser();
});
afterAll(() => void elsewhere?.close());

interface Seen {
	page: Page;
	context: BrowserContext;
	/** Addresses of everything that was asked for. */
	asked: string[];
}

/** Opens an address, and fails on anything that its page complains about. */
async function open<T>(
	address: string,
	look: (seen: Seen) => Promise<T>,
	options: BrowserContextOptions = {},
): Promise<T> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	context.setDefaultTimeout(patienceMs);
	try {
		const page = await context.newPage();
		const complaints: string[] = [];
		const asked: string[] = [];
		page.on("console", (message) => complaints.push(message.text()));
		page.on("pageerror", (error) => complaints.push(error.message));
		page.on("request", (request) => asked.push(request.url()));
		await page.goto(address, { waitUntil: "load" });
		if (options.javaScriptEnabled !== false) await takenOver(page);
		const seen = await look({ page, context, asked });
		expect(complaints, address).toEqual([]);
		return seen;
	} finally {
		await context.close();
	}
}

/** Opens a page of the other site. */
function openArticle<T>(
	html: string,
	look: (seen: Seen) => Promise<T>,
	options: BrowserContextOptions = {},
): Promise<T> {
	article = html;
	return open(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`, look, options);
}

const framed = (path: string, width: number, height = 460) =>
	`<div style="width:${width}px"><iframe src="${site.url}${path}" width="100%" height="${height}" style="border:0"></iframe></div>`;

async function snippetOf(path: string): Promise<string> {
	const answer = await fetch(`${site.url}/oembed?url=${encodeURIComponent(site.url + path)}`);
	const { html } = (await answer.json()) as { html: string };
	return html.replace(/width="\d+"/, 'width="100%"').replace('loading="lazy"', "");
}

function inner(page: Page): Frame {
	const frame = page.frames()[1];
	if (!frame) throw new Error("there is no frame");
	return frame;
}

/** How much of a document does not fit into its frame, px. */
const overflowOf = (frame: Frame) =>
	frame.evaluate(() => {
		const { scrollHeight, scrollWidth } = document.documentElement;
		return { down: scrollHeight - innerHeight, right: scrollWidth - innerWidth };
	});
const fits = { down: 0, right: 0 };

const charts = [
	"/embed/cpu-vendor",
	"/ru/embed/memory-installed?product=legacy",
	"/embed/kernel?form=day",
	"/ru/embed/hosts-active?form=day",
	"/embed/vm-guest-os?events=on&show=total",
];

describe("a framed chart", () => {
	it.each([280, 600, 1600])("of any kind needs no scrolling at %d px, whoever gives it its height", async (width) => {
		for (const path of charts) {
			await openArticle(framed(path, width), async ({ page }) => {
				expect(await overflowOf(inner(page)), path).toEqual(fits);
				// The note and the source, which stand last, are seen.
				const end = await inner(page).evaluate(() => document.querySelector("footer")?.getBoundingClientRect().bottom);
				expect(end, path).toBeLessThanOrEqual(460);
			});
		}
	});

	it.each([280, 1200])("gets its height from the snippet at %d px", async (width) => {
		const html = `<div style="width:${width}px">${await snippetOf("/statistics/cpu-vendor")}</div>`;
		await openArticle(html, async ({ page }) => {
			await page.waitForFunction(() => document.querySelector("iframe")?.height !== "460");
			await expect.poll(() => overflowOf(inner(page))).toEqual(fits);
			const left = () =>
				inner(page).evaluate(() =>
					Math.abs(innerHeight - (document.querySelector("footer")?.getBoundingClientRect().bottom ?? 0)),
				);
			await expect.poll(left).toBeLessThan(2);
			const [drawn, wanted] = await inner(page).evaluate(() => {
				const svg = [...document.querySelectorAll("svg")].find(({ clientWidth }) => clientWidth > 0);
				const { width = 1, height = 1 } = svg?.viewBox.baseVal ?? {};
				return [svg?.clientHeight ?? 0, ((svg?.clientWidth ?? 0) * height) / width];
			});
			expect(Math.abs((drawn ?? 0) - (wanted ?? 0))).toBeLessThan(2);
		});
	});

	it("grows and shrinks with its page", async () => {
		await openArticle(
			`<div id="box" style="width:1200px">${await snippetOf("/statistics/cpu-vendor")}</div>`,
			async ({ page }) => {
				const height = () => page.evaluate(() => Number(document.querySelector("iframe")?.height));
				await page.waitForFunction(() => document.querySelector("iframe")?.height !== "460");
				const wide = await height();
				await page.evaluate(() => document.getElementById("box")?.setAttribute("style", "width:300px"));
				await expect.poll(height).toBeLessThan(wide);
			},
		);
	});

	it("gets no height from another frame, and tells nobody but its height", async () => {
		const stranger = `<iframe srcdoc="<script>parent.postMessage({type:'openvz-statistics-embed',height:9},'*')</script>"></iframe>`;
		const log = "<script>told=[];addEventListener('message',e=>told.push([e.origin,JSON.stringify(e.data)]))</script>";
		await openArticle(log + (await snippetOf("/statistics/cpu-vendor")) + stranger, async ({ page }) => {
			await page.waitForFunction(() => (window as unknown as { told: unknown[] }).told.length > 1);
			const heights = () => page.evaluate(() => [...document.querySelectorAll("iframe")].map(({ height }) => height));
			await expect.poll(async () => (await heights())[1]).toBe("9");
			expect((await heights())[0]).not.toBe("9");
			const told = await page.evaluate(() => (window as unknown as { told: string[][] }).told);
			const ours = told.filter(([origin]) => origin === site.url).map(([, data = ""]) => JSON.parse(data));
			expect(ours.length).toBeGreaterThan(0);
			for (const data of ours) expect(Object.keys(data)).toEqual(["type", "height"]);
		});
	});

	it.each(charts)("%s is one document of less than 30 kB that keeps nothing", async (path) => {
		await openArticle(framed(path, 640), async ({ page, context, asked }) => {
			await page.waitForLoadState("networkidle");
			const own = asked.filter((address) => !address.includes(`:${(elsewhere.address() as AddressInfo).port}`));
			expect(own).toEqual([site.url + path]);
			expect(await context.cookies()).toEqual([]);
			expect(await inner(page).evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
		});
		const answer = await fetch(site.url + path);
		const body = Buffer.from(await answer.arrayBuffer());
		expect(brotliCompressSync(body).length).toBeLessThan(8_000);
		expect(body.length).toBeLessThan(30_000);
		expect(answer.headers.get("content-encoding")).toBe("gzip");
		expect(answer.headers.get("set-cookie")).toBeNull();
		expect(answer.headers.get("x-frame-options")).toBeNull();
		expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none';/);
	});

	it("names its product", async () => {
		const answer = await fetch(`${site.url}/embed/cpu-vendor`);
		expect(await answer.text()).toContain("OpenVZ 7 · Percent of hosts");
	});

	it("says the values of the day under the pointer, and of the day that keys lead to", async () => {
		await openArticle(framed("/embed/cpu-vendor", 640), async ({ page }) => {
			const frame = inner(page);
			const values = frame.locator("#values");
			const svg = frame.locator(".picture.wide svg");
			const area = await svg.boundingBox();
			if (!area) throw new Error("there is no chart");
			expect(await values.isVisible()).toBe(false);
			await page.mouse.move(area.x + area.width * 0.7, area.y + area.height / 2);
			const atPointer = await values.innerText();
			expect(atPointer).toMatch(/^\d+ \w+ \d{4}\n/);
			expect(atPointer).toMatch(/Intel\s+\d+%/);
			await page.mouse.move(area.x + area.width / 2, area.y + area.height + 80);
			expect(await values.isVisible()).toBe(false);
			await frame.locator(".picture.wide").focus();
			await page.keyboard.press("End");
			await page.keyboard.press("End");
			expect(await values.innerText()).toContain(formatDay(lastDay, "en").replaceAll("\u00a0", " "));
			await page.keyboard.press("Escape");
			expect(await values.isVisible()).toBe(false);
			expect(await overflowOf(frame)).toEqual(fits);
		});
	});

	it("follows the reader's scheme, or the one that is asked for", async () => {
		const paper = (path: string, colorScheme: "light" | "dark") =>
			openArticle(
				framed(path, 640),
				({ page }) => inner(page).evaluate(() => getComputedStyle(document.body).backgroundColor),
				{ colorScheme },
			);
		const [light, dark] = ["rgb(255, 255, 255)", "rgb(21, 24, 29)"];
		expect([await paper("/embed/cpu-vendor", "light"), await paper("/embed/cpu-vendor", "dark")]).toEqual([
			light,
			dark,
		]);
		expect(await paper("/embed/cpu-vendor?theme=dark", "light")).toBe(dark);
		expect(await paper("/embed/cpu-vendor?theme=light", "dark")).toBe(light);
	});

	it("is framed by anything, such as a file, an extension or an editor", async () => {
		const answer = await fetch(`${site.url}/embed/cpu-vendor`);
		expect(answer.headers.get("content-security-policy")).not.toContain("frame-ancestors");
		expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
	});

	it("without JavaScript is the same", async () => {
		const off = { javaScriptEnabled: false };
		await openArticle(
			framed("/embed/cpu-vendor", 640),
			async ({ page }) => {
				const frame = page.frameLocator("iframe");
				expect(await frame.locator("svg:visible").count()).toBe(1);
				expect(await frame.locator("footer").textContent()).toContain(formatDay(lastDay, "en"));
				const link = frame.locator("h1 a");
				expect([await link.getAttribute("href"), await link.getAttribute("target")]).toEqual([
					"/statistics/cpu-vendor",
					"_blank",
				]);
			},
			off,
		);
	});

	it("with a date stays on it, and leads to the same view", async () => {
		const path = `/ru/embed/cpu-vendor?product=legacy&date=${past}&range=90d&show=total`;
		await open(site.url + path, async ({ page }) => {
			expect(await page.textContent("footer")).toContain(formatDay(past, "ru"));
			expect(await page.getAttribute("h1 a", "href")).toBe(
				`/ru/statistics/cpu-vendor?product=legacy&date=${past}&show=total&range=90d`,
			);
		});
	});

	it("is kept by its readers", async () => {
		const first = await fetch(`${site.url}/embed/cpu-vendor`);
		expect(first.headers.get("cache-control")).toMatch(/^public, max-age=\d+/);
		const again = await fetch(`${site.url}/embed/cpu-vendor`, {
			headers: { "if-none-match": first.headers.get("etag") ?? "", "cache-control": "max-age=0" },
		});
		expect(again.status).toBe(304);
	});

	it("is readable where it is a problem", async () => {
		article = framed("/embed/nope", 300, 200);
		const context = await browser.newContext();
		const page = await context.newPage();
		await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
		expect(await overflowOf(inner(page))).toEqual(fits);
		expect(await inner(page).locator("main a").getAttribute("href")).toBe("/");
		await context.close();
	});
});
