/** The chart that takes over when somebody points at it. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type Day, plusDays } from "#lib/day";
import { formatDay } from "#lib/format";
import { filledSite } from "../shared-sites";

import { takenOver, visitorOf } from "./visit";

const site = await filledSite();
const visit = visitorOf(site);

/** Every text of a chart, by what it says and where its middle is. */
async function expectSamePlaces(page: Page, chart: string): Promise<void> {
	const canvas = page.locator(chart).first();
	const texts = (inside: string) =>
		canvas.locator(`${inside} text`).evaluateAll((all) =>
			all
				.map((one) => ({ text: one.textContent ?? "", box: one.getBoundingClientRect() }))
				.filter(({ box }) => box.width > 0)
				.map(({ text, box }) => ({ text, x: box.x + box.width / 2, y: box.y + box.height / 2 }))
				.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.y - b.y || a.x - b.x)),
		);
	await canvas.scrollIntoViewIfNeeded();
	const still = await texts("svg[role=img]");
	await canvas.hover();
	await canvas.locator(".live .recharts-xAxis").first().waitFor();
	const isNear = (a = 0, b = 0) => Math.abs(a - b) < 2;
	// It is drawn in several steps.
	await expect.poll(async () => (await texts(".live")).map(({ text }) => text)).toEqual(still.map(({ text }) => text));
	const moved = async () => {
		const live = await texts(".live");
		return still.filter(({ x, y }, i) => !isNear(live[i]?.x, x) || !isNear(live[i]?.y, y)).map(({ text }) => text);
	};
	await expect.poll(moved).toEqual([]);
}

describe("the interactive chart", () => {
	const chart = "#cpu-vendor .canvas";

	it("is not fetched before somebody points at it", async () => {
		const asked = await visit("/cpu", async (page) => {
			const requests: string[] = [];
			page.on("request", (request) => requests.push(new URL(request.url()).pathname));
			await page.waitForTimeout(500);
			const before = requests.length;
			await page.hover(chart);
			await page.waitForSelector(`${chart} .live svg`);
			return { before, after: requests };
		});
		expect(asked.before).toBe(0);
		expect(asked.after).toContain("/charts/cpu-vendor.json");
	});

	it.each([390, 1440])("stands where the static one stood, at %d pixels", async (width) => {
		await visit("/cpu", (page) => expectSamePlaces(page, chart), { viewport: { width, height: 900 } });
	});

	it("says the values of each day to the keyboard, from end to end", async () => {
		await visit("/cpu", async (page) => {
			await page.focus(chart);
			await page.waitForSelector(`${chart} .live .recharts-line`);
			const said = page.locator(`${chart} [aria-live]`);
			const press = async (key: string, day: Day) => {
				await page.keyboard.press(key);
				await expect.poll(() => said.textContent()).toMatch(new RegExp(`^${formatDay(day, "en")}: `));
			};
			await press("ArrowLeft", site.lastDay);
			expect(await said.textContent()).toMatch(/Intel [\d.]+%, AMD [\d.]+%/);
			await press("ArrowLeft", plusDays(site.lastDay, -1));
			await press("Home", site.firstDay);
			await press("ArrowRight", plusDays(site.firstDay, 1));
			await press("End", site.lastDay);
			await page.keyboard.press("Escape");
			await expect.poll(() => page.locator(`${chart} .values`).count()).toBe(0);
		});
	});

	it("shows the values of the day that is pointed at, as the data have them", async () => {
		await visit("/cpu", async (page) => {
			await page.locator(chart).scrollIntoViewIfNeeded();
			await page.hover(chart);
			await page.waitForSelector(`${chart} .live .recharts-line`);
			const shown = await page.locator(`${chart} .values`).innerText();
			const data = await (await fetch(`${site.url}/data/cpu-vendor/series.json`)).json();
			const place = data.days.findIndex((day: Day) => shown.startsWith(formatDay(day, "en")));
			const intel = data.series.find(({ bucket }: { bucket: string }) => bucket === "intel").total[place];
			expect(place).toBeGreaterThan(0);
			expect(shown).toMatch(new RegExp(`Intel\\s+[\\d.]+%\\s+${intel}\\b`));
		});
	});

	it("has a dot on each line of the day that is pointed at, and none on the bands of a stack", async () => {
		const dotsOn = (path: string, canvas: string) =>
			visit(path, async (page) => {
				await page.locator(canvas).first().scrollIntoViewIfNeeded();
				await page.hover(canvas);
				await page.waitForSelector(`${canvas} .values`);
				const bucketsOf = (what: string) =>
					page
						.locator(`${canvas} ${what}`)
						.evaluateAll((all) => all.map((one) => one.getAttribute("data-bucket")).sort());
				return { rows: await bucketsOf(".values tr"), dots: await bucketsOf(".recharts-active-dot circle") };
			});
		const lines = await dotsOn("/cpu", chart);
		expect(lines.rows).toContain("intel");
		expect(lines.dots).toEqual(lines.rows);
		const stack = await dotsOn("/statistics/cpu-cores", ".canvas[role=application]");
		expect(stack.rows.length).toBeGreaterThan(1);
		expect(stack.dots).toEqual([]);
	});

	it("lights up a category in chart and table together", async () => {
		const look = async (page: Page) => {
			const lit = () =>
				page
					.locator("#cpu-vendor [data-lit]")
					.evaluateAll((all) => [...new Set(all.map((one) => `${one.tagName} ${one.getAttribute("data-bucket")}`))]);
			const row = page.locator("#cpu-vendor tr[data-bucket=amd]");
			await row.scrollIntoViewIfNeeded();
			await row.hover();
			await expect.poll(lit).toContain("TR amd");
			expect((await lit()).map((one) => one.split(" ")[1])).not.toContain("intel");
			expect((await lit()).some((one) => /^g amd$/i.test(one))).toBe(true);
			const line = page.locator(`${chart} svg[role=img]:visible [data-bucket=intel] path`).first();
			const place = (path: Element) => {
				const { x, y } = (path as SVGPathElement).getPointAtLength(80);
				const at = new DOMPoint(x, y).matrixTransform((path as SVGPathElement).getScreenCTM() ?? undefined);
				return { x: at.x, y: at.y };
			};
			await page.locator(chart).scrollIntoViewIfNeeded();
			const box = await line.evaluate(place);
			await page.hover(chart);
			await page.waitForSelector(`${chart} .live .recharts-line`);
			await page.mouse.move(box.x, box.y + 3);
			await expect.poll(lit).toContain("TR intel");
			expect(await lit()).toContain("path intel");
		};
		await visit("/cpu", look, { reducedMotion: "reduce" });
	});

	it("answers a finger, and stays when it is lifted", async () => {
		await visit(
			"/cpu",
			async (page) => {
				await page.locator(chart).scrollIntoViewIfNeeded();
				await page.tap(chart);
				await page.waitForSelector(`${chart} .live .recharts-line`);
				expect(await page.locator(`${chart} .values p`).textContent()).toMatch(/\d{4}$/);
				await page.tap("#cpu-vendor .about");
				await expect.poll(() => page.locator(`${chart} .values`).count()).toBe(0);
				// The live chart answers as the static one did.
				await page.tap(chart);
				await expect.poll(() => page.locator(`${chart} .values p`).allTextContents()).toHaveLength(1);
				await page.tap("#cpu-vendor .about");
				await expect.poll(() => page.locator(`${chart} .values`).count()).toBe(0);
				expect(await page.locator(chart).evaluate((one) => getComputedStyle(one).touchAction)).toBe("pan-y");
			},
			{ hasTouch: true, viewport: { width: 390, height: 800 } },
		);
	});

	it.each([
		"/statistics/cpu-vendor?axis=log&show=total",
		"/statistics/cpu-cores?range=90d",
		"/statistics/hosts-active?events=on&axis=log",
	])("of %s stands where the static one stood", async (path) => {
		await visit(path, (page) => expectSamePlaces(page, "#history ~ .pair .canvas"));
	});

	it("leaves the static one where it cannot be fetched", async () => {
		await visit("/cpu", async (page) => {
			await page.route("**/charts/**", (route) => route.fulfill({ status: 200, body: "no JSON" }));
			const answered = page.waitForResponse("**/charts/**");
			await page.hover(chart);
			await (await answered).finished();
			await page.waitForLoadState("networkidle");
			expect(await page.locator(`${chart} svg[role=img]:visible`).count()).toBe(1);
			expect(await page.locator(`${chart} .live`).count()).toBe(0);
		});
	});
});

describe("the brush", () => {
	const path = "/statistics/cpu-vendor?show=total";
	const canvas = ".canvas[role=application]";
	const handles = `${canvas} .recharts-brush-traveller`;
	const open = async (page: Page) => {
		await page.locator(canvas).scrollIntoViewIfNeeded();
		await page.hover(canvas);
		await page.waitForSelector(handles);
	};
	const why = (page: Page) => page.locator(".chart .why a");
	const range = (page: Page) => new URL(page.url()).searchParams;

	it("chooses days with the pointer, as the form does, and Back undoes it", async () => {
		await visit(path, async (page) => {
			await open(page);
			const box = await page.locator(handles).first().boundingBox();
			const [x, y] = [(box?.x ?? 0) + 12, (box?.y ?? 0) + 12];
			await page.mouse.move(x, y);
			await page.mouse.down();
			await page.mouse.move(x + 200, y, { steps: 4 });
			expect(await page.locator(`${canvas} .range`).textContent()).toMatch(/\d{4} – .*\d{4}/);
			await page.mouse.up();
			await page.waitForURL(/from=/);
			const from = range(page).get("from") ?? "";
			expect(from > site.firstDay && from < site.lastDay, from).toBe(true);
			expect(page.url()).toBe(`${site.url}${path}&from=${from}&to=${site.lastDay}`);
			await expect.poll(() => page.locator(".own-range input[name=from]").inputValue()).toBe(from);
			expect(await why(page).getAttribute("href")).toBe(`/why/cpu-vendor?from=${from}&to=${site.lastDay}`);
			await page.goBack();
			await page.waitForURL(site.url + path);
			await expect.poll(() => page.locator(".own-range input[name=from]").inputValue()).toBe(site.firstDay);
			expect(await why(page).count()).toBe(0);
		});
	});

	it("chooses days with the keyboard: its handles are sliders that say their day", async () => {
		await visit(path, async (page) => {
			await page.focus(canvas);
			await page.waitForSelector(handles);
			const [first, last] = [page.locator(handles).first(), page.locator(handles).last()];
			const said = (handle: typeof first) =>
				handle.evaluate((one) => ["role", "aria-valuenow", "aria-valuetext"].map((name) => one.getAttribute(name)));
			expect(await first.getAttribute("aria-label")).toMatch(/^From\. .*Enter/);
			expect(await last.getAttribute("aria-label")).toMatch(/^To\. .*Enter/);
			expect(await said(first)).toEqual(["slider", "0", formatDay(site.firstDay, "en")]);
			await page.keyboard.press("Tab");
			for (const days of [1, 2, 3]) {
				await page.keyboard.press("ArrowRight");
				await expect
					.poll(() => said(first))
					.toEqual(["slider", `${days}`, formatDay(plusDays(site.firstDay, days), "en")]);
			}
			await page.keyboard.press("Escape");
			await expect.poll(async () => (await said(first))[1]).toBe("0");
			await page.keyboard.press("ArrowRight");
			await page.keyboard.press("Tab");
			await page.keyboard.press("ArrowLeft");
			await expect.poll(() => said(last)).toContain(formatDay(plusDays(site.lastDay, -1), "en"));
			await page.keyboard.press("Enter");
			await page.waitForURL(`${site.url}${path}&from=${plusDays(site.firstDay, 1)}&to=${plusDays(site.lastDay, -1)}`);
			await takenOver(page);
			expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
			// The answer to "why?" is few keys away, for exactly these days.
			for (let keys = 0; keys < 5 && !(await why(page).evaluate((one) => one === document.activeElement)); keys += 1)
				await page.keyboard.press("Tab");
			await page.keyboard.press("Enter");
			await page.waitForURL(
				`${site.url}/why/cpu-vendor?from=${plusDays(site.firstDay, 1)}&to=${plusDays(site.lastDay, -1)}`,
			);
		});
	});

	it.each([
		["/cpu", "#cpu-vendor", "/statistics/cpu-vendor?"],
		["/", "#growth .halves > :first-child", "/statistics/openvz-version?show=total&"],
		["/retire/cpu-vendor/intel", "[aria-labelledby=course]", "/statistics/cpu-vendor?bucket=intel&"],
	])("on %s leads to the page of the statistic, with these days and why it changed", async (path, section, begin) => {
		await visit(path, async (page) => {
			const chart = `${section} .canvas`;
			await page.locator(chart).scrollIntoViewIfNeeded();
			await page.focus(chart);
			const first = page.locator(`${chart} .recharts-brush-traveller`).first();
			await first.waitFor();
			expect(await first.getAttribute("aria-label")).toMatch(/^From\. .*Enter/);
			await page.keyboard.press("Tab");
			await page.keyboard.press("ArrowRight");
			await expect.poll(() => first.getAttribute("aria-valuenow")).toBe("1");
			await page.keyboard.press("Enter");
			const days = `from=${plusDays(site.firstDay, 1)}&to=${site.lastDay}`;
			await page.waitForURL(`${site.url}${begin}${days}`);
			expect(await why(page).getAttribute("href")).toContain(days);
		});
	});

	it("is only where a form for a range is", async () => {
		await visit("/quality", async (page) => {
			const chart = "[aria-labelledby=reports] .canvas";
			await page.locator(chart).scrollIntoViewIfNeeded();
			await page.hover(chart);
			await page.waitForSelector("[aria-labelledby=reports] .live .recharts-wrapper");
			expect(await page.locator(".recharts-brush").count()).toBe(0);
		});
	});
});
