/** The search: the box on every page, and the page of results. */
import { describe, expect, it } from "vitest";
import { filledSite } from "../shared-sites";
import { follow, visitorOf } from "./visit";

const site = await filledSite();
const visit = visitorOf(site);
const resultsOf = async (path: string) => {
	const response = await fetch(site.url + path);
	return { status: response.status, html: await response.text(), headers: response.headers };
};

describe("the box", () => {
	it("is in the header of every page and works without JavaScript", async () => {
		await visit(
			"/ru/cpu?product=legacy",
			async (page) => {
				await page.fill(".masthead [type=search]", "память");
				await follow(page, ".masthead .search-box button");
				const { pathname, searchParams } = new URL(page.url());
				expect([pathname, ...searchParams]).toEqual(["/ru/search", ["product", "legacy"], ["q", "память"]]);
				expect(await page.inputValue("main [type=search]")).toBe("память");
				await follow(page, ".results li:first-child h3 a");
				expect(page.url()).toBe(`${site.url}/ru/memory?product=legacy`);
			},
			{ javaScriptEnabled: false },
		);
	});

	it("is a button on a phone, which opens the page of the search", async () => {
		await visit(
			"/cpu",
			async (page) => {
				expect(await page.isVisible(".masthead [type=search]")).toBe(false);
				await follow(page, ".masthead .search-box button");
				expect(new URL(page.url()).pathname).toBe("/search");
				expect(await page.isVisible("main [type=search]")).toBe(true);
				expect(await page.textContent(".examples")).toContain("centos 6");
			},
			{ viewport: { width: 390, height: 800 } },
		);
	});

	it("takes the focus when somebody presses /, but not from a field in which that is a character", async () => {
		// A short table has a search for its rows only where somebody has searched it.
		await visit("/statistics/cpu-model?q=xeon", async (page) => {
			const focused = () => page.evaluate(() => document.activeElement?.closest("form")?.className);
			await page.keyboard.press("/");
			expect(await focused()).toBe("search-box");
			await page.keyboard.type("a/b");
			expect(await page.inputValue(".masthead [type=search]")).toBe("a/b");
			await page.focus(".row-search input");
			await page.keyboard.press("/");
			expect(await focused()).toBe("row-search");
		});
	});

	it("leaves the header one line high, and nothing moves", async () => {
		await visit("/cpu", async (page) => {
			for (const width of [1440, 820, 390]) {
				await page.setViewportSize({ width, height: 900 });
				const box = await page.locator(".masthead").boundingBox();
				expect(box?.height, `${width}`).toBeLessThan(70);
			}
		});
	});
});

describe("the results", () => {
	it("lead to the course of a category in each product, with its share", async () => {
		await visit("/search?q=intel", async (page) => {
			const first = page.locator(".results li").first();
			expect(await first.innerText()).toMatch(/^Category of CPU vendors\s+Intel\s+OpenVZ 7: \d+ of \d+ hosts, [\d.]+%/);
			expect(await first.getByText("What if Intel were dropped?").getAttribute("href")).toBe(
				"/retire/cpu-vendor/intel",
			);
			await follow(page, ".results li:first-child li:nth-child(2) a");
			expect(page.url()).toBe(`${site.url}/statistics/cpu-vendor?product=legacy&bucket=intel`);
		});
	});

	it("are those of the day, and of one address", async () => {
		const { html } = await resultsOf(`/search?q=intel&date=${site.firstDay}`);
		expect(html).toContain(`/statistics/cpu-vendor?date=${site.firstDay}&amp;bucket=intel`);
		const [plain, other] = await Promise.all(
			["/search?q=intel", "/search?utm_source=x&q=+intel+&product=openvz7"].map(resultsOf),
		);
		expect(other?.headers.get("etag")).toBe(plain?.headers.get("etag"));
	});

	it.each([
		["/search?q=submarine", 200, "Nothing found for"],
		["/ru/search?q=submarine", 200, "Ничего не найдено по запросу"],
		["/search?q=", 200, "For example"],
		["/search?q=%3Cscript%3Ealert(1)%3C/script%3E", 200, "<q>&lt;script&gt;alert(1)&lt;/script&gt;</q>"],
		[`/search?q=${"%5B.*%2B%3F(".repeat(8)}`, 200, "Nothing found for"],
		[`/search?q=${"x".repeat(10_000)}`, 400, "The parameter q may have 60 characters at most."],
		["/search?q=a&q=b", 400, "can be given once"],
	])("of %s: %i", async (path, status, text) => {
		const answer = await resultsOf(path);
		expect(answer.status).toBe(status);
		expect(answer.html).toContain(text);
	});
});
