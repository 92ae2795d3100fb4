/** Whoever reads: by screen reader, by keyboard, enlarged, in the colours of their system. In the real browser. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { rounds } from "../rounds";
import { filledSite } from "../shared-sites";
import { expectAccessible } from "./axe";
import { patienceMs, sharedBrowser } from "./browser";

const { url } = await filledSite();

async function on<T>(options: BrowserContextOptions, look: (page: Page) => Promise<T>): Promise<T> {
	const context = await (await sharedBrowser()).newContext({ viewport: { width: 1280, height: 900 }, ...options });
	context.setDefaultTimeout(patienceMs);
	try {
		return await look(await context.newPage());
	} finally {
		await context.close();
	}
}

/** All other pages are looked at while they are open (pages.test.ts). */
const documents = ["/embed/cpu-vendor", "/slide/cpu-vendor?form=day", "/nothing-here"];

describe("axe finds nothing", () => {
	it.each([
		["English, wide", "light", 1280, ""],
		["Russian, on a phone", "dark", 390, "/ru"],
	] as const)("in documents that stand alone, nor where nothing is: %s", async (_, scheme, width, prefix) => {
		await on({ colorScheme: scheme, viewport: { width, height: 900 } }, async (page) => {
			for (const path of documents) {
				await page.goto(url + prefix + path);
				await expectAccessible(page, scheme, rounds(1, 2));
			}
		});
	});
});

describe("the keyboard alone", () => {
	/** Where the focus is, and whether that can be seen. */
	const focused = (page: Page) =>
		page.evaluate(() => {
			const one = document.activeElement;
			if (!one || one === document.body) return null;
			const { outlineStyle, outlineWidth } = getComputedStyle(one);
			const after = getComputedStyle(one, "::after");
			const { top, bottom } = one.getBoundingClientRect();
			// The handles of the brush, where the interactive chart has come meanwhile, have a frame of their own.
			const handle = one.querySelector(":scope > .handle rect + rect");
			const isFramed = handle !== null && Number.parseFloat(getComputedStyle(handle).strokeWidth) >= 2;
			const known = window as unknown as { seen?: Element };
			const before = known.seen;
			known.seen = one;
			return {
				what: `${one.tagName} ${one.className} ${one.textContent?.slice(0, 40)}`,
				outlined:
					isFramed || ([outlineStyle, after.outlineStyle].some((style) => style !== "none") && outlineWidth !== "0px"),
				inSight: bottom > 0 && top < innerHeight,
				inOrder: !before || !(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING),
			};
		});

	it.each([
		["/cpu", 1280],
		["/statistics/cpu-vendor", 1280],
		["/", 390],
	])("reaches and leaves everything in order on %s at %d pixels", async (path, width) => {
		await on({ viewport: { width, height: 900 }, reducedMotion: "reduce" }, async (page) => {
			await page.goto(url + path, { waitUntil: "networkidle" });
			const places = await page.locator("a[href], button, input, summary, select, [tabindex='0']").count();
			let reached = 0;
			for (let i = 0; i < places * 3 + 20; i++) {
				await page.keyboard.press("Tab");
				const at = await focused(page);
				if (!at) break;
				reached++;
				expect(at, `${path}: ${at.what}`).toMatchObject({ outlined: true, inSight: true, inOrder: true });
			}
			expect(await focused(page), "the focus leaves the page at its end").toBeNull();
			expect(reached).toBeGreaterThan(15);
		});
	});

	it("skips to the content", async () => {
		await on({}, async (page) => {
			await page.goto(`${url}/cpu`);
			await page.keyboard.press("Tab");
			expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
			await page.keyboard.press("Enter");
			await page.keyboard.press("Tab");
			expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
		});
	});

	it("finds the numbers of a chart in the table beside it", async () => {
		await on({ javaScriptEnabled: false }, async (page) => {
			await page.goto(`${url}/cpu`);
			for (const section of await page.locator("main > .statistic").all()) {
				const chart = section.locator("svg[role=img]:visible").first();
				const ids = (await chart.getAttribute("aria-labelledby"))?.split(" ") ?? [];
				const words = await Promise.all(ids.map((id) => section.locator(`[id="${id}"]`).textContent()));
				// Its title and unit, and a sentence with a level and a date.
				expect(words[0]).toMatch(/^.+\. .+/);
				expect(words[1]).toMatch(/\d.* on \d+\s\w+\s\d{4}|no value was frequent enough/);
				expect(await section.locator("table caption").count()).toBe(1);
			}
		});
	});
});

describe("enlarged", () => {
	const wider = (page: Page) =>
		page.evaluate(() => {
			const right = document.documentElement.clientWidth;
			return [...document.querySelectorAll("body *:not(svg *)")]
				.filter(
					(one) =>
						!one.closest("pre, .skip, .picture, .live, details:not([open]) > :not(summary)") &&
						one.getBoundingClientRect().right > right + 1,
				)
				.map((one) => `${one.tagName} ${one.className}`);
		});

	it.each([
		["at 200 % of 1280 pixels", 640],
		["at 400 %", 320],
	])("nothing is cut off %s, nor with the spacing that WCAG 1.4.12 allows", async (_, width) => {
		// As an extension of the browser does, whose styles no policy of the page stops.
		await on({ viewport: { width, height: 512 }, bypassCSP: true }, async (page) => {
			for (const path of ["/", "/ru/cpu", "/ru/countries", "/ru/statistics/cpu-model", "/ru/privacy", "/ru/quality"]) {
				await page.goto(url + path);
				expect(await wider(page), path).toEqual([]);
				await page.addStyleTag({
					content:
						"*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}",
				});
				expect(await wider(page), `${path} with more space`).toEqual([]);
				const [masthead, head] = await Promise.all(
					[".masthead", ".head"].map((part) => page.locator(part).boundingBox()),
				);
				expect((masthead?.y ?? 0) + (masthead?.height ?? 0)).toBeLessThanOrEqual(head?.y ?? 0);
				await page.click(".menu summary");
				expect(await wider(page), `${path} with its menu`).toEqual([]);
			}
		});
	});
});

it("the colours of the reader's system leave charts readable", async () => {
	await on({ forcedColors: "active", javaScriptEnabled: false }, async (page) => {
		await page.goto(`${url}/cpu`);
		const seen = await page.evaluate(() => {
			const chart = [...document.querySelectorAll("#cpu-vendor svg[role=img]")].find((one) => one.clientWidth > 0);
			const lines = [...(chart?.querySelectorAll('g > path[stroke-width="2"]') ?? [])];
			return {
				dashes: lines.map((line) => getComputedStyle(line).strokeDasharray),
				bars: [...document.querySelectorAll("#cpu-vendor .bar i")].map((bar) => getComputedStyle(bar).backgroundColor),
				paper: getComputedStyle(document.body).backgroundColor,
			};
		});
		expect(seen.dashes.length).toBeGreaterThan(1);
		expect(new Set(seen.dashes).size).toBe(seen.dashes.length);
		expect(new Set(seen.bars).size).toBeGreaterThan(1);
		expect(seen.bars).not.toContain(seen.paper);
	});
});

describe("what is seen first", () => {
	interface Painted {
		/** The element of the largest contentful paint. */
		largest: string;
		/** What moved, from where to where. */
		moved: string[];
	}
	interface LayoutShift extends PerformanceEntry {
		sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
	}
	/** When the largest element is told, and nothing more has been told for a while. */
	const painted = (page: Page): Promise<Painted> =>
		page.evaluate(
			() =>
				new Promise<Painted>((done) => {
					const placeOf = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(" ");
					const seen: Painted = { largest: "", moved: [] };
					let quiet: ReturnType<typeof setTimeout> | undefined;
					const wait = () => {
						clearTimeout(quiet);
						if (seen.largest) quiet = setTimeout(() => done(seen), 300);
					};
					new PerformanceObserver((list) => {
						for (const entry of list.getEntries()) {
							const { element } = entry as unknown as { element?: Element };
							seen.largest = `${element?.tagName} ${element?.textContent?.slice(0, 60)}`;
						}
						wait();
					}).observe({ type: "largest-contentful-paint", buffered: true });
					new PerformanceObserver((list) => {
						for (const { sources } of list.getEntries() as LayoutShift[])
							for (const { node, previousRect, currentRect } of sources)
								seen.moved.push(
									`${node?.nodeName} ${node?.textContent?.slice(0, 60)}: ${[previousRect, currentRect].map(placeOf).join(" to ")}`,
								);
						wait();
					}).observe({ type: "layout-shift", buffered: true });
				}),
		);

	it.each(["/", "/cpu", "/ru/countries", "/statistics/cpu-vendor"])(
		"on %s does not wait for JavaScript, and never moves",
		async (path) => {
			const withScripts = await on({}, async (page) => {
				await page.goto(url + path, { waitUntil: "networkidle" });
				return painted(page);
			});
			const without = await on({}, async (page) => {
				await page.route("**/*.js", (route) => route.abort());
				await page.goto(url + path, { waitUntil: "load" });
				return painted(page);
			});
			expect(withScripts.largest).not.toBe("");
			expect(without.largest).toBe(withScripts.largest);
			expect([without.moved, withScripts.moved]).toEqual([[], []]);
		},
	);

	it.each([390, 1280])("does not move when a chart comes alive, at %d pixels", async (width) => {
		await on({ viewport: { width, height: 900 } }, async (page) => {
			await page.goto(`${url}/cpu`, { waitUntil: "networkidle" });
			await page.locator("#cpu-vendor .canvas").scrollIntoViewIfNeeded();
			await page.hover("#cpu-vendor .canvas");
			await page.waitForSelector("#cpu-vendor .live svg");
			expect((await painted(page)).moved).toEqual([]);
		});
	});
});
