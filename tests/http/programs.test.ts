/** Facts, badges, plain text, the feed and what search engines read, over a site whose numbers are known. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import stringWidth from "string-width";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plusDays } from "#lib/day";
import { formatDay } from "#lib/format";
import { monthsSite } from "../shared-sites";
import { type Site, startSite } from "../site";
import { lastDay, monthEnds } from "./months-fleet";

const site = await monthsSite();
let empty: Site;
const publicUrl = "https://stats.example.org";
const contact = "mailto:security@example.org";
beforeAll(async () => {
	empty = await startSite({ env: { PUBLIC_URL: publicUrl, SECURITY_CONTACT: contact } });
});
afterAll(() => empty?.stop());

const get = (path: string, headers: Record<string, string> = {}, { url }: { url: string } = site) =>
	fetch(url + path, { headers, redirect: "manual" });
const text = async (path: string, headers: Record<string, string> = {}) => {
	const response = await get(path, headers);
	expect(response.status, path).toBe(200);
	return response.text();
};
const parser = new XMLParser({
	ignoreAttributes: false,
	attributeNamePrefix: "@",
	isArray: (name) => ["entry", "url", "link", "xhtml:link", "section", "li"].includes(name),
});
function xml(source: string) {
	expect(XMLValidator.validate(source)).toBe(true);
	return parser.parse(source);
}
const [later, earlier] = monthEnds as [typeof lastDay, typeof lastDay];
/** AMD in 24 of the 60 hosts. */
const legacy = `product=legacy&date=${later}`;

describe("a fact", () => {
	test("is the largest bucket, with its date", async () => {
		expect(await text(`/fact/cpu-vendor.txt?${legacy}`)).toBe(
			`CPU vendors, OpenVZ 6 and older: Intel – 60% of 60 hosts on ${formatDay(later, "en")}.\n`,
		);
		expect(JSON.parse(await text(`/fact/cpu-vendor.json?${legacy}&bucket=amd`))).toEqual({
			statistic: { slug: "cpu-vendor", title: "CPU vendors", unit: "hosts", section: "cpu" },
			product: "legacy",
			windowDays: 60,
			date: later,
			...{ bucket: "amd", label: "AMD", hosts: 24, total: 24, percent: 40 },
			base: { hosts: 60, total: 60 },
			value: "40%",
			sentence: `CPU vendors, OpenVZ 6 and older: AMD – 40% of 60 hosts on ${formatDay(later, "en")}.`,
			simulated: false,
			page: `${site.url}/statistics/cpu-vendor?product=legacy&date=${later}`,
		});
	});
	test("is the number itself where there is one, also in Russian", async () => {
		expect(await text(`/ru/fact/hosts-active.txt?${legacy}`)).toBe(
			`Активные серверы, OpenVZ 6 и ранее: 60 серверов на ${formatDay(later, "ru")}.\n`,
		);
	});
	test("tells none from too few to be published", async () => {
		expect(await text(`/fact/cpu-vendor.txt?${legacy}&bucket=arm`)).toContain("ARM – 0% of 60 hosts");
		expect(await text("/fact/kernel.txt?product=legacy&bucket=other")).toContain("Other – 0% of 60 hosts");
		const { rows } = JSON.parse(await text("/data/cpu-model.json"));
		const model = `/fact/cpu-model.json?bucket=${rows[0].bucket}`;
		expect(JSON.parse(await text(model))).toMatchObject({ hosts: 6, percent: 100 });
		const tooFew = await get(`${model}&product=legacy`);
		expect(tooFew.status).toBe(404);
		expect(await tooFew.json()).toMatchObject({ title: "Too few hosts", hostsMin: 5 });
		const nothing = await get(`${model}&date=${earlier}`);
		expect(await nothing.json()).toMatchObject({ status: 404, title: "Nothing counted" });
	});
	test("is kept by whoever has it, and read by any site", async () => {
		const first = await get("/fact/cpu-vendor.svg");
		expect(first.headers.get("access-control-allow-origin")).toBe("*");
		expect(first.headers.get("cache-control")).toMatch(/^public, max-age=\d+/);
		const again = await get("/fact/cpu-vendor.svg", { "if-none-match": first.headers.get("etag") ?? "" });
		expect(again.status).toBe(304);
	});
	test("says when it last changed", async () => {
		for (const path of ["/fact/cpu-vendor.svg", "/data/cpu-vendor.json", "/embed/cpu-vendor", "/sitemap.xml"]) {
			const changed = (await get(path)).headers.get("last-modified") ?? "";
			expect(new Date(changed).toUTCString(), path).toBe(changed);
			expect((await get(path, { "if-modified-since": changed })).status, path).toBe(304);
		}
		expect((await get("/cpu")).headers.get("last-modified")).toBeNull();
		expect((await get("/data/nothing.json")).headers.get("last-modified")).toBeNull();
	});
});

describe("a badge", () => {
	const texts = (source: string): string[] => {
		const found = [...source.matchAll(/<text[^>]*textLength="\d+"[^>]*>([^<]*)<\/text>/g)].map(([, one]) => one ?? "");
		return [...new Set(found)];
	};
	test("is light and says number and date", async () => {
		const source = await text(`/fact/cpu-vendor.svg?${legacy}`);
		xml(source);
		expect(Buffer.byteLength(source)).toBeLessThan(3000);
		expect(texts(source)).toEqual([
			"OpenVZ 6 and older: CPU vendors – Intel",
			`60% · ${formatDay(later, "en", "short")}`,
		]);
	});
	test("takes a label, however hostile", async () => {
		const label = `"><script>alert(1)</script>&'`;
		const source = await text(`/fact/cpu-vendor.svg?label=${encodeURIComponent(label)}`);
		xml(source);
		expect(source).not.toContain("<script");
		expect(texts(source)[0]?.replaceAll("&lt;", "<").replaceAll("&gt;", ">")).toContain("<script>");
		expect(texts(await text(`/fact/cpu-vendor.svg?label=${encodeURIComponent("Процессоры Intel")}`))[0]).toBe(
			"Процессоры Intel",
		);
	});
	test.each([
		["/fact/nothing.svg", 404, "not found"],
		["/ru/fact/nothing.svg", 404, "не найдено"],
		["/fact/cpu-vendor.svg?date=2026-02-30", 400, "bad address"],
		["/fact/cpu-vendor.svg?date=1999-01-01", 404, "not found"],
		["/fact/cpu-vendor.svg?bucket=%3Cscript%3E", 400, "bad address"],
		["/fact/cpu-vendor.svg?bucket=intel&bucket=amd", 400, "bad address"],
		[`/fact/cpu-vendor.svg?label=${"x".repeat(61)}`, 400, "bad address"],
		["/fact/cpu-vendor.svg?label=a%0Ab", 400, "bad address"],
		["/fact/cpu-vendor.svg?label=a%E2%80%AEb", 400, "bad address"],
		["/fact/disk-kind.svg?product=legacy", 404, "not found"],
	])("%s is %i and a badge that says so", async (path, status, said) => {
		const response = await get(path);
		expect(response.status).toBe(status);
		expect(response.headers.get("content-type")).toBe("image/svg+xml");
		const source = await response.text();
		xml(source);
		expect(texts(source)[1]).toBe(said);
		// A proxy of images shows nothing that is not 200.
		const image = await get(path, { accept: "image/webp,image/*;q=0.8,*/*;q=0.5" });
		expect([image.status, await image.text()]).toEqual([200, source]);
		expect(image.headers.get("vary")).toContain("accept");
	});
	test.each(["/fact/nothing.json", "/fact/cpu-vendor.gif", "/fact/cpu-vendor", "/fact/..%2F..%2Fpackage.json"])(
		"%s is a problem in JSON",
		async (path) => {
			const response = await get(path);
			expect(response.status).toBe(404);
			expect(response.headers.get("content-type")).toBe("application/problem+json");
		},
	);
});

describe("plain text", () => {
	test("is an aligned table with the history of each row", async () => {
		const lines = (await text(`/data/cpu-vendor.txt?${legacy}`)).split("\n");
		expect(lines.slice(0, 2)).toEqual(["CPU vendors", `OpenVZ 6 and older · ${plain(formatDay(later, "en"))}`]);
		const [head = "", intel = "", amd = ""] = lines.slice(3);
		expect(head).toMatch(/^Name +Hosts +Percent +\d+ \w+ \d+ to \d+ \w+ \d+$/);
		expect(intel).toMatch(/^Intel +36 +60% {2}[▁-█]{26}$/);
		// From 10 of 50 to 24 of 60: half as high, and then at its highest.
		expect(amd).toMatch(/^AMD +24 +40% {2}▅+█+$/);
		expect(lines).toContain(`Page:  ${site.url}/statistics/cpu-vendor?product=legacy&date=${later}`);
	});
	test.each(["country", "cpu-model", "hosts-active", "memory-installed", "reports"])(
		"of %s is at most 100 columns wide, in both languages",
		async (slug) => {
			for (const prefix of ["", "/ru"]) {
				const lines = (await text(`${prefix}/data/${slug}.txt`)).split("\n");
				for (const line of lines.filter((one) => !one.includes("http")))
					expect(stringWidth(line), line).toBeLessThanOrEqual(100);
			}
		},
	);
	test("is the page for whoever asks for text and not for HTML", async () => {
		const accept = { accept: "text/plain" };
		const page = `/statistics/cpu-vendor?${legacy}`;
		expect(await text(page, accept)).toBe(await text(`/data/cpu-vendor.txt?${legacy}`));
		expect(await text(`/ru${page}`, accept)).toContain("Производители процессоров");
		expect((await get(page, accept)).headers.get("vary")).toMatch(/\baccept\b(?!-)/i);
	});
	test("is for nobody else then: a cache that does not know Vary would give it to browsers", async () => {
		const { headers } = await get("/statistics/cpu-vendor", { accept: "Text/Plain, text/html;q=0" });
		expect(headers.get("content-type")).toMatch(/^text\/plain/);
		expect(headers.get("cache-control")).toBe("private, max-age=60");
	});
	test.each([
		...["*/*", "text/html,application/xhtml+xml,*/*;q=0.8", "text/plain, text/html", ""],
		...["text/plain;q=0", "text/plain;q=0.1, TEXT/HTML"],
	])("is not the page for Accept: %s", async (accept) => {
		const response = await get("/statistics/cpu-vendor", { accept });
		expect(response.headers.get("content-type")).toMatch(/^text\/html/);
		expect(response.headers.get("vary")).toMatch(/\baccept\b(?!-)/i);
	});
	test.each([
		["/statistics/cpu-vendor?date=2026-02-30", 400],
		["/statistics/cpu-vendor?product=all", 400],
		["/statistics/cpu-vendor?date=1999-01-01", 404],
		["/statistics/nothing", 404],
	])("%s is %i and one line", async (path, status) => {
		const response = await get(path, { accept: "text/plain" });
		expect(response.status).toBe(status);
		expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
		expect((await response.text()).trim().split("\n")).toHaveLength(1);
	});
});

const plain = (said: string) => said.replace(/[\u00a0\u202f]/g, " ");

describe("the feed", () => {
	test("has an entry for each whole month, latest first, with what moved most", async () => {
		const { feed } = xml(await text("/feed.atom"));
		expect(feed["@xmlns"]).toBe("http://www.w3.org/2005/Atom");
		expect(feed.updated).toBe(`${plusDays(later, 1)}T00:00:00Z`);
		expect(feed.link).toContainEqual({
			"@rel": "self",
			"@href": `${site.url}/feed.atom`,
			"@type": "application/atom+xml",
		});
		expect(feed.entry.map(({ id }: { id: string }) => id)).toEqual(
			monthEnds.map((day) => `tag:openvz.org,2026:statistics/en/${day.slice(0, 7)}`),
		);
		const [still, moved] = feed.entry;
		expect(moved.updated).toBe(`${plusDays(earlier, 1)}T00:00:00Z`);
		expect(plain(moved.summary)).toContain("60 hosts active, about as many as on");
		expect(moved.summary).toContain("10 hosts were seen for the first time");
		expect(plain(moved.summary)).toContain("CPU vendors: AMD rose by 20 percentage points to 40%");
		expect(plain(still.summary)).toContain("60 hosts active, as many as on");
		expect(still.summary).toContain("No host was seen for the first time");
	});
	test("leads to pages that are there, as of the month's last day", async () => {
		const { feed } = xml(await text("/feed.atom"));
		const links = feed.entry[1].content.div.section.flatMap(({ ul }: { ul: { li: { a: { "@href": string } }[] } }) =>
			ul.li.map(({ a }) => a["@href"]),
		);
		expect(links).toContain(`${site.url}/statistics/cpu-vendor?product=legacy&date=${earlier}`);
		for (const link of new Set<string>(links.slice(-3))) expect((await fetch(link)).status, link).toBe(200);
	});
	test("links to a page of each month, which says the same with charts", async () => {
		const { feed } = xml(await text("/feed.atom"));
		const [, moved] = feed.entry;
		expect(moved.link[0]["@href"]).toBe(`${site.url}/months/${earlier.slice(0, 7)}`);
		for (const prefix of ["", "/ru"]) {
			const index = await text(`${prefix}/months`);
			for (const day of monthEnds) expect(index).toContain(`href="${prefix}/months/${day.slice(0, 7)}"`);
			const page = await text(`${prefix}/months/${earlier.slice(0, 7)}`);
			expect(plain(page)).toContain(
				prefix ? "AMD — рост на 20 п. п., теперь 40 %" : "AMD rose by 20 percentage points to 40%",
			);
			expect(page).toContain("<svg");
			expect(page).toContain(`href="${prefix}/months/${later.slice(0, 7)}"`);
			const compare = `${prefix}/compare/cpu-vendor?product=legacy&a=${plusDays(earlier, -Number(earlier.slice(8)))}&b=${earlier}`;
			expect(page).toContain(`href="${compare.replaceAll("&", "&amp;")}"`);
			expect((await get(compare)).status).toBe(200);
		}
		for (const name of ["2020-01", "2026-13", "nothing", "2026-1"])
			expect((await get(`/months/${name}`)).status, name).toBe(404);
	});
	test("is in Russian, too", async () => {
		const source = await text("/ru/feed.atom");
		expect(source).toBe(await text("/feed.atom?lang=ru"));
		expect(xml(source).feed["@xml:lang"]).toBe("ru");
		expect(plain(source)).toContain("AMD — рост на 20 п. п., теперь 40 %");
		expect((await get("/feed.atom?lang=xx")).status).toBe(400);
	});
	test("is announced on every page", async () => {
		expect(await text("/cpu")).toMatch(/<link rel="alternate" type="application\/atom\+xml" href="\/feed\.atom"/);
		expect(await text("/ru")).toMatch(/<link rel="alternate" type="application\/atom\+xml" href="\/ru\/feed\.atom"/);
	});
	test("is empty and valid before the first month", async () => {
		const { feed } = xml(await (await get("/feed.atom", {}, empty)).text());
		expect(feed.entry).toBeUndefined();
		expect(feed.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		expect(feed.link[0]["@href"]).toBe(`${publicUrl}/feed.atom`);
	});
});

describe("the site map", () => {
	interface Url {
		loc: string;
		lastmod?: string;
		"xhtml:link": { "@hreflang": string; "@href": string }[];
	}
	test("has every page in both languages, and each of them is there", async () => {
		const urls: Url[] = xml(await text("/sitemap.xml")).urlset.url;
		const places = urls.map(({ loc }) => loc);
		expect(new Set(places).size).toBe(places.length);
		const parts = ["/api/data-slug-json", "/ru/api/answers", "/methodology/cpu", "/months", "/compare/cpu-vendor"];
		parts.push("/ru/why/cpu-vendor?product=legacy", `/months/${later.slice(0, 7)}`);
		for (const path of ["/", "/ru", "/ru/cpu", "/api", ...parts, "/statistics/cpu-vendor?product=legacy"])
			expect(places).toContain(site.url + path);
		expect(places).not.toContain(`${site.url}/statistics/disk-kind?product=legacy`);
		for (const url of urls) {
			const isSteady =
				/\/(?:methodology|privacy|join|disp-helper|my-host|inspect|api)$|\/(?:api|methodology|months)\//.test(url.loc);
			expect(url.lastmod).toBe(isSteady ? undefined : lastDay);
			const others = url["xhtml:link"];
			expect(others.map((one) => one["@hreflang"])).toEqual(["en", "ru", "x-default"]);
			for (const other of others) expect(places).toContain(other["@href"]);
			expect(others.map((one) => one["@href"])).toContain(url.loc);
		}
		for (const place of places.filter((_, i) => i % 41 === 0)) expect((await fetch(place)).status, place).toBe(200);
	});
	test("is there before the first day, under the address that the operator gives", async () => {
		const urls: Url[] = xml(await (await get("/sitemap.xml", {}, empty)).text()).urlset.url;
		expect(urls[0]).toMatchObject({ loc: `${publicUrl}/` });
		expect(urls[0]?.lastmod).toBeUndefined();
	});
	test("is named by robots.txt, which keeps robots from endless days", async () => {
		const rules = await text("/robots.txt");
		expect(rules).toContain(`\nSitemap: ${site.url}/sitemap.xml\n`);
		expect(rules).toContain("\nUser-agent: *\nAllow: /*?product=legacy$\n");
		expect(rules).toContain("\nAllow: /data/*.png?\nAllow: /data/*.svg?\nAllow: /oembed?\nDisallow: /*?\n");
		// A parser that takes the first rule that fits would stop there.
		expect(rules).not.toMatch(/^Allow: \/$/m);
		expect(await (await get("/robots.txt", {}, empty)).text()).toContain(`Sitemap: ${publicUrl}/sitemap.xml`);
	});
	test("is under the host that was asked, if that is one", async () => {
		const forged = await get("/robots.txt", { "x-forwarded-host": "evil.example" });
		expect(await forged.text()).toContain(`Sitemap: ${site.url}/`);
	});
});

describe("security.txt", () => {
	const path = "/.well-known/security.txt";

	test("names the contact of the operator, and expires within a year", async () => {
		const response = await get(path, {}, empty);
		expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
		const fields = new Map(
			(await response.text())
				.trim()
				.split("\n")
				.map((line) => line.split(": ", 2) as [string, string]),
		);
		expect([...fields.keys()]).toEqual(["Contact", "Expires", "Canonical", "Preferred-Languages"]);
		expect(fields.get("Contact")).toBe(contact);
		expect(fields.get("Canonical")).toBe(`${publicUrl}${path}`);
		const days = (Date.parse(fields.get("Expires") ?? "") - Date.now()) / 86_400_000;
		expect(days).toBeGreaterThan(30);
		expect(days).toBeLessThan(365);
	});

	test("is not there without a contact", async () => {
		expect((await get(path)).status).toBe(404);
	});
});

describe("what search engines read of a page", () => {
	const dataIn = (html: string) => {
		const found = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1];
		return JSON.parse(found ?? "null");
	};
	test("a statistic is a dataset", async () => {
		const data = dataIn(await text("/ru/statistics/cpu-vendor?product=legacy"));
		expect(data).toMatchObject({
			"@context": "https://schema.org",
			"@type": "Dataset",
			name: "Производители процессоров, OpenVZ 6 и ранее",
			license: "https://creativecommons.org/licenses/by/4.0/",
			isAccessibleForFree: true,
			creator: { "@type": "Organization" },
		});
		expect(data.description.length).toBeGreaterThan(50);
		expect(data.temporalCoverage).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\d/${lastDay}$`));
		expect(data.distribution).toHaveLength(4);
		for (const { contentUrl, encodingFormat } of data.distribution) {
			const response = await get(contentUrl);
			expect(response.headers.get("content-type")).toContain(encodingFormat);
		}
	});
	test("the overview is their catalog", async () => {
		const data = dataIn(await text("/"));
		expect(data).toMatchObject({ "@type": "DataCatalog" });
		expect(data.dataset).toContainEqual({ "@id": "/statistics/cpu-vendor" });
	});
	test("addresses are absolute where the site knows its own", async () => {
		const html = await (await get("/cpu?date=2026-01-01", {}, empty)).text();
		expect(html).not.toContain("canonical");
		const latest = await (await get("/ru/cpu?product=legacy", {}, empty)).text();
		expect(latest).toContain(`<link rel="canonical" href="${publicUrl}/ru/cpu?product=legacy"/>`);
		expect(latest).toContain(`hrefLang="x-default" href="${publicUrl}/cpu?product=legacy"`);
		expect(latest.match(/rel="canonical"/g)).toHaveLength(1);
		expect(dataIn(await (await get("/", {}, empty)).text())["@id"]).toBe(`${publicUrl}/`);
	});
	test("a page as of a day stands for that of the latest, wherever the site is", async () => {
		const html = await text(`/ru/cpu?${legacy}`);
		const head = html.slice(0, html.indexOf("</head>"));
		expect(head.match(/<link rel="(canonical|alternate)"[^>]* href="[^"]*cpu[^>]*>/g)).toEqual([
			'<link rel="canonical" href="/ru/cpu?product=legacy"/>',
			'<link rel="alternate" hrefLang="en" href="/cpu?product=legacy"/>',
			'<link rel="alternate" hrefLang="ru" href="/ru/cpu?product=legacy"/>',
			'<link rel="alternate" hrefLang="x-default" href="/cpu?product=legacy"/>',
		]);
	});
});

describe("before the first day is published", () => {
	test.each([
		["/fact/cpu-vendor.svg", 404, "image/svg+xml"],
		["/fact/cpu-vendor.json", 404, "application/problem+json"],
		["/data/cpu-vendor.txt", 404, "application/problem+json"],
		["/api", 200, "text/html"],
		["/ru/api", 200, "text/html"],
		["/api/openapi.json", 200, "application/json"],
	])("%s is %i", async (path, status, type) => {
		const response = await get(path, {}, empty);
		expect(response.status).toBe(status);
		expect(response.headers.get("content-type")).toContain(type);
	});
	test("charts that stand alone say so", async () => {
		for (const path of ["/embed/cpu-vendor", "/slide/cpu-vendor", "/embed/cpu-vendor?date=2026-11-01"]) {
			const answer = await get(path, {}, empty);
			expect([answer.status, (await answer.text()).includes("No day is published yet.")], path).toEqual([404, true]);
		}
		const oembed = await get("/oembed?url=/statistics/cpu-vendor", {}, empty);
		expect([oembed.status, (await oembed.text()).includes("No day is published yet")]).toEqual([404, true]);
		expect((await get("/embed/nope", {}, empty)).status).toBe(404);
		const page = await (await get("/cpu", {}, empty)).text();
		expect(page).not.toContain('class="calendar"');
		expect(page).not.toContain("+oembed");
	});
});
