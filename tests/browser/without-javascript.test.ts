/** What works without any script. */
import { describe, expect, it } from "vitest";
import { plusDays } from "#lib/day";
import { formatDay } from "#lib/format";
import { filledSite } from "../shared-sites";

import { follow, visitorOf } from "./visit";

const site = await filledSite();
const visit = visitorOf(site);
const past = plusDays(site.lastDay, -30);

describe("without JavaScript", () => {
	const off = { javaScriptEnabled: false };

	it("charts are complete and say in words what they show", async () => {
		await visit(
			"/cpu",
			async (page) => {
				const chart = page.locator("#cpu-vendor svg[role=img]:visible").first();
				expect(await chart.getAttribute("aria-labelledby")).toMatch(/cpu-vendor/);
				expect(await chart.locator("desc").textContent()).toMatch(/^As of .+, [\d.]+% of hosts have .+ processors/);
				expect(await chart.locator("path").count()).toBeGreaterThan(3);
			},
			off,
		);
	});

	it("the date filter shows the day and keeps product and language", async () => {
		await visit(
			"/ru/cpu?product=legacy",
			async (page) => {
				await page.fill("input[name=date]", past);
				await follow(page, ".dates button");
				expect(page.url()).toBe(`${site.url}/ru/cpu?product=legacy&date=${past}`);
				expect(await page.textContent(".historic")).toContain(formatDay(past, "ru"));
				const links = await page.locator(".sidebar a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
				expect(links).toContain(`/ru/memory?product=legacy&date=${past}`);
				await follow(page, "a[rel=prev]");
				expect(page.url()).toContain(`date=${plusDays(past, -7)}`);
			},
			off,
		);
	});

	it("the menu opens on a phone", async () => {
		await visit(
			"/cpu",
			async (page) => {
				await page.click(".menu summary");
				await follow(page, ".menu >> text=Memory");
				expect(page.url()).toBe(`${site.url}/memory`);
			},
			{ ...off, viewport: { width: 390, height: 800 } },
		);
	});

	it("a statistic is compared with a day, and asked why it changed in the range that is shown", async () => {
		await visit(
			`/statistics/cpu-vendor?product=legacy&from=${past}&to=${site.lastDay}`,
			async (page) => {
				const why = await page.locator(".compare-with > a").getAttribute("href");
				expect(why).toBe(`/why/cpu-vendor?product=legacy&from=${past}&to=${site.lastDay}`);
				await page.fill(".compare-with input[name=a]", past);
				await page.selectOption(".compare-with select[name=aProduct]", "openvz7");
				await follow(page, ".compare-with button");
				const { pathname, searchParams } = new URL(page.url());
				expect([pathname, ...searchParams.entries()]).toEqual([
					"/compare/cpu-vendor",
					["product", "legacy"],
					["b", site.lastDay],
					["a", past],
					["aProduct", "openvz7"],
				]);
				expect(await page.locator("figure svg[role=img]:visible circle").count()).toBeGreaterThan(3);
				const share = await page.locator("main a[href*='/share/']").first().getAttribute("href");
				expect(new URL(share ?? "", page.url()).searchParams.get("a")).toContain(past);
			},
			off,
		);
	});

	it("a statistic that a product does not send leads to the one that does", async () => {
		await visit(
			"/statistics/virtualization?product=legacy",
			async (page) => {
				await follow(page, ".elsewhere a");
				expect(page.url()).toBe(`${site.url}/statistics/virtualization`);
				expect(await page.locator("main svg:visible").count()).toBeGreaterThan(1);
			},
			off,
		);
	});
});
