/**
 * What a product manager asks, answered from the overview by clicking. Typing is no click, marking days in a chart is one. The
 * numbers of clicks are what they are today: none may become more than three.
 */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type Day, plusDays } from "#lib/day";
import { filledSite } from "../shared-sites";
import { follow, takenOver, visitorOf } from "./visit";

const site = await filledSite();
const visit = visitorOf(site);

/** From the overview; the number of clicks that the answer took. */
function clicksOf(answer: (page: Page, click: (selector: string) => Promise<void>) => Promise<void>): Promise<number> {
	let clicks = 0;
	return visit("/", async (page) => {
		await answer(page, async (selector) => {
			clicks += 1;
			await follow(page, selector);
		});
		return clicks;
	});
}

it("is it growing? On the overview, and with its history one click away", async () => {
	const clicks = await clicksOf(async (page, click) => {
		expect(await page.locator(".headlines").innerText()).toMatch(/[+−]\d+|as many/);
		await click(".headlines a[href^='/statistics/hosts-active']");
		expect(await page.locator(".sentence").first().innerText()).toMatch(
			/(more|less|about the same|the same|times).* [a-z]+ on /,
		);
	});
	expect(clicks).toBe(1);
});

it("why did it change in these days? By marking them in the chart", async () => {
	const clicks = await clicksOf(async (page, click) => {
		await click(".headlines a[href^='/statistics/hosts-active']");
		await takenOver(page);
		const canvas = ".canvas[role=application]";
		await page.locator(canvas).scrollIntoViewIfNeeded();
		await page.hover(canvas);
		const box = await page.locator(`${canvas} .recharts-brush-traveller`).first().boundingBox();
		const [x, y] = [(box?.x ?? 0) + 12, (box?.y ?? 0) + 12];
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + 200, y, { steps: 4 });
		await page.mouse.up();
		await page.waitForURL(/from=/);
		const from = new URL(page.url()).searchParams.get("from");
		await click(".chart .why a");
		expect(new URL(page.url()).searchParams.get("from")).toBe(from);
		expect(await page.locator(".waterfall").innerText()).toMatch(/New|Came back|Silent/);
	});
	// Marking the days is the third.
	expect(clicks + 1).toBe(3);
});

it("can we drop CentOS 6? By its name", async () => {
	const clicks = await clicksOf(async (page, click) => {
		await page.fill(".masthead [type=search]", "centos 6");
		await click(".masthead .search-box button");
		await click(".results a[href*='/retire/container-os/centos-6']");
		expect(await page.locator("h1").innerText()).toContain("CentOS 6");
		expect(await page.locator(".own-numbers").innerText()).toMatch(/\d+ of \d+ hosts/);
	});
	expect(clicks).toBe(2);
});

it("how sure is that? With its 95% interval beside it", async () => {
	const clicks = await clicksOf(async (page, click) => {
		await page.fill(".masthead [type=search]", "intel");
		await click(".masthead .search-box button");
		await click(".results a[href^='/retire/cpu-vendor/intel']");
		expect(await page.locator("table.affected").innerText()).toMatch(/\d+%\s*(–|…|to)\s*>?\d+%/);
	});
	expect(clicks).toBe(2);
});

it("how do two dates compare? Beside the date of each statistic", async () => {
	const before = plusDays(site.lastDay, -60) as Day;
	const clicks = await clicksOf(async (page, click) => {
		await click(".sidebar a[href='/cpu']");
		await click("#cpu-vendor h2 a");
		await page.fill(".compare-with input[name=a]", before);
		await click(".compare-with button");
		const { pathname, searchParams } = new URL(page.url());
		expect([pathname, searchParams.get("a"), searchParams.get("b")]).toEqual([
			"/compare/cpu-vendor",
			before,
			site.lastDay,
		]);
		expect(await page.locator("table.comparison .points").first().innerText()).toMatch(/ … /);
	});
	expect(clicks).toBe(3);
});
