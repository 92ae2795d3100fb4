/** ControlProps into report archives in a real browser. */
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Section } from "#components/inspect/inspected-report";
import { inspect, refusalIn } from "#lib/inspect/inspect";
import { defaultLanguage, languages, pathIn } from "#lib/language";
import { unpack } from "#lib/readers/unpack";
import { translate } from "#lib/text/index";
import { badArchives, packArchive } from "../readers/archive";
import { packedSample, sampleFiles } from "../readers/sample";
import { filledSite } from "../shared-sites";
import { findings } from "./axe";
import { visitorOf } from "./visit";

const site = await filledSite();
const visit = visitorOf(site);

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
	await page.setInputFiles(".drop input", { name, mimeType: "application/gzip", buffer });
	await page.waitForFunction((name) => document.querySelector(".outcome")?.textContent?.startsWith(name), name);
}

const open = (page: Page, where: string) =>
	page.evaluate((where) => {
		for (const one of document.querySelectorAll<HTMLDetailsElement>(`${where} details`)) one.open = true;
	}, where);

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
const textOf = (markup: string) =>
	markup.replaceAll(/<[^>]*>/g, "").replaceAll(/&([#\w]+);/g, (_, name: string) => entities[name] ?? "");

describe.each([
	["openvz7", "en", "light", 1280],
	["legacy", "ru", "dark", 390],
] as const)("the sample of %s, %s, %s, at %d pixels", (product, language, colorScheme, width) => {
	const view = { language, product, day: null };
	const look = async (page: Page) => {
		const bytes = packedSample(product);
		await choose(page, "mine.tar.gz", bytes);
		const { sections } = inspect(unpack(bytes).members);
		const read = sections.map((one) => textOf(renderToStaticMarkup(<Section inspected={one} view={view} />)));
		expect(await page.locator("article[data-section]").allTextContents()).toEqual(read);
		expect(read.join()).toContain(product === "openvz7" ? "Supermicro" : "2.6.32-042stab");

		await open(page, "[data-section=static]");
		await page.waitForSelector("[data-section=static] .text");
		expect(await findings(page)).toEqual([]);
		await page.emulateMedia({ colorScheme: colorScheme === "light" ? "dark" : "light" });
		expect(await findings(page, "color-contrast")).toEqual([]);
		const levels = await page.locator("h1, h2, h3, h4").evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
		expect(levels.every((level, i) => i === 0 || level <= (levels[i - 1] ?? 0) + 1)).toBe(true);
		for (const narrow of [width, 320]) {
			await page.setViewportSize({ width: narrow, height: 900 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(narrow);
		}
	};
	it("says what the server reads in the same bytes, to everybody", async () => {
		const path = language === "ru" ? "/ru/inspect" : "/inspect";
		await visit(path, look, { colorScheme, viewport: { width, height: 900 } });
	});
});

describe("what the browser is told to load", () => {
	it("is at most 153 kB of JavaScript, and nothing once it is there", async () => {
		await visit("/inspect", async (page) => {
			await page.waitForLoadState("networkidle");
			const asked: { url: string; method: string; body: string | null }[] = [];
			page.on("request", (one) => asked.push({ url: one.url(), method: one.method(), body: one.postData() }));
			await choose(page, "first.tar.gz", packedSample("openvz7"));
			expect(asked.length).toBeGreaterThan(0);
			expect(asked.filter(({ method, body, url }) => method !== "GET" || body || !url.endsWith(".js"))).toEqual([]);
			const sizes = asked.map(
				async ({ url }) => brotliCompressSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length,
			);
			const kilobytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
			console.log(`what reads reports: ${kilobytes.toFixed(1)} of 153 kB`);
			expect(kilobytes).toBeLessThan(153);

			asked.length = 0;
			await choose(page, "second.tar.gz", packedSample("legacy"));
			await open(page, ".inspected");
			await choose(page, "third.tar.gz", Buffer.from("x"));
			await page.waitForLoadState("networkidle");
			expect(asked).toEqual([]);

			await page.click("text=the sample of OpenVZ 6 and older");
			await page.waitForSelector(".inspected");
			expect(await page.innerText("#inspected")).toBe("Report of OpenVZ 6 and older");
			expect(asked.map(({ url }) => url)).toEqual([`${site.url}/samples/legacy-report.tar.gz`]);
		});
	});
});

describe("archives that would be refused", () => {
	it.each(languages)("are refused in the words of the server: %s", async (language) => {
		const t = translate(language);
		await visit(pathIn(language, "/inspect"), async (page) => {
			const all = Object.entries(badArchives);
			for (const [what, { line, bytes }] of language === defaultLanguage ? all : all.slice(0, 3)) {
				await choose(page, what, await bytes());
				expect(await page.textContent(".outcome"), what).toBe(
					t("inspect.refused", { name: what, line: refusalIn(language, line) }),
				);
				expect(await page.locator(".inspected").count()).toBe(0);
			}
		});
	});
});

it("hostile names and texts are shown as text", async () => {
	const evil = `<img src="/x" onerror="window.isBroken=true">`;
	const sent = await packArchive({
		...sampleFiles("openvz7"),
		"cpu.json": JSON.stringify({ lscpu: { "Model name": evil, [evil]: evil } }),
		"disks.json": "{".repeat(100_000),
		[`${evil}.json`.replaceAll("/", "")]: evil,
	});
	await visit("/inspect", async (page) => {
		await choose(page, `${evil}.tar.gz`, sent);
		await open(page, ".inspected");
		await page.waitForSelector(".inspected .text");
		expect(await page.textContent("[data-section=cpu] .text")).toContain("onerror");
		expect(await page.textContent("[data-section=disks] .nothing")).toBe(translate("en")("inspect.notCarried.notJson"));
		expect(await page.locator("main img").count()).toBe(0);
		expect(await page.evaluate(() => "isBroken" in window)).toBe(false);
	});
});

describe("whoever reads", () => {
	it("reaches the chooser with the keyboard, and sees that", async () => {
		await visit("/inspect", async (page) => {
			await page.locator(".drop input").focus();
			await page.keyboard.press("Tab");
			expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toContain("/samples/");
			await page.keyboard.press("Shift+Tab");
			expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("file");
			expect(await page.locator(".drop").evaluate((one) => getComputedStyle(one).outlineStyle)).toBe("solid");
		});
	});

	it("has no JavaScript: is told so, and what to do instead", async () => {
		const look = async (page: Page) => {
			const text = await page.innerText("main");
			expect(text).toContain("JavaScript");
			expect(text).toContain("tar tzf report.tar.gz");
			expect(await page.locator(".drop").isVisible()).toBe(false);
			expect(await page.locator('main a[href="/privacy"]').count()).toBeGreaterThan(0);
			expect((await fetch(site.url + (await page.getAttribute(".samples a", "href")))).status).toBe(200);
		};
		await visit("/inspect", look, { javaScriptEnabled: false });
	});
});
