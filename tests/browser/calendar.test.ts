/** The calendar of the date filter, in a real browser. */
import { describe, expect, it } from "vitest";
import { type Day, plusDays } from "#lib/day";
import { formatDay } from "#lib/format";
import { filledSite } from "../shared-sites";
import { follow, visitorOf } from "./visit";

const site = await filledSite();
const visit = visitorOf(site);
const { lastDay } = site;
const past = plusDays(lastDay, -30);

describe("the calendar", () => {
	const off = { javaScriptEnabled: false };

	it("leads to every day of the month and to other months, and keeps the view", async () => {
		await visit(
			`/ru/cpu?product=legacy&date=${past}`,
			async (page) => {
				await page.click(".calendar summary");
				const marked = page.locator(".calendar td [aria-current=date]");
				expect(await marked.getAttribute("aria-label")).toBe(formatDay(past, "ru"));
				await follow(page, ".calendar .month a[rel=prev]");
				const before = new URL(page.url()).searchParams.get("date") as Day;
				expect(before < past && before.slice(0, 7) !== past.slice(0, 7)).toBe(true);
				// The month that was asked for is open.
				await page.locator(".calendar table").waitFor({ state: "visible" });
				const name = await page.locator(".calendar td a").last().getAttribute("aria-label");
				await follow(page, `.calendar td a[aria-label="${name}"]`);
				expect(await page.textContent(".historic")).toContain(name);
				expect(page.url()).toMatch(/\/ru\/cpu\?product=legacy&date=/);
			},
			off,
		);
	});
	it("has no link to a day that is not published", async () => {
		await visit("/quality", async (page) => {
			await page.click(".calendar summary");
			const names = await page.locator(".calendar td a").evaluateAll((all) => all.map((one) => one.ariaLabel));
			expect(names.at(-1)).toBe(formatDay(lastDay, "en"));
			expect(await page.locator(".calendar td a").last().getAttribute("href")).toBe("/quality");
			expect(await page.locator(".calendar .month a[rel=next]").count()).toBe(0);
		});
	});
	it("is used by keyboard alone", async () => {
		await visit(`/cpu?date=${past}`, async (page) => {
			await page.focus(".calendar summary");
			await page.keyboard.press("Enter");
			await page.locator(".calendar .panel").waitFor({ state: "visible" });
			await page.keyboard.press("Tab");
			expect(await page.evaluate(() => document.activeElement?.getAttribute("rel"))).toBe("prev");
			await page.keyboard.press("Tab");
			await page.keyboard.press("Tab");
			const [name, address] = await page.evaluate(() => {
				const { ariaLabel, href } = document.activeElement as HTMLAnchorElement;
				return [ariaLabel, href];
			});
			await page.keyboard.press("Enter");
			await page.waitForURL(`${address}`);
			expect(await page.textContent(".historic")).toContain(name);
		});
	});
	it.each([320, 390, 820])("fits at %d px", async (width) => {
		await visit(
			`/ru/cpu?date=${past}`,
			async (page) => {
				await page.click(".calendar summary");
				const box = await page.locator(".calendar .panel").boundingBox();
				expect(box?.x).toBeGreaterThanOrEqual(0);
				expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
				const small = await page
					.locator(".calendar td a, .calendar .jump a, .calendar .step")
					.evaluateAll((all) => all.filter((one) => one.clientWidth < 24 || one.clientHeight < 24).length);
				expect(small).toBe(0);
			},
			{ viewport: { width, height: 900 } },
		);
	});
});
