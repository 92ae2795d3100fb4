/** Pictures over a small published fleet: what they are, what they carry, and what is refused. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { Face, Blob as FontBlob } from "harfbuzzjs";
import subset from "subset-font";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeSimulation } from "#bin/simulation-file";
import { pictureBounds, pictureSizes } from "#lib/address/values";
import { colours } from "#lib/colours";
import type { Day } from "#lib/day";
import { runStats, type Site, startSite } from "../site";
import { folderWithDatabase } from "../template-cluster";

const end = "2026-01-31" as Day;
const onDay = `date=${end}`;

let folder: string;
let site: Site;
beforeAll(async () => {
	folder = await folderWithDatabase("openvz-pictures-");
	const archive = join(folder, "archive");
	const fleet = ["--hosts", "24", "--legacy-hosts", "8", "--days", "30", "--seed", "7", "--end", end];
	for (const command of [
		["simulate", "--out", archive, ...fleet],
		["import", archive],
	]) {
		expect((await runStats(folder, ...command)).code, command.join(" ")).toBe(0);
	}
	await writeSimulation(folder, { fleet: { hosts: 24, legacyHosts: 8, days: 30, seed: 7, end }, through: end });
	site = await startSite({ dataFolder: folder, env: { PUBLIC_URL: "https://stats.example.org" } });
});
afterAll(async () => {
	await site?.stop();
	await rm(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(site.url + path, { headers });

async function svgOf(path: string): Promise<string> {
	const response = await get(path);
	expect(response.status, path).toBe(200);
	expect(response.headers.get("content-type")).toBe("image/svg+xml");
	return response.text();
}

async function pngOf(path: string) {
	const response = await get(path);
	expect(response.status, path).toBe(200);
	expect(response.headers.get("content-type")).toBe("image/png");
	const file = Buffer.from(await response.arrayBuffer());
	expect(file.subarray(1, 4).toString()).toBe("PNG");
	return { file, width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** RGBA of each pixel. */
function pixelsOf({ file, width, height }: Awaited<ReturnType<typeof pngOf>>): Buffer {
	const data = file.toString("base64");
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${data}"/></svg>`;
	return new Resvg(svg).render().pixels;
}

const hexOf = (pixels: Buffer, at: number) => `#${pixels.subarray(at, at + 3).toString("hex")}`;

function wordsOf(svg: string): string {
	const texts = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, text = ""]) => text.replace(/<[^>]*>/g, ""));
	return texts.join("\n").replaceAll("\u00a0", " ");
}

const addresses = [
	`/data/cpu-vendor.svg?${onDay}`,
	`/data/memory-installed.svg?${onDay}&lang=ru&theme=dark`,
	`/data/hosts-active.svg?${onDay}`,
	`/data/cpu-vendor/series.svg?${onDay}`,
	`/data/memory-installed/series.svg?${onDay}&lang=ru`,
	`/data/hosts-active/series.svg?${onDay}&product=legacy&events=on`,
	`/data/openvz-version/series.svg?${onDay}&show=total&axis=log`,
];

describe.each(addresses)("%s", (address) => {
	test("stands alone", async () => {
		const response = await get(address);
		const svg = await response.text();
		expect(response.headers.get("content-type")).toBe("image/svg+xml");
		expect(response.headers.get("access-control-allow-origin")).toBe("*");
		expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
		expect(response.headers.get("content-security-policy")).not.toContain("script");
		expect(response.headers.get("cache-control")).toMatch(/public, max-age=\d+/);
		expect(response.headers.get("content-disposition")).toMatch(
			/^inline; filename="openvz-(?:[67]-)?[a-z-]+(-series-\d{4}-\d\d-\d\d-to)?-2026-01-31\.svg"$/,
		);
		// Another program reads it, and takes no mistake in XML.
		expect(new Resvg(svg).width).toBe(800);
		expect(svg).not.toMatch(/<script|<foreignObject|\son\w+=|href=|@import/i);
		expect(
			[...svg.matchAll(/url\(([^)]{0,30})/g)].every(([, to = ""]) => to.startsWith("data:font/woff2;base64,")),
		).toBe(true);
		expect(svg.length).toBeLessThan(60_000);
	});
	test("brings its letters, in both weights", async () => {
		const svg = await svgOf(address);
		const fonts = [...svg.matchAll(/base64,([^)]+)\)/g)].map(([, data = ""]) => Buffer.from(data, "base64"));
		expect(fonts).toHaveLength(2);
		const letters = new Set(wordsOf(svg).replaceAll(/&\w+;|\s/g, ""));
		for (const font of fonts) {
			expect(font.subarray(0, 4).toString()).toBe("wOF2");
			const face = new Face(
				new FontBlob(new Uint8Array(await subset(font, [...letters].join(""), { targetFormat: "sfnt" })).buffer),
			);
			const known = new Set(Array.from(face.collectUnicodes(), (code) => String.fromCodePoint(code)));
			expect([...letters].filter((letter) => !known.has(letter))).toEqual([]);
		}
	});
	test("says what it is", async () => {
		const words = wordsOf(await svgOf(address));
		expect(words).toContain(address.includes("lang=ru") ? "31 января 2026" : "31 January 2026");
		expect(words).toMatch(/OpenVZ/);
		expect(words).toContain("stats.example.org");
		expect(words).toMatch(/Simulation|Симуляция/);
		if (!address.includes("hosts-active")) expect(words).toMatch(/n = \d/);
	});
});

test("one number is told in large type", async () => {
	const base = await (await get(`/data/hosts-active.json?${onDay}`)).json();
	expect(wordsOf(await svgOf(`/data/hosts-active.svg?${onDay}`)).split("\n")).toContain(`${base.base.total} hosts`);
});

describe("PNG", () => {
	test.each(Object.entries(pictureSizes))("in the size %s", async (size, { width, height }) => {
		expect(await pngOf(`/data/cpu-vendor.png?${onDay}&size=${size}`)).toMatchObject({ width, height });
	});
	test("in every scale", async () => {
		for (const scale of [1, 2, 3, 4]) {
			const png = await pngOf(`/data/cpu-vendor.png?${onDay}&width=400&height=350&scale=${scale}`);
			expect(png).toMatchObject({ width: 400 * scale, height: 350 * scale });
		}
	});
	test("on the paper of its theme, or on none, with a chart on it", async () => {
		const corner = 4 * (3 * 400 + 3);
		for (const theme of ["light", "dark"] as const) {
			const png = await pngOf(`/data/memory-installed.png?${onDay}&width=400&height=350&theme=${theme}`);
			const pixels = pixelsOf(png);
			expect(hexOf(pixels, corner)).toBe(colours[theme].paper);
			const distinct = new Set(Array.from({ length: pixels.length / 4 }, (_, i) => hexOf(pixels, i * 4)));
			expect(distinct.size).toBeGreaterThan(50);
		}
		const png = await pngOf(`/data/cpu-vendor.png?${onDay}&width=400&height=350&background=transparent`);
		const pixels = pixelsOf(png);
		expect(pixels[corner + 3]).toBe(0);
		expect(pixels.some((value, i) => i % 4 === 3 && value === 255)).toBe(true);
	});
});

const { width, height, scale, titleCharactersMax, pixelsMax } = pictureBounds;

test.each(Object.values(pictureSizes))("$width × $height may be drawn in every scale", (size) => {
	expect(size.width * size.height * scale.max ** 2).toBeLessThanOrEqual(pixelsMax);
});

describe("bounds", () => {
	test.each(
		[
			`width=${width.min}`,
			`width=${width.max}`,
			`height=${height.min}`,
			`height=${height.max}`,
			`scale=${scale.max}`,
			`title=${"W".repeat(titleCharactersMax)}`,
			`title=${"Ж".repeat(titleCharactersMax)}`,
		].map((asked) => [asked.slice(0, 30), asked] as const),
	)("%s is drawn", async (_, asked) => {
		expect((await get(`/data/cpu-vendor.png?${onDay}&${asked}`)).status).toBe(200);
	});
	test.each(
		[
			`width=${width.min - 1}`,
			`width=${width.max + 1}`,
			`height=${height.min - 1}`,
			`height=${height.max + 1}`,
			`scale=${scale.min - 1}`,
			`scale=${scale.max + 1}`,
			`width=${width.max}&height=${height.max}&scale=2`,
			"size=slide&width=1920&height=1080&scale=4",
			`title=${"W".repeat(titleCharactersMax + 1)}`,
			`title=${"W".repeat(12_000)}`,
		].map((asked) => [asked.slice(0, 50), asked] as const),
	)("%s is refused", (_, asked) => refused(asked));
});

describe("hostile and mistaken values", () => {
	test.each([
		"width=1e9",
		"width=400.5",
		"width=-400",
		"width=0x400",
		"width=400&width=500",
		"height=NaN",
		"scale=Infinity",
		"scale=log",
		"axis=2",
		"theme=%3Cscript%3E",
		"theme=light&theme=dark",
		"theme=__proto__",
		"background=url(http://example.org)",
		"size=constructor",
		"title=two%0Alines",
		"title=%00",
		"title=turned%E2%80%AEaround",
		"title=%F0%9F%98%80",
		"title=%D8%A3",
		"bucket=%3Cscript%3E",
		"bucket=..%2F..%2Fetc",
		"range=2y",
		"from=2026-01-20&to=2026-01-10",
		"from=2026-02-01",
	])("%s is refused", refused);

	test("a name that no address knows is ignored", async () => {
		const [plain, more] = ["", "&titel=mistyped&utm_source=x"];
		expect(await svgOf(`/data/cpu-vendor.svg?${onDay}${more}`)).toBe(
			await svgOf(`/data/cpu-vendor.svg?${onDay}${plain}`),
		);
	});
	test("a title is text, whatever is in it", async () => {
		const title = `<script>alert("1")</script>]]>&amp;'--><!ENTITY`;
		const svg = await svgOf(`/data/cpu-vendor.svg?${onDay}&title=${encodeURIComponent(title)}`);
		expect(svg).not.toContain("<script");
		expect(wordsOf(svg)).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
		expect(new Resvg(svg).width).toBe(800);
		expect((await get(`/data/cpu-vendor.png?${onDay}&title=${encodeURIComponent(title)}`)).status).toBe(200);
	});
	test.each([
		["/data/nothing.svg", 404],
		["/data/nothing.png?width=1", 404],
		["/data/cpu-vendor.png?date=2019-01-01", 404],
		["/data/disk-kind.svg?product=legacy", 404],
		["/data/cpu-vendor/other.svg", 404],
		["/data/cpu-vendor/series.gif", 404],
	])("%s is %i", expectProblem);
});

async function refused(asked: string): Promise<void> {
	await expectProblem(`/data/cpu-vendor.png?${onDay}&${asked}`, 400);
	await expectProblem(`/data/cpu-vendor/series.svg?${onDay}&${asked}`, 400);
}

async function expectProblem(path: string, status: number): Promise<void> {
	const response = await get(path);
	expect(response.headers.get("content-type"), path).toBe("application/problem+json");
	expect([response.status, await response.json()]).toMatchObject([status, { status, detail: expect.any(String) }]);
}

describe("many who ask", () => {
	test("for the same at once get the same", async () => {
		const answers = await Promise.all(
			Array.from({ length: 12 }, () => get(`/data/country.png?${onDay}&size=slide&scale=2`)),
		);
		expect(answers.map(({ status }) => status)).toEqual(new Array(12).fill(200));
		expect(new Set(answers.map(({ headers }) => headers.get("etag"))).size).toBe(1);
	});
	test("get nothing that they have", async () => {
		const etag = (await get(`/data/country.png?${onDay}`)).headers.get("etag") ?? "";
		expect((await get(`/data/country.png?${onDay}`, { "if-none-match": etag })).status).toBe(304);
		expect((await get(`/data/country.png?${onDay}&theme=dark`, { "if-none-match": etag })).status).toBe(200);
	});
	test("are answered while a large picture is drawn", async () => {
		let height = 1990;
		/** How many while one is drawn that was not drawn before: each is kept. */
		const answeredMeanwhile = async () => {
			height--;
			let isDrawn = false;
			const large = pngOf(`/data/cpu-model/series.png?${onDay}&width=2000&height=${height}&scale=2`).finally(() => {
				isDrawn = true;
			});
			let answered = 0;
			while (!isDrawn) {
				expect((await get(`/data/cpu-vendor.json?${onDay}`)).status).toBe(200);
				if (!isDrawn) answered++;
			}
			expect(await large).toMatchObject({ width: 4000, height: 2 * height });
			return answered;
		};
		// Fewer only where this test was held up meanwhile. While the server itself draws, it is one at most, however often.
		await expect.poll(answeredMeanwhile).toBeGreaterThan(3);
	});
});

describe("link previews", () => {
	const imageOf = (html: string) =>
		/<meta property="og:image" content="([^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");

	test.each([
		[`/?${onDay}`, "openvz-version/series.png", "OpenVZ 7"],
		[`/cpu?${onDay}`, "cpu-vendor/series.png", "CPU vendors"],
		[`/ru/statistics/memory-installed?${onDay}`, "memory-installed/series.png", "Установленная память"],
		[`/statistics/hosts-active?${onDay}&product=legacy`, "hosts-active/series.png", "Active hosts"],
		[`/statistics/cpu-vendor?${onDay}&show=total&bucket=amd`, "cpu-vendor/series.png?show=total&bucket=amd", "AMD"],
	])("%s shows %s", async (page, picture, words) => {
		const html = await (await get(page)).text();
		const image = new URL(imageOf(html) ?? "");
		expect(image.origin).toBe("https://stats.example.org");
		const shown = new URL(picture, "https://stats.example.org/data/");
		expect(image.pathname).toBe(shown.pathname);
		for (const [name, value] of shown.searchParams) expect(image.searchParams.get(name)).toBe(value);
		expect(image.searchParams.get("date")).toBe(end);
		expect(image.searchParams.get("lang")).toBe(page.startsWith("/ru") ? "ru" : null);
		expect(image.searchParams.get("product")).toBe(page.includes("legacy") ? "legacy" : null);
		expect(/<meta property="og:image:alt" content="([^"]*)"/.exec(html)?.[1]).toContain(words);
		expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
		expect(html).toContain(`<link rel="image_src" href="${image.href.replaceAll("&", "&amp;")}"/>`);
		expect(await pngOf(image.pathname + image.search)).toMatchObject({ width: 1200, height: 630 });
	});
});
