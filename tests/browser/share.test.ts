/** The Share dialog: everything that can be taken of a chart, and that each of it is there. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { offeredIn } from "#lib/open-data/formats";
import { filledSite } from "../shared-sites";
import { follow, visitorOf } from "./visit";

const site = await filledSite();
const visit = visitorOf(site);
const address = "/statistics/cpu-vendor?show=total&axis=log";

async function openDialog(page: Page) {
	await page.click(".share-button");
	await page.waitForSelector(".share-dialog[open] [role=tab]");
	return page.locator(".share-dialog");
}

it("is on every chart", async () => {
	for (const path of ["/", "/countries", "/cpu", "/statistics/cpu-vendor"]) {
		await visit(path, async (page) => {
			const bare = await page
				.locator("main figure")
				.evaluateAll(
					(all) => all.filter((one) => !one.closest(".halves > div, section")?.querySelector(".share-button")).length,
				);
			expect(bare, path).toBe(0);
			for (const link of await page.locator(".share-button").all()) {
				const { status } = await fetch(`${site.url}${await link.getAttribute("href")}`);
				expect(status, path).toBe(200);
			}
		});
	}
});

it("a whole page is taken to a talk", async () => {
	await visit("/ru/countries?product=legacy", async (page) => {
		const hrefs = await page
			.locator(".take-page a")
			.evaluateAll((all) => all.map((one) => `${one.getAttribute("href")}`));
		expect(hrefs).toEqual(["/ru/slide/country?product=legacy", "/ru/data/pages/countries.pptx?product=legacy"]);
		for (const href of hrefs) expect((await fetch(site.url + href)).status, href).toBe(200);
	});
});

describe("the dialog", () => {
	it("is loaded when it is opened, and offers the very view", async () => {
		await visit(address, async (page) => {
			await page.waitForLoadState("networkidle");
			const asked: string[] = [];
			page.on("request", (request) => asked.push(new URL(request.url()).pathname));
			const dialog = await openDialog(page);
			expect(asked).toContain("/share/cpu-vendor");
			expect(await dialog.locator("#share-link input").inputValue()).toBe(site.url + address);
			await page.click("#share-to-embed");
			const code = await dialog.locator("textarea").inputValue();
			expect(code).toContain(`src="${site.url}/embed/cpu-vendor?show=total&amp;axis=log"`);
			expect(code.split("\n")).toHaveLength(4);
		});
	});

	it("follows the newest data or stays with a day, in all that it offers", async () => {
		await visit(address, async (page) => {
			const dialog = await openDialog(page);
			await page.click("#share-to-embed");
			await dialog.locator("[data-switch]", { hasText: "As of" }).click();
			const field = dialog.locator("textarea");
			await expect.poll(() => field.inputValue()).toContain(`/embed/cpu-vendor?date=${site.lastDay}&amp;show=total`);
			expect(await dialog.locator("#share-embed").isVisible()).toBe(true);
			expect(await dialog.locator("#share-link input").inputValue()).toContain(`date=${site.lastDay}`);
			const csv = await dialog.locator("#share-data a").first().getAttribute("href");
			expect(csv).toBe(`/data/cpu-vendor/series.csv?show=total&to=${site.lastDay}`);
			await dialog.locator("[data-switch]", { hasText: "On the day" }).click();
			await expect
				.poll(() => dialog.locator("#share-data a").first().getAttribute("href"))
				.toBe(`/data/cpu-vendor.csv?date=${site.lastDay}`);
		});
	});

	it("copies, says so, and gives the focus back", async () => {
		const permissions = ["clipboard-read", "clipboard-write"];
		const look = async (page: Page) => {
			const dialog = await openDialog(page);
			expect(await page.evaluate(() => document.activeElement?.id)).toBe("share-to-link");
			await page.keyboard.press("ArrowRight");
			await page.keyboard.press("End");
			expect(await page.evaluate(() => document.activeElement?.id)).toBe("share-to-cite");
			const copy = dialog.locator("#share-cite .copy").first();
			// It is said for a moment only, which a look from time to time may miss: somebody listens, from before.
			const said = await dialog.locator("[role=status]").evaluateHandle((status) => {
				const texts: (string | null)[] = [];
				const listener = new MutationObserver(() => texts.push(status.textContent));
				listener.observe(status, { childList: true, characterData: true, subtree: true });
				return texts;
			});
			await copy.click();
			await expect.poll(() => said.jsonValue()).toContain("Copied");
			expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("CPU vendors");
			await page.keyboard.press("Escape");
			await expect.poll(() => page.locator("dialog").count()).toBe(0);
			await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("share-button");
		};
		await visit(address, look, { permissions });
	});

	it("fits a phone", async () => {
		await visit(
			"/cpu",
			async (page) => {
				const dialog = await openDialog(page);
				// Its styles have come with it.
				expect(await dialog.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe("0px");
				for (const part of ["embed", "picture", "data", "text", "cite"]) {
					await page.click(`#share-to-${part}`);
					// As soon as its styles and its picture are there.
					const hidden = () => dialog.evaluate((one) => one.scrollWidth - one.clientWidth);
					await expect.poll(hidden, { message: part }).toBe(0);
				}
			},
			{ viewport: { width: 320, height: 640 } },
		);
	});
});

describe("without JavaScript", () => {
	it.each(["", "/ru"])("all of it is at %s/share/{slug}, as links and forms that work", async (prefix) => {
		await visit(
			`${prefix}/cpu`,
			async (page) => {
				await follow(page, "#cpu-vendor .share-button");
				expect(page.url()).toBe(`${site.url}${prefix}/share/cpu-vendor`);
				await follow(page, ".switch >> nth=0 >> [data-switch] >> nth=1");
				await follow(page, ".switch >> nth=1 >> [data-switch] >> nth=1");
				expect(page.url()).toContain(`date=${site.lastDay}&form=day`);
				const links = await page
					.locator("main a[href]")
					.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
				expect(links.filter((one) => one.includes("/data/"))).toHaveLength(9);
				expect([...offeredIn("data"), ...offeredIn("text"), ...offeredIn("cite")]).toHaveLength(9);
				for (const link of links) expect((await fetch(link)).status, link).toBe(200);
				const form = page.locator("form");
				expect(await form.locator("select[name=scale] option").count()).toBe(4);
				const picture = page.context().waitForEvent("request", (request) => /\.png/.test(request.url()));
				await form.locator("button").first().click();
				const asked = new URL((await picture).url());
				expect(asked.pathname).toBe("/data/cpu-vendor.png");
				expect(asked.searchParams.get("date")).toBe(site.lastDay);
				expect(asked.searchParams.get("scale")).toBe("2");
			},
			{ javaScriptEnabled: false },
		);
	});
});

describe("an address of the dialog", () => {
	it.each([
		["/share/no-such-statistic", 404],
		["/share/cpu-vendor?bucket=nobody", 400],
		["/share/cpu-vendor?form=cube", 400],
		["/share/cpu-vendor?date=1999-01-01", 404],
		["/ru/share/cpu-vendor?show=%3Cscript%3E", 400],
	])("%s answers %d", async (path, status) => {
		const response = await fetch(site.url + path);
		expect(response.status).toBe(status);
		expect(await response.text()).not.toContain("<script>");
	});
});
