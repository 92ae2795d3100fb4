/** Every page, in a real browser, over the published history of a small simulated fleet. */
import { brotliCompressSync, constants } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pages } from "#lib/statistics/pages";
import { rounds } from "../rounds";
import { filledSite } from "../shared-sites";
import { expectAccessible } from "./axe";
import { readerOf, visitorOf } from "./visit";

const site = await filledSite();
const visit = visitorOf(site);
const read = readerOf(site);

const paths = [
	"/",
	...pages.map(({ slug }) => `/${slug}`),
	"/statistics/cpu-vendor",
	"/statistics/hosts-active",
	"/statistics/host-distro?events=on",
	"/statistics/cpu-model",
	"/statistics/container-state",
	"/statistics/cpu-model?show=total&axis=log&range=90d&q=xeon",
	"/countries?product=legacy",
	"/compare/container-os",
	"/why/container-os",
	"/retire/cpu-vendor/intel",
	"/cross/cpu-vendor/cpu-sockets",
	"/months",
	"/methodology",
	"/methodology/cpu",
	"/quality",
	"/privacy",
	"/my-host",
	"/join",
	"/disp-helper",
	"/inspect",
	"/search",
	"/search?q=centos",
	"/api",
	"/api/data-slug-json",
	"/api/answers",
];
const inBoth = paths.flatMap((path) => [path, `/ru${path === "/" ? "" : path}`]);

const schemes = rounds(1, 2);

/** Packed, by address: pages share most of their scripts. */
const sizes = new Map<string, number>();

/** As far as the server packs: pages quickly, files that never change once for all (brotli's default). */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

async function packedSize(address: string): Promise<number> {
	const known = sizes.get(address);
	if (known !== undefined) return known;
	const bytes = Buffer.from(await (await fetch(address)).arrayBuffer());
	const size = brotliCompressSync(bytes, /\.(css|js)$/.test(address) ? {} : quick).length;
	sizes.set(address, size);
	return size;
}

async function expectLight(page: Page): Promise<void> {
	await page.waitForLoadState("networkidle");
	const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
	const sizeOf = async (addresses: string[]) =>
		(await Promise.all(addresses.map(packedSize))).reduce((sum, size) => sum + size, 0);
	const [html, css, js] = [
		await sizeOf([page.url()]),
		...(await Promise.all(
			[".css", ".js"].map((end) => sizeOf([...new Set(loaded)].filter((address) => address.endsWith(end)))),
		)),
	] as [number, number, number];
	expect(html + css).toBeLessThan(60_000);
	expect(js).toBeLessThan(120_000);
	expect(Math.min(html, css, js)).toBeGreaterThan(2000);
}

/** Words of names in tables that stand on two lines. */
function brokenNames(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const texts: Node[] = [];
		for (const name of document.querySelectorAll(".distribution tbody th")) {
			const walker = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
			for (let text = walker.nextNode(); text; text = walker.nextNode()) texts.push(text);
		}
		return texts.flatMap((text) =>
			[...(text.textContent ?? "").matchAll(/[\p{L}\d]+/gu)].flatMap(({ 0: word, index }) => {
				const range = document.createRange();
				range.setStart(text, index);
				range.setEnd(text, index + word.length);
				const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top));
				return lines.size > 1 ? [word] : [];
			}),
		);
	});
}

/** Pages that are about charts. */
const hasChartFirst = new RegExp(
	`^(?:/ru)?/(?:${pages.map(({ slug }) => slug).join("|")}|(?:statistics|compare)/.+)?(?:\\?.*)?$`,
);

/** The first chart is whole on a screen of 1440 × 900, and begins on that of a phone, 390 × 844. */
async function expectChartFirst(page: Page, path: string): Promise<void> {
	const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
	const first = page
		.locator("main .headline svg, main figure.map, main svg[role=img]")
		.filter({ visible: true })
		.first();
	const chart = (await first.boundingBox()) ?? { y: Number.POSITIVE_INFINITY, height: 0 };
	if (width === 1440) expect(chart.y + chart.height, `${path} at ${width}`).toBeLessThanOrEqual(height);
	else expect(chart.y + 40, `${path} at ${width}`).toBeLessThanOrEqual(844);
}

describe("every page", () => {
	it.each(inBoth)(
		"%s fits from 320 to 2560 pixels, is light (60 kB of HTML and CSS, 120 kB of JavaScript, packed), and neither it nor axe complains",
		async (path) => {
			const isRussian = path.startsWith("/ru");
			const colorScheme = isRussian ? "dark" : "light";
			// The largest page repeats itself: in one language is enough.
			const isForAxe = path !== "/ru/api" || schemes > 1;
			const look = async (page: Page) => {
				// English on a wide screen, Russian on a phone.
				if (!isRussian) await expectAccessible(page, colorScheme, schemes);
				for (const width of [2560, 1440, 1280, 820, 390, 360, 320]) {
					await page.setViewportSize({ width, height: 900 });
					const wide = await page.evaluate(() => document.documentElement.scrollWidth);
					expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
					if (width === 360) expect(await brokenNames(page), `${path} at ${width}`).toEqual([]);
					if (hasChartFirst.test(path) && (width === 1440 || width === 390)) await expectChartFirst(page, path);
					if (isRussian && isForAxe && width === 390) await expectAccessible(page, colorScheme, schemes);
				}
				// Last: by now everything has been loaded.
				await expectLight(page);
			};
			await read(path, look, { colorScheme });
		},
	);
});

describe("the overview", () => {
	it("has the General info of both products with its labels", async () => {
		const tables = await visit("/", (page) => page.locator(".info").allInnerTexts());
		const lines = (weeks: string) =>
			new RegExp(
				`Hosts total\\s+\\d+\\s+Hosts with CTs\\s+\\d+\\s+Hosts with running CTs\\s+\\d+\\s+Hosts active during ${weeks}\\s+\\d+\\s+` +
					"Number of reports\\s+[\\d,]+\\s+Last report, time ago\\s+\\d+:\\d\\d:\\d\\d",
			);
		expect(tables[0]).toMatch(lines("last two weeks"));
		expect(tables[1]).toMatch(lines("last two months"));
	});

	it("leads to the growth chart", async () => {
		await visit("/", async (page) => {
			await page.click("text=See how we grow over time");
			expect(page.url()).toBe(`${site.url}/#growth`);
			expect(await page.locator("#growth svg[role=img]:visible").count()).toBe(2);
		});
	});

	it("counts the time since the last report on while somebody looks, and anew for who comes later", async () => {
		const begun = await visit("/", async (page) => {
			const ago = () => page.locator(".info").first().locator("tr:last-child td").textContent();
			const first = await ago();
			await expect.poll(ago).not.toBe(first);
			return first;
		});
		const asked = async () => {
			const html = await (await fetch(site.url)).text();
			return /\d\d+:\d\d:\d\d/.exec(html)?.[0];
		};
		await expect.poll(asked, { interval: 1000 }).not.toBe(begun);
		expect((await fetch(site.url)).headers.get("cache-control")).toBe("public, max-age=10");
	});

	it("says that it is a simulation only where it is one", async () => {
		expect(await visit("/", (page) => page.locator(".simulation").count())).toBe(0);
	});
});
