/** The ways to look at a statistic: each is a link, with and without scripts. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { plusDays } from "#lib/day";
import { filledSite } from "../shared-sites";

import { follow, visitorOf } from "./visit";

const site = await filledSite();
const visit = visitorOf(site);
const off = { javaScriptEnabled: false };
const past = plusDays(site.lastDay, -30);

/** Buckets with a line in the chart that is seen. */
const drawn = (page: Page) =>
	page
		.locator(".with-choice .canvas svg[role=img]:visible")
		.first()
		.locator("g[data-bucket]")
		.evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("data-bucket")))].sort());
const query = (page: Page) => new URL(page.url()).search;

/** One whose table can be searched, with the last of its rows, which has no line. */
async function longStatistic(): Promise<{ slug: string; last: [bucket: string, label: string] }> {
	for (const slug of [
		"country",
		"container-os",
		"disk-model",
		"services",
		"cgroup-controllers",
		"container-processes",
	]) {
		const { rows } = await (await fetch(`${site.url}/data/${slug}.json`)).json();
		const last = rows.filter(({ bucket }: { bucket: string }) => bucket !== "other").at(-1);
		if (rows.length > 11) return { slug, last: [last.bucket, last.label] };
	}
	throw new Error("the fleet has no statistic with a long table");
}

describe("without JavaScript", () => {
	it("every state is a link, and links keep the others", async () => {
		await visit(
			"/statistics/host-distro",
			async (page) => {
				await follow(page, ".toolbar >> text=Count");
				await follow(page, ".toolbar >> text=Log");
				await follow(page, ".toolbar >> text=90 days");
				await follow(page, ".toolbar >> text=Show events");
				expect(query(page)).toBe("?show=total&axis=log&range=90d&events=on");
				expect(await page.textContent(".measure")).toBe("Number of hosts");
				expect(await page.locator("[data-mark=event]:visible").count()).toBeGreaterThan(0);
				await follow(page, ".products >> text=OpenVZ 6");
				await follow(page, "a.language");
				expect(page.url()).toBe(
					`${site.url}/ru/statistics/host-distro?product=legacy&show=total&axis=log&range=90d&events=on`,
				);
				await page.fill("input[name=date]", past);
				await follow(page, ".dates button");
				expect(query(page)).toBe(`?product=legacy&show=total&axis=log&range=90d&events=on&date=${past}`);
				await follow(page, ".toolbar .reset");
				expect(query(page)).toBe(`?product=legacy&date=${past}`);
			},
			off,
		);
	});

	it("an own range is a form", async () => {
		await visit(
			"/statistics/hosts-active?axis=log",
			async (page) => {
				await page.click(".own-range summary");
				await page.fill("input[name=from]", past);
				await page.fill("input[name=to]", plusDays(past, 10));
				await follow(page, ".own-range button");
				expect(query(page)).toBe(`?axis=log&from=${past}&to=${plusDays(past, 10)}`);
				expect(await page.locator("svg[role=img]:visible desc").first().textContent()).toContain("on ");
			},
			off,
		);
	});

	it("categories are found by search and chosen by their rows", async () => {
		const long = await longStatistic();
		await visit(
			`/statistics/${long.slug}`,
			async (page) => {
				const before = await drawn(page);
				const [bucket, label] = long.last;
				await page.fill(".row-search input[name=q]", label.toUpperCase());
				await follow(page, ".row-search button");
				expect(new URLSearchParams(query(page)).get("q")).toBe(label.toUpperCase());
				await follow(page, `li[data-bucket="${bucket}"]:visible a.pick`);
				expect(await drawn(page)).toEqual([...before, bucket].sort());
				expect(new URLSearchParams(query(page)).getAll("bucket")).toHaveLength(before.length + 1);
				await follow(page, `li[data-bucket="${bucket}"] a.pick`);
				expect(new URLSearchParams(query(page)).getAll("bucket")).toEqual([]);
			},
			off,
		);
	});

	it("the table is sorted by its columns, and back again", async () => {
		await visit(
			"/statistics/cpu-vendor?axis=log",
			async (page) => {
				const names = () => page.locator(".whole-table tbody th").allTextContents();
				const usual = await names();
				await follow(page, ".whole-table thead >> text=Name");
				expect(query(page)).toBe("?axis=log&sort=name");
				expect(await names()).toEqual([...usual].sort());
				await follow(page, ".whole-table thead >> text=Name");
				expect(query(page)).toBe("?axis=log&sort=name-down");
				expect(await names()).toEqual([...usual].sort().reverse());
				expect(await page.locator("[aria-sort=descending]").allTextContents()).toEqual(["Name"]);
				await follow(page, ".whole-table thead >> text=Hosts");
				expect(await names()).toEqual(usual);
				// The chart stays as it was.
				expect(query(page)).toBe("?axis=log&sort=hosts");
			},
			off,
		);
	});

	it("hosts are counted instead of units, and both are in the table", async () => {
		await visit(
			"/statistics/container-state",
			async (page) => {
				const head = () => page.locator(".whole-table thead th:visible").allTextContents();
				const { base } = await (await fetch(`${site.url}/data/container-state.json`)).json();
				expect(await page.textContent("#history ~ .pair figcaption")).toMatch(
					new RegExp(`^n = ${base.total.toLocaleString("en")} containers on \\d+ hosts`),
				);
				expect((await head()).slice(2, 6)).toEqual([
					"Percent of containers",
					"Containers",
					"Percent of hosts",
					"Hosts",
				]);
				await follow(page, ".toolbar >> text=Hosts");
				expect(query(page)).toBe("?count=hosts");
				expect(await page.textContent(".measure")).toBe("Percent of hosts");
				expect(await page.textContent("#history ~ .pair figcaption")).toContain(`n = ${base.hosts} hosts`);
				expect((await head()).slice(2, 6)).toEqual([
					"Percent of hosts",
					"Hosts",
					"Percent of containers",
					"Containers",
				]);
			},
			off,
		);
	});

	it("a chosen category is in both charts", async () => {
		const long = await longStatistic();
		const [bucket] = long.last;
		await visit(
			`/statistics/${long.slug}?bucket=${bucket}`,
			async (page) => {
				expect(await drawn(page)).toEqual([bucket]);
				const bars = page.locator(".of-day svg[role=img]:visible [data-bucket]");
				expect(await bars.evaluateAll((all) => all.map((one) => one.getAttribute("data-bucket")))).toContain(bucket);
			},
			off,
		);
	});

	it("each row has its course", async () => {
		await visit(
			"/statistics/cpu-vendor",
			async (page) => {
				const paths = await page
					.locator("tbody td.course path")
					.evaluateAll((all) => all.map((one) => one.getAttribute("d")));
				expect(paths.length).toBeGreaterThan(1);
				expect(paths.every((path) => /^M\d/.test(path ?? ""))).toBe(true);
			},
			off,
		);
	});
});

describe("with JavaScript", () => {
	it("a state changes in place: no reload, no jump, the focus stays, and back goes back", async () => {
		const look = async (page: Page) => {
			await page.evaluate(() => {
				Object.assign(window, { stayed: true });
				scrollTo(0, 60);
			});
			await page.focus("[data-soft=total]");
			await page.keyboard.press("Enter");
			await expect.poll(() => page.textContent(".measure")).toBe("Number of hosts");
			expect(query(page)).toBe("?show=total");
			const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-soft"));
			await expect.poll(focused).toBe("total");
			expect(await page.evaluate(() => [Reflect.get(window, "stayed"), scrollY])).toEqual([true, 60]);
			await expect.poll(() => page.textContent("[role=status]")).toMatch(/hosts have Intel processors/);
			await page.goBack();
			await expect.poll(() => page.textContent(".measure")).toBe("Percent of hosts");
			expect(query(page)).toBe("");
		};
		await visit("/statistics/cpu-vendor", look, { reducedMotion: "reduce" });
	});

	it("the live chart follows", async () => {
		await visit("/statistics/cpu-vendor", async (page) => {
			await page.hover(".canvas");
			await page.waitForSelector(".live .recharts-line");
			await page.click("li[data-bucket=amd] a.pick");
			await expect.poll(() => query(page)).toBe("?bucket=intel");
			await page.hover(".canvas");
			await page.waitForSelector(".live .recharts-line");
			await expect.poll(() => page.locator(".live .recharts-line-curve").count()).toBe(1);
		});
	});

	it("rows are found while somebody writes", async () => {
		const long = await longStatistic();
		await visit(`/statistics/${long.slug}`, async (page) => {
			const rows = page.locator("tr[data-bucket]:visible");
			const all = await rows.count();
			await page.locator(".row-search input[type=search]").pressSequentially(long.last[1].toLowerCase());
			await expect.poll(() => rows.count()).toBeLessThan(all);
			expect(await page.textContent("output")).toBe(`${await rows.count()} of ${all} rows`);
			expect(new URLSearchParams(query(page)).get("q")).toBe(long.last[1].toLowerCase());
			expect(await page.getAttribute("[data-soft=total]", "href")).toContain("q=");
			const [back, date] = [page.locator(".dates > a.step").first(), page.locator(".dates input[name=q]")];
			expect([await back.getAttribute("href"), await date.inputValue()]).toEqual([
				expect.stringContaining("q="),
				long.last[1].toLowerCase(),
			]);
			await page.fill(".row-search input[type=search]", "nothing of this name");
			expect(await page.locator(".choosing .nothing").isVisible()).toBe(true);
			await page.fill(".row-search input[type=search]", "");
			expect([await rows.count(), query(page), await date.isDisabled()]).toEqual([all, "", true]);
		});
	});
});

describe("a search that finds nothing", () => {
	// Too short a table to be searched, but for who comes by such an address.
	const nowhere = "/statistics/cpu-vendor?q=nobody";
	const rowsOf = (page: Page) => page.locator("tr[data-bucket]:visible");

	it("says so and offers the way back, without JavaScript too", async () => {
		await visit(
			nowhere,
			async (page) => {
				expect(await page.inputValue(".row-search input[type=search]")).toBe("nobody");
				expect(await page.isVisible(".choosing .nothing")).toBe(true);
				expect(await rowsOf(page).count()).toBe(0);
				await follow(page, ".found a");
				expect(query(page)).toBe("");
				expect(await rowsOf(page).count()).toBeGreaterThan(0);
			},
			off,
		);
	});

	it("can be given up after another", async () => {
		await visit(nowhere, async (page) => {
			await page.waitForLoadState("networkidle");
			await page.fill(".row-search input[type=search]", "neither");
			await expect.poll(() => query(page)).toBe("?q=neither");
			await page.click(".found a");
			await expect.poll(() => rowsOf(page).count()).toBeGreaterThan(0);
			expect(query(page)).toBe("");
		});
	});
});

describe("an address", () => {
	it.each([
		["show=everything", 400, "The parameter show must be one of share, total."],
		["axis=log&axis=linear", 400, "Each parameter but bucket can be given once."],
		["range=2y", 400, "90d, 1y, all"],
		["from=2026-02-30", 400, "must be a calendar day"],
		[`from=${site.lastDay}&to=${site.firstDay}`, 400, "the first day must not be after the last"],
		["from=2199-01-01", 404, "are published."],
		["to=1999-01-01", 404, "are published."],
		["bucket=no-such-vendor", 400, "must name categories that the statistic has"],
		["bucket=%3Cscript%3E", 400, "must name categories"],
		[[..."abcdefghi"].map((one) => `bucket=${one}`).join("&"), 400, "8 of them at most"],
		["events=maybe", 400, "on, off"],
		[`q=${"x".repeat(61)}`, 400, "60 characters at most"],
		["show=&axis=&bucket=&q=", 200, "CPU vendors"],
		["utm_source=elsewhere", 200, "CPU vendors"],
	])("with ?%s answers %d", async (asked, status, text) => {
		const response = await fetch(`${site.url}/statistics/cpu-vendor?${asked}`);
		const body = await response.text();
		expect(response.status).toBe(status);
		expect(body).toContain(text);
		expect(body).not.toContain("<script>alert");
	});

	it("in a state is kept like any other, whatever a visitor says of it in a header", async () => {
		const address = `${site.url}/statistics/cpu-vendor?axis=log`;
		const headers = { "x-page-state": Buffer.from("axis=linear&show=total").toString("base64url") };
		const both = await Promise.all([fetch(address), fetch(address, { headers })]);
		expect(both[0].headers.get("cache-control")).toBe("public, max-age=60");
		expect(new Set(both.map((one) => one.headers.get("etag"))).size).toBe(1);
		const plain = await fetch(`${site.url}/statistics/cpu-vendor`, { headers });
		expect(await plain.text()).toContain("Percent of hosts");
	});
});

describe("the spec of a chart", () => {
	it.each([
		["cpu-vendor.json?axis=log&show=total&bucket=amd", 200],
		["growth-active.json?lang=ru", 200],
		["cpu-vendor.json?axis=cubic", 400],
		["cpu-vendor.json?size=enormous", 400],
		["cpu-vendor.json?bucket=nobody", 400],
		["cpu-vendor.json?date=1999-01-01", 404],
		["cpu-vendor", 404],
		["constructor.json", 404],
	])("at %s answers %d", async (file, status) => {
		const response = await fetch(`${site.url}/charts/${file}`);
		expect(response.status).toBe(status);
		const type = status === 200 ? "application/json" : "application/problem+json";
		expect(response.headers.get("content-type")).toBe(type);
	});
});
