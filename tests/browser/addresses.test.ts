/** Addresses that are no pages, and how pages may be kept. */
import { describe, expect, it } from "vitest";
import { plusDays } from "#lib/day";
import { formatDay } from "#lib/format";
import { filledSite } from "../shared-sites";
import { visitorOf } from "./visit";

const site = await filledSite();
const { firstDay, lastDay } = site;
const visit = visitorOf(site);

describe("addresses", () => {
	it("outside the published days say which there are", async () => {
		const [english, russian] = await Promise.all([
			fetch(`${site.url}/cpu?date=1999-01-01`),
			fetch(`${site.url}/ru/cpu?date=${plusDays(lastDay, 1)}`),
		]);
		expect([english.status, russian.status]).toEqual([404, 404]);
		const [from, to] = [firstDay, lastDay];
		expect(await english.text()).toContain(
			`Days from ${formatDay(from, "en")} to ${formatDay(to, "en")} are published.`,
		);
		expect(await russian.text()).toContain(`Опубликованы дни с ${formatDay(from, "ru")} по ${formatDay(to, "ru")}.`);
		expect((await fetch(`${site.url}/cpu?date=${firstDay}`)).status).toBe(200);
	});

	it.each([
		["/no-such-page", 404, "There is nothing at this address"],
		["/statistics/constructor", 404, "There is nothing at this address"],
		["/a/b/c/d", 404, "There is nothing at this address"],
		["/en/cpu", 404, "There is nothing at this address"],
		["/ru/ru", 404, "По этому адресу ничего нет"],
		["/site/ru/legacy/2026-09-15/cpu", 404, "There is nothing at this address"],
		["/cpu?date=2026-02-30", 400, "The date must be a calendar day written like 2026-11-21."],
		["/ru?product=all", 400, "Продукт должен быть openvz7 или legacy."],
		["/cpu?product=legacy&product=openvz7", 400, "Each parameter but bucket can be given once."],
		["/ru/statistics/cpu-vendor?date=2026-02-28&date=x", 400, "Каждый параметр, кроме bucket, указывают один раз."],
		["/cpu?date=&product=", 200, formatDay(lastDay, "en")],
	])("%s answers %d", async (path, status, text) => {
		const response = await fetch(site.url + path);
		expect(response.status).toBe(status);
		expect((await response.text()).includes(text)).toBe(true);
	});

	it.each([
		["/statistics", "/#explore"],
		["/ru/statistics", "/ru#explore"],
		["/ru/statistics?product=legacy", "/ru?product=legacy#explore"],
	])("%s leads to the subjects of all statistics", async (path, location) => {
		const response = await fetch(site.url + path, { redirect: "manual" });
		expect([response.status, response.headers.get("location")]).toEqual([308, location]);
		expect(await (await fetch(site.url + location)).text()).toContain('id="explore"');
	});

	it("in the head of a page name no host where the site does not know its own", async () => {
		const head = /<head>.*<\/head>/s.exec(await (await fetch(`${site.url}/cpu`)).text())?.[0] ?? "";
		expect(head).toContain('<meta property="og:image" content="/data/cpu-vendor/series.png?');
		expect(head).not.toMatch(/localhost|127\.0\.0\.1/);
	});

	it("let a proxy hold the pages", async () => {
		const first = await fetch(`${site.url}/memory`);
		expect(first.headers.get("cache-control")).toBe("public, max-age=60");
		const again = await fetch(`${site.url}/memory`, {
			// Without this one, fetch asks for a fresh copy.
			headers: { "if-none-match": first.headers.get("etag") ?? "", "cache-control": "max-age=0" },
		});
		expect(again.status).toBe(304);
	});
});

describe("links to parts that have pages of their own now", () => {
	it.each([
		["/methodology#cpu-vendor", "/methodology/cpu#cpu-vendor"],
		["/ru/methodology#page-cpu", "/ru/methodology/cpu"],
		["/api?product=legacy#getDataSlugJson", "/api/data-slug-json?product=legacy"],
		["/ru/api#schema-Problem", "/ru/api/answers#schema-Problem"],
	])("%s leads to the text", async (old, now) => {
		await visit("/privacy", async (page) => {
			await page.goto(site.url + old);
			await page.waitForURL(site.url + now);
		});
		await visit(
			old,
			async (page) => {
				await page.click(":target a");
				await page.waitForURL(site.url + now);
			},
			{ javaScriptEnabled: false },
		);
	});
});
