import { describe, expect, it } from "vitest";
import { chartHrefOf, dataHrefOf, hrefOf, type View } from "#lib/address/links";
import { type Day, daysThrough, parseDay } from "#lib/day";
import { shownDay, viewOf } from "#lib/site/opened-view";
import { badAddressPage } from "#lib/site/problem-page";

interface Rule {
	source: string;
	has?: { key: string; value: string }[];
	destination: string;
}
// Next reads its configuration as JavaScript, which has no types.
const { default: config, realDay }: { default: { rewrites(): Promise<{ afterFiles: Rule[] }> }; realDay: string } =
	await import("../../next.config.mjs" as string);

const latest: View = { language: "en", product: "openvz7", day: null };
const past: View = { language: "ru", product: "legacy", day: "2026-11-01" as Day };

describe("addresses", () => {
	it("keep language, product and date", () => {
		expect(hrefOf(latest, "/cpu")).toBe("/cpu");
		expect(hrefOf(past, "/cpu")).toBe("/ru/cpu?product=legacy&date=2026-11-01");
		expect(hrefOf(past, "/")).toBe("/ru?product=legacy&date=2026-11-01");
		expect(hrefOf(past, "/cpu#cpu-cores")).toBe("/ru/cpu?product=legacy&date=2026-11-01#cpu-cores");
	});
	it("of data keep them too, and a history has no date", () => {
		expect(dataHrefOf(past, { slug: "cpu-vendor" }, "day", "csv")).toBe(
			"/data/cpu-vendor.csv?product=legacy&date=2026-11-01&lang=ru",
		);
		expect(dataHrefOf(past, { slug: "cpu-vendor" }, "series", "json")).toBe(
			"/data/cpu-vendor/series.json?product=legacy&lang=ru",
		);
		expect(chartHrefOf(latest, "cpu-vendor")).toBe("/charts/cpu-vendor.json");
	});
});

describe("views", () => {
	it("come from the folders inside", () => {
		expect(viewOf({ lang: "ru", product: "legacy", day: "2026-11-01" })).toEqual(past);
		expect(viewOf({ lang: "en", product: "openvz7", day: "latest" })).toEqual(latest);
	});
	it.each([
		["fr", "openvz7", "latest"],
		["en", "all", "latest"],
		["en", "openvz7", "today"],
		["en", "openvz7", "2026-02-29"],
		["constructor", "openvz7", "latest"],
	])("are not %s %s %s", (lang, product, day) => expect(viewOf({ lang, product, day })).toBeNull());

	it("show published days only", () => {
		const published = { firstDay: "2026-10-01" as Day, lastDay: "2026-11-01" as Day, revision: 1 };
		expect(shownDay(latest, published)).toBe("2026-11-01");
		expect(shownDay(past, published)).toBe("2026-11-01");
		expect(shownDay({ day: "2026-09-30" as Day }, published)).toBeNull();
		expect(shownDay({ day: "2026-11-02" as Day }, published)).toBeNull();
	});
});

describe("the days that rewrites let through", () => {
	const isReal = (text: string) => new RegExp(`^${realDay}$`).test(text);
	it("are those of the calendar, over two leap centuries", () => {
		for (const day of daysThrough("1895-01-01" as Day, "2105-12-31" as Day)) expect(isReal(day), day).toBe(true);
	});
	it("are no others", () => {
		for (const year of ["1900", "2000", "2023", "2024", "2100"]) {
			for (let month = 0; month <= 13; month++) {
				for (let day = 0; day <= 32; day++) {
					const text = [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
					expect(isReal(text), text).toBe(parseDay(text) !== null);
				}
			}
		}
		expect(["2026-1-1", "20261121", " 2026-11-21", "2026-11-21\n", "2026-11-21T00:00"].filter(isReal)).toEqual([]);
	});
});

describe("rewrites", () => {
	/** As Next matches them: the first rule whose conditions on query and headers all hold; an empty parameter matches nothing. */
	async function inside(page: string, query: Record<string, string>): Promise<string | undefined> {
		const { afterFiles } = await config.rewrites();
		const rule = afterFiles.find(
			({ source, has = [] }) =>
				source === page && has.every(({ key, value }) => query[key] && new RegExp(`^${value}$`).test(query[key])),
		);
		return rule?.destination;
	}
	const cpu = "/:page([a-z-]+)";

	it.each([
		[{}, "/site/en/openvz7/latest/:page"],
		[{ product: "", date: "" }, "/site/en/openvz7/latest/:page"],
		[{ product: "legacy" }, "/site/en/:product/latest/:page"],
		[{ date: "2026-11-01" }, "/site/en/openvz7/:date/:page"],
		[{ product: "openvz7", date: "2026-11-01" }, "/site/en/:product/:date/:page"],
		[{ product: "all" }, "/bad-address"],
		[{ product: "legacyx" }, "/bad-address"],
		[{ date: "2026-02-30" }, "/bad-address"],
		[{ date: "a\nb" }, "/bad-address"],
		[{ product: "legacy", date: "tomorrow" }, "/bad-address"],
	])("send %j to %s", async (query, destination) => expect(await inside(cpu, query)).toBe(destination));

	it("know a page in a state, which stands in a header, whatever else is asked for", async () => {
		const page = "/statistics/:slug([a-z0-9-]+)";
		const folder = "/site/en/openvz7/latest/statistics/:slug";
		const state = { "x-page-state": "YXhpcz1sb2c" };
		expect(await inside(page, state)).toBe(`${folder}/:state`);
		expect(await inside(page, { "x-page-state": "../up" })).toBe(folder);
		expect(await inside(page, { ...state, product: "legacy", date: "2026-11-01" })).toBe(
			"/site/en/:product/:date/statistics/:slug/:state",
		);
		expect(await inside(page, { ...state, date: "2026-02-30" })).toBe("/bad-address");
		expect(await inside(cpu, state)).toBe("/site/en/openvz7/latest/:page");
	});
	it("know an address that says twice from where to look", async () => {
		const repeated = { "x-page-repeated": "1" };
		expect(await inside(cpu, { ...repeated, product: "legacy" })).toBe("/bad-address");
		expect(await inside("/ru", repeated)).toBe("/bad-address");
	});
	it("know the Russian pages", async () => {
		expect(await inside("/ru", {})).toBe("/site/ru/openvz7/latest");
		expect(await inside("/ru/statistics/:slug([a-z0-9-]+)", {})).toBe("/site/ru/openvz7/latest/statistics/:slug");
	});
});

describe("the page of a bad address", () => {
	it("says what is wrong and repeats nothing of it", () => {
		const page = badAddressPage("/cpu", new URLSearchParams({ date: "<script>alert(1)</script>", product: "x" }));
		expect(page).toContain("The date must be a calendar day written like 2026-11-21.");
		expect(page).toContain("The product must be openvz7 or legacy.");
		expect(page).not.toContain("<script>");
	});
	it("says that something is given twice", () => {
		const page = badAddressPage("/cpu", new URLSearchParams("product=legacy&product=openvz7"));
		expect(page).toContain("Each parameter but bucket can be given once.");
		expect(badAddressPage("/cpu", new URLSearchParams("product=&date=x"))).not.toContain("given once");
	});
	it("says it in the language of the address", () => {
		expect(badAddressPage("/ru/cpu", new URLSearchParams({ date: "x" }))).toContain("Дата должна быть");
		expect(badAddressPage("/rules", new URLSearchParams({ date: "x" }))).toContain("The date must");
	});
});
