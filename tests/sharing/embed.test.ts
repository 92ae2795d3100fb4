import { describe, expect, it, vi } from "vitest";
import type { Day } from "#lib/day";
import { embedSnippet } from "#lib/sharing/embed-snippet";
import { oembedOf, oembedXml } from "#lib/sharing/oembed";
import { defaultLook, embedHrefOf, type StandaloneChart, slideHrefOf } from "#lib/sharing/standalone-chart";
import cpuVendor from "#lib/statistics/cpu-vendor";

const site = "https://stats.example.org";
const live: StandaloneChart = {
	slug: "cpu-vendor",
	view: { language: "en", product: "openvz7", day: null },
	...defaultLook,
};
const pinned: StandaloneChart = {
	slug: "cpu-vendor",
	view: { language: "ru", product: "legacy", day: "2026-11-01" as Day },
	chart: { ...defaultLook.chart, axis: "log", range: "90d", buckets: ["intel", "amd"], events: true },
	form: "day",
	sides: { a: null, b: null },
	theme: "dark",
};
const hostile = { ...cpuVendor, slug: "hostile" };

vi.mock(import("#lib/statistics/labels"), async (original) => {
	const labels = await original();
	const titleOf: typeof labels.titleOf = (statistic, language) =>
		statistic.slug === "hostile" ? `"><script>alert(1)</script>&'` : labels.titleOf(statistic, language);
	return { ...labels, titleOf };
});

describe("the address of a chart that stands alone", () => {
	it("says only what is not usual", () => {
		expect(embedHrefOf(live)).toBe("/embed/cpu-vendor");
		expect(slideHrefOf(live)).toBe("/slide/cpu-vendor");
	});
	it("says everything that is", () =>
		expect(embedHrefOf(pinned)).toBe(
			"/ru/embed/cpu-vendor?product=legacy&date=2026-11-01&axis=log&range=90d&bucket=intel&bucket=amd&events=on&form=day&theme=dark",
		));
});

describe("the HTML to paste", () => {
	it("is a frame as wide as there is room, and its script", () => {
		const html = embedSnippet({ site, statistic: cpuVendor, standalone: live });
		expect(html).toMatch(
			/^<iframe src="https:\/\/stats\.example\.org\/embed\/cpu-vendor" title="CPU vendors · OpenVZ statistics" width="100%" height="\d+" loading="lazy" frameborder="0" style="border:0"><\/iframe>\n<script>/,
		);
		expect(html.split("\n")).toHaveLength(4);
	});
	it("escapes what stands in attributes", () => {
		const html = embedSnippet({ site, statistic: hostile, standalone: { ...live, chart: pinned.chart } });
		expect(html).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39; · OpenVZ statistics");
		expect(html).toContain("?axis=log&amp;range=90d&amp;bucket=intel");
	});
	it("gives a frame its height, whatever its origin, and no other frame", () => {
		const html = embedSnippet({ site, statistic: cpuVendor, standalone: live });
		const script = /<script>(.*)<\/script>/s.exec(html)?.[1] ?? expect.fail("no script");
		const frames = [1, 2].map((contentWindow) => ({ contentWindow, height: "460" as string | number }));
		let listener: (event: { origin: string; source: number; data: unknown }) => void = () => {};
		const listen = (_: string, given: typeof listener) => {
			listener = given;
		};
		new Function("addEventListener", "document", script)(listen, { querySelectorAll: () => frames });
		const { type } = /type==="(?<type>[^"]+)"/.exec(script)?.groups ?? {};
		// In `sandbox="allow-scripts"` the origin is this word.
		const send = (source: number, data: unknown) => listener({ origin: "null", source, data });
		send(2, { type, height: 512 });
		send(3, { type, height: 9 });
		send(1, { type, height: "high" });
		send(1, { type: "another", height: 9 });
		send(1, null);
		expect(frames.map(({ height }) => height)).toEqual(["460", 512]);
	});
});

describe("oEmbed", () => {
	const said = (widthMax: number | null, heightMax: number | null, standalone = live) =>
		oembedOf({ site, statistic: cpuVendor, standalone, compared: null, widthMax, heightMax });
	it("says how large the frame is and where its picture", () => {
		expect(said(null, null)).toMatchObject({
			version: "1.0",
			type: "rich",
			title: "CPU vendors · OpenVZ statistics",
			provider_url: site,
			width: 720,
			thumbnail_width: 1200,
			thumbnail_height: 630,
		});
		expect(said(null, null).html).toContain('width="720"');
	});
	it("keeps to what it is given", () => {
		const small = said(400, 350);
		expect(small).toMatchObject({ width: 400, height: 350, thumbnail_width: 400, thumbnail_height: 350 });
		// A script that gives the frame another height would break it.
		expect(small.html).not.toContain("<script>");
		expect(said(200, null)).not.toHaveProperty("thumbnail_url");
	});
	it("shows the very view in the picture", () => {
		const picture = new URL(String(said(null, null, pinned).thumbnail_url));
		expect(picture.pathname).toBe("/data/cpu-vendor.png");
		expect(picture.searchParams.getAll("bucket")).toEqual(["intel", "amd"]);
		expect(Object.fromEntries(picture.searchParams)).toMatchObject({
			product: "legacy",
			date: "2026-11-01",
			lang: "ru",
			theme: "dark",
			size: "preview",
		});
		expect(new URL(String(said(null, null).thumbnail_url)).pathname).toBe("/data/cpu-vendor/series.png");
	});
	it("asks again sooner for what moves", () =>
		expect(Number(said(null, null).cache_age)).toBeLessThan(Number(said(null, null, pinned).cache_age)));
	it("is XML that keeps every character", () => {
		const answer = oembedOf({
			site,
			statistic: hostile,
			standalone: live,
			compared: null,
			widthMax: null,
			heightMax: null,
		});
		const xml = oembedXml(answer);
		expect(xml).toMatch(
			/^<\?xml version="1\.0" encoding="utf-8" standalone="yes"\?>\n<oembed>\n<version>1\.0<\/version>/,
		);
		expect(xml).not.toContain("<script>");
		const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
		const back = (text: string) => text.replace(/&\S+?;/g, (entity) => entities[entity as keyof typeof entities]);
		for (const [name, value] of Object.entries(answer)) {
			expect(back(new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? "")).toBe(String(value));
		}
	});
});
