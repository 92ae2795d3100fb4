/** Charts that stand alone over HTTP: what is said where there is none, and what tells programs how to frame one. */
import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { plusDays } from "#lib/day";
import { formatDay } from "#lib/format";
import { filledSite } from "../shared-sites";

const site = await filledSite();
const { lastDay } = site;
const past = plusDays(lastDay, -30);
const tooOld = "1999-12-31";

it.each([
	["/embed/cpu-vendor", false],
	["/slide/cpu-vendor", true],
	["/slide/nope", true],
	["/share/cpu-vendor", true],
	["/cpu", true],
])("%s is for a window of its own: %s", async (path, isAlone) => {
	const policy = (await fetch(site.url + path)).headers.get("content-security-policy") ?? "";
	expect(policy.includes("frame-ancestors 'none'")).toBe(isAlone);
	expect(policy.includes("frame-ancestors")).toBe(isAlone);
});

describe("what cannot be shown alone", () => {
	const many = Array.from({ length: 500 }, (_, i) => `bucket=b${i}`).join("&");
	it.each([
		["/nope", 404, "There is no such statistic."],
		["/constructor", 404, "There is no such statistic."],
		["/virtualization?product=legacy", 404, "Hosts of this product do not report this."],
		[`/cpu-vendor?date=${tooOld}`, 404, formatDay(lastDay, "en")],
		[`/cpu-vendor?date=${plusDays(lastDay, 1)}`, 404, formatDay(lastDay, "en")],
		[`/cpu-vendor?date=${past}&from=${lastDay}`, 404, formatDay(past, "en")],
		["/cpu-vendor?date=2026-02-30", 400, "is not a day"],
		["/cpu-vendor?theme=pink", 400, "theme="],
		["/cpu-vendor?form=pie", 400, "form="],
		["/cpu-vendor?form=day&form=day", 400, "given 2 times"],
		["/cpu-vendor?form=retire", 400, "bucket"],
		["/cpu-vendor?form=retire&bucket=intel&bucket=amd", 400, "bucket"],
		["/hosts-active?form=compare", 404, "no such"],
		["/cpu-vendor?form=compare&a=2026-02-30", 400, "is not a day"],
		[`/cpu-vendor?form=compare&a=${tooOld}`, 404, formatDay(lastDay, "en")],
		["/cpu-vendor?axis=log%0Aevil", 400, "axis="],
		["/cpu-vendor?bucket=..%2F..%2Fetc", 400, "is no bucket"],
		[`/cpu-vendor?${many}`, 400, "bucket"],
		["/cpu-vendor?product=%3Cscript%3Ealert(1)%3C/script%3E", 400, "&lt;script&gt;"],
	])("%s answers %d", async (rest, status, text) => {
		for (const kind of ["embed", "slide"]) {
			const answer = await fetch(`${site.url}/${kind}${rest}`);
			const body = await answer.text();
			expect(answer.status).toBe(status);
			expect(answer.headers.get("content-type")).toContain("text/html");
			expect(answer.headers.get("content-security-policy")).toContain("script-src 'none'");
			expect(body).toContain(text);
			expect(body).not.toContain("<script");
		}
	});
	it("is said in Russian", async () => {
		const [unknown, bad, early] = await Promise.all(
			["nope", "cpu-vendor?theme=x", `cpu-vendor?date=${tooOld}`].map(async (rest) =>
				(await fetch(`${site.url}/ru/embed/${rest}`)).text(),
			),
		);
		expect(unknown).toContain("Такого показателя нет.");
		expect(bad).toContain("Параметр theme задан неверно.");
		expect(early).toContain(`по ${formatDay(lastDay, "ru")}.`);
	});
});

describe("questions", () => {
	it.each([
		[`compare&a=${past}&b=${lastDay}:legacy`, "CPU vendors: comparison"],
		["retire&bucket=intel", "What if Intel were dropped?"],
	])("form=%s has a frame, a slide and a dialog, with the same title", async (form, title) => {
		for (const kind of ["embed", "slide", "share"]) {
			const answer = await fetch(`${site.url}/${kind}/cpu-vendor?form=${form}`);
			const body = await answer.text();
			expect(answer.status, kind).toBe(200);
			expect(body).toContain(title);
			const files = [...body.matchAll(/href="(\/data\/[^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
			expect(files.length > 0, kind).toBe(kind !== "embed");
			for (const href of files) expect((await fetch(site.url + href)).status, href).toBe(200);
		}
	});
	it("have pictures that say what they show", async () => {
		for (const [path, text] of [
			[`compare.svg?a=${past}`, "A: "],
			["retire.svg?bucket=intel", "What if Intel were dropped?"],
		]) {
			const answer = await fetch(`${site.url}/data/cpu-vendor/${path}`);
			expect(answer.status, path).toBe(200);
			expect(await answer.text()).toContain(text);
		}
	});
	it("tell feed readers when a share passes a threshold, in each language", async () => {
		for (const lang of ["en", "ru"]) {
			const answer = await fetch(`${site.url}/data/cpu-vendor/retire.atom?bucket=intel&lang=${lang}`);
			expect(answer.headers.get("content-type")).toContain("application/atom+xml");
			const { feed } = new XMLParser({ ignoreAttributes: false }).parse(await answer.text());
			expect(feed["@_xml:lang"]).toBe(lang);
			expect(feed.id).toBe(`tag:openvz.org,2026:statistics/${lang}/retire/openvz7/cpu-vendor/intel`);
		}
	});
});

describe("oEmbed", () => {
	const ask = (parameters: Record<string, string>) => fetch(`${site.url}/oembed?${new URLSearchParams(parameters)}`);
	it("is found in the head of a chart's page", async () => {
		const page = await (await fetch(`${site.url}/ru/statistics/cpu-vendor?product=legacy`)).text();
		const head = page.slice(0, page.indexOf("</head>"));
		const links = [...head.matchAll(/<link rel="alternate" type="[a-z/]+\+oembed" href="([^"]+)"/g)].map(
			([, href = ""]) => site.url + href.replaceAll("&amp;", "&"),
		);
		expect(links).toHaveLength(2);
		const [json = "", xml = ""] = links;
		const { html } = (await (await fetch(json)).json()) as { html: string };
		expect(html).toContain(`src="${site.url}/ru/embed/cpu-vendor?product=legacy"`);
		const inXml = await fetch(xml);
		expect(inXml.headers.get("content-type")).toMatch(/^text\/xml/);
		expect(new XMLParser().parse(await inXml.text(), true).oembed.html).toContain("<iframe src=");
	});
	it("keeps every parameter of the view", async () => {
		const address = `${site.url}/statistics/cpu-vendor?date=${past}&range=90d&axis=log&bucket=intel&utm_source=x`;
		const { html } = (await (await ask({ url: address })).json()) as { html: string };
		expect(html).toContain(`/embed/cpu-vendor?date=${past}&amp;axis=log&amp;range=90d&amp;bucket=intel"`);
	});
	it("takes a path, and the addresses of frames and slides", async () => {
		for (const url of [
			"/statistics/cpu-vendor",
			"/embed/cpu-vendor?form=day",
			"/ru/slide/cpu-vendor",
			"/compare/cpu-vendor",
			"/retire/cpu-vendor/intel",
		])
			expect((await ask({ url })).status, url).toBe(200);
	});
	it.each([
		[{}, 400],
		[{ url: "" }, 400],
		[{ url: "/cpu" }, 404],
		[{ url: "/statistics/nope" }, 404],
		[{ url: "/statistics/cpu-vendor/.." }, 404],
		[{ url: "https://example.org/statistics/cpu-vendor" }, 404],
		[{ url: "//example.org/statistics/cpu-vendor" }, 404],
		[{ url: "javascript:alert(1)" }, 404],
		[{ url: "http://[" }, 404],
		[{ url: `/statistics/cpu-vendor?date=${tooOld}` }, 404],
		[{ url: "/statistics/cpu-vendor?date=x" }, 404],
		[{ url: `/statistics/${"x".repeat(5000)}` }, 404],
		[{ url: "/statistics/cpu-vendor", format: "yaml" }, 501],
		[{ url: "/statistics/cpu-vendor", format: "constructor" }, 501],
		[{ url: "/statistics/cpu-vendor", maxwidth: "0" }, 400],
		[{ url: "/statistics/cpu-vendor", maxwidth: "12px" }, 400],
		[{ url: "/statistics/cpu-vendor", maxheight: "99999999999" }, 400],
	])("%j is answered with %d", async (parameters, status) => {
		const answer = await ask(parameters as Record<string, string>);
		expect(answer.status).toBe(status);
		expect(answer.headers.get("content-type")).toBe("application/problem+json");
	});
});
