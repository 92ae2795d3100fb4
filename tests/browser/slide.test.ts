/** A chart for a room full of people, in a real browser. */
import readCode from "jsqr";
import { describe, expect, it } from "vitest";
import { plusDays } from "#lib/day";
import { filledSite } from "../shared-sites";
import { follow, visitorOf } from "./visit";

const site = await filledSite();
const visit = visitorOf(site);
const past = plusDays(site.lastDay, -30);

describe("a slide", () => {
	const talk = { viewport: { width: 1600, height: 900 } };

	it.each([
		"/slide/cpu-vendor",
		"/ru/slide/link-speed?form=day&product=openvz7",
		"/slide/memory-installed?form=day",
		"/ru/slide/disk-model?form=day&theme=dark",
		"/slide/hosts-active?form=day",
		"/ru/slide/container-memory",
	])("%s is read from the last row, on any screen", async (path) => {
		const screens = [
			{ width: 1600, height: 900 },
			{ width: 1024, height: 768 },
			{ width: 2560, height: 1080 },
		];
		await visit(path, async (page) => {
			for (const screen of screens) {
				await page.setViewportSize(screen);
				const slide = await page.locator(".slide").boundingBox();
				if (!slide) throw new Error("no slide");
				expect(slide.width / slide.height).toBeCloseTo(16 / 9, 2);
				expect(Math.max(slide.width - screen.width, slide.height - screen.height)).toBeLessThan(1);
				const parts = await page.evaluate(() => {
					const own = (node: Element) =>
						[...node.childNodes].some((one) => one.nodeType === 3 && one.textContent?.trim());
					return [...document.querySelectorAll<HTMLElement | SVGElement>(".slide *")]
						.filter((node) => own(node) && !node.closest("title,desc") && node.getClientRects().length > 0)
						.map((node) => {
							const svg = node.closest("svg");
							const box = svg?.viewBox.baseVal;
							const shrunk = svg && box ? Math.min(svg.clientWidth / box.width, svg.clientHeight / box.height) : 1;
							const { left, top, right, bottom } = node.getBoundingClientRect();
							return {
								text: node.textContent ?? "",
								size: Number.parseFloat(getComputedStyle(node).fontSize) * shrunk,
								box: { left, top, right, bottom },
							};
						});
				});
				expect(parts.length).toBeGreaterThan(5);
				for (const { text, size, box } of parts) {
					expect(size / slide.height, text).toBeGreaterThan(0.022);
					expect(box.left, text).toBeGreaterThanOrEqual(slide.x - 1);
					expect(box.right, text).toBeLessThanOrEqual(slide.x + slide.width + 1);
					expect(box.bottom, text).toBeLessThanOrEqual(slide.y + slide.height + 1);
				}
			}
		});
	});

	it("has a code that leads to the very view", async () => {
		const path = `/ru/slide/cpu-vendor?product=legacy&date=${past}&range=90d&theme=dark`;
		const side = 200;
		const dots = await visit(
			path,
			async (page) => {
				const svg = await page.locator(".code svg").evaluate((one) => one.outerHTML);
				// The slide's own policy keeps pictures out.
				const blank = await page.context().newPage();
				// One character for each pixel: far less to hand over than its colours.
				return blank.evaluate(
					async ({ text, side }) => {
						const image = new Image(side, side);
						const size = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"`;
						image.src = `data:image/svg+xml,${encodeURIComponent(text.replace("<svg", size))}`;
						await image.decode();
						const drawing = new OffscreenCanvas(side, side).getContext("2d");
						drawing?.drawImage(image, 0, 0, side, side);
						const colours = drawing?.getImageData(0, 0, side, side).data ?? new Uint8ClampedArray();
						return [...colours.filter((_, i) => i % 4 === 0)].map((red) => (red > 127 ? "1" : "0")).join("");
					},
					{ text: svg, side },
				);
			},
			talk,
		);
		const pixels = Uint8ClampedArray.from(
			[...dots].flatMap((dot) => [255 * Number(dot), 255 * Number(dot), 255 * Number(dot), 255]),
		);
		expect(readCode(pixels, side, side)?.data).toBe(
			`${site.url}/ru/statistics/cpu-vendor?product=legacy&date=${past}&range=90d`,
		);
	});

	it("goes on by keys, also in full screen", async () => {
		await visit(
			`/slide/cpu-vendor?theme=dark&date=${past}`,
			async (page) => {
				const title = () => page.textContent("h1");
				const first = await title();
				await page.keyboard.press("ArrowRight");
				await page.waitForURL(/\/slide\/cpu-generation/);
				expect(page.url()).toBe(`${site.url}/slide/cpu-generation?date=${past}&theme=dark`);
				await page.keyboard.press("PageUp");
				await page.waitForURL(/\/slide\/cpu-vendor/);
				expect(await title()).toBe(first);
				// There is nothing before the first.
				await page.keyboard.press("ArrowLeft");
				expect(await title()).toBe(first);

				await page.keyboard.press("f");
				await page.waitForFunction(() => document.fullscreenElement !== null);
				await page.keyboard.press("PageDown");
				await page.waitForFunction((before) => document.querySelector("h1")?.textContent !== before, first);
				expect(page.url()).toContain("/slide/cpu-generation");
				expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
				await page.keyboard.press("ArrowLeft");
				await page.waitForFunction((before) => document.querySelector("h1")?.textContent === before, first);
				await page.keyboard.press("f");
				await page.waitForFunction(() => document.fullscreenElement === null);
				await page.keyboard.press("Escape");
				await page.waitForURL(/\/statistics\/cpu-vendor/);
			},
			talk,
		);
	});

	it("goes on by swipes", async () => {
		await visit(
			"/slide/cpu-vendor",
			async (page) => {
				await page.evaluate(() => {
					const touch = (x: number) => new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 100 });
					const tell = (kind: string, x: number) =>
						dispatchEvent(
							new TouchEvent(kind, { touches: kind === "touchend" ? [] : [touch(x)], changedTouches: [touch(x)] }),
						);
					tell("touchstart", 500);
					tell("touchend", 300);
				});
				await page.waitForURL(/\/slide\/cpu-generation/);
			},
			{ ...talk, hasTouch: true },
		);
	});

	it("goes on by links without JavaScript", async () => {
		await visit(
			"/ru/slide/cpu-vendor?product=legacy",
			async (page) => {
				await follow(page, "a[rel=next]");
				expect(page.url()).toMatch(/\/ru\/slide\/cpu-[a-z]+\?product=legacy$/);
				await follow(page, "a[rel=prev]");
				expect(await page.textContent("nav span:not([class])")).toMatch(/^1 \/ \d/);
				expect(await page.locator("button:visible").count()).toBe(0);
			},
			{ ...talk, javaScriptEnabled: false },
		);
	});

	it("is one page of paper", async () => {
		await visit("/slide/cpu-vendor", async (page) => {
			const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
			expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
		});
	});
});
