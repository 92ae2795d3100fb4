/** Every page, in a real browser, over the published history of a small simulated fleet. */
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { pages } from "../../lib/statistics/pages";

import { visitorOf } from "./visit";

const site = inject("filledSite");
const visit = visitorOf(site);

const paths = [
	"/",
	...pages.map(({ slug }) => `/${slug}`),
	"/statistics/cpu-vendor",
	"/statistics/hosts-active",
	"/statistics/cpu-vendor?events=on",
	"/statistics/cpu-model?show=total&axis=log&range=90d&q=xeon",
	"/methodology",
	"/quality",
	"/privacy",
	"/my-host",
	"/inspect",
	"/api",
];
const inBoth = paths.flatMap((path) => [path, `/ru${path === "/" ? "" : path}`]);

const bytesOf = async (address: string) => Buffer.from(await (await fetch(address)).arrayBuffer());
/** Packed, by address: pages share most of their scripts. */
const sizes = new Map<string, number>();

describe("every page", () => {
	it.each(inBoth)("%s fits from 320 to 2560 pixels and complains about nothing", async (path) => {
		const look = async (page: Page) => {
			for (const width of [2560, 1440, 820, 390, 320]) {
				await page.setViewportSize({ width, height: 900 });
				const wide = await page.evaluate(() => document.documentElement.scrollWidth);
				expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
			}
		};
		await visit(path, look, { colorScheme: path.startsWith("/ru") ? "dark" : "light" });
	});

	it.each(paths)("%s is light: 60 kB of HTML and CSS, 120 kB of JavaScript, packed", async (path) => {
		const packed = { html: 0, css: 0, js: 0 };
		const add = async (kind: keyof typeof packed, address: string) => {
			const size = sizes.get(address) ?? brotliCompressSync(await bytesOf(address)).length;
			sizes.set(address, size);
			packed[kind] += size;
		};
		await add("html", site.url + path);
		const loaded = await visit(path, async (page) => {
			await page.waitForLoadState("networkidle");
			return page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
		});
		for (const address of new Set(loaded)) {
			if (address.endsWith(".css")) await add("css", address);
			if (address.endsWith(".js")) await add("js", address);
		}
		expect(packed.html + packed.css).toBeLessThan(60_000);
		expect(packed.js).toBeLessThan(120_000);
		expect(Math.min(packed.html, packed.css, packed.js)).toBeGreaterThan(2000);
	});
});

describe("the overview", () => {
	it("has the General info of both products with its labels", async () => {
		const tables = await visit("/", (page) => page.locator(".info").allInnerTexts());
		const lines = (weeks: string) =>
			new RegExp(
				`Hosts total\\s+\\d+\\s+Hosts with CTs\\s+\\d+\\s+Hosts with running CTs\\s+\\d+\\s+Hosts active during ${weeks}\\s+\\d+\\s+` +
					"Number of reports\\s+[\\d,]+\\s+Last report, time ago\\s+\\d+:\\d\\d:\\d\\d",
			);
		expect(tables[0]).toMatch(lines("last two weeks"));
		expect(tables[1]).toMatch(lines("last two months"));
	});

	it("leads to the growth chart", async () => {
		await visit("/", async (page) => {
			await page.click("text=See how we grow over time");
			expect(page.url()).toBe(`${site.url}/#growth`);
			expect(await page.locator("#growth svg[role=img]:visible").count()).toBe(2);
		});
	});

	it("counts the time since the last report anew for each visitor", async () => {
		const ago = () => visit("/", (page) => page.locator(".info").first().locator("tr:last-child td").textContent());
		const first = await ago();
		await new Promise((done) => setTimeout(done, 1100));
		expect(await ago()).not.toBe(first);
	});

	it("says that it is a simulation only where it is one", async () => {
		expect(await visit("/", (page) => page.locator(".simulation").count())).toBe(0);
	});
});
