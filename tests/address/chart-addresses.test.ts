import { describe, expect, it } from "vitest";
import { canonicalAddress, pageState } from "#lib/address/addresses";
import { chartViewOf, type PageState, plainState, stateParameters } from "#lib/address/chart-view";
import { chartHrefOf, dataHrefOf, hrefOf, type View } from "#lib/address/links";
import { readAll } from "#lib/address/query";
import { type Day, daysThrough, parseDay } from "#lib/day";
import { isLanguage } from "#lib/language";
import { Problem } from "#lib/problem";
import { parseView, shownDay } from "#lib/site/page-view";
import { badAddressPage } from "#lib/site/problem-page";

interface Rule {
	source: string;
	has?: { key: string; value: string }[];
	destination: string;
}
// Next reads its configuration as JavaScript, which has no types.
const { default: config }: { default: { rewrites(): Promise<{ afterFiles: Rule[] }> } } = await import(
	"../../next.config.mjs" as string
);

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
	it("come from the query", () => {
		expect(parseView("ru", new URLSearchParams("product=legacy&date=2026-11-01"))).toEqual(past);
		expect(parseView("en", new URLSearchParams("product=&date=&utm_source=x"))).toEqual(latest);
	});
	it.each([
		"product=all",
		"product=legacyx",
		"date=today",
		"date=2026-02-29",
		"date=a%0Ab",
		"product=legacy&product=legacy",
	])("cannot come from %s", (query) => expect(() => parseView("en", new URLSearchParams(query))).toThrow(Problem));
	it.each(["fr", "constructor", "latest"])("have no language %s", (text) => expect(isLanguage(text)).toBe(false));

	it("show published days only", () => {
		const published = { firstDay: "2026-10-01" as Day, lastDay: "2026-11-01" as Day, revision: 1 };
		expect(shownDay(latest, published)).toBe("2026-11-01");
		expect(shownDay(past, published)).toBe("2026-11-01");
		expect(shownDay({ day: "2026-09-30" as Day }, published)).toBeNull();
		expect(shownDay({ day: "2026-11-02" as Day }, published)).toBeNull();
	});
});

describe("the days that pages take", () => {
	const isReal = (text: string) =>
		canonicalAddress(`/cpu?${new URLSearchParams({ date: text })}`).parameters.some(([, day]) => day === text);
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
	/** Where Next finds the page of a path, which it has not found as a file. */
	async function inside(path: string, accept = "text/html"): Promise<string | undefined> {
		const { afterFiles } = await config.rewrites();
		/** A name, and what it may be, where that is said: parentheses within parentheses. */
		const parameter = /:(\w+)(\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?/g;
		const pattern = (source: string) =>
			new RegExp(`^${source.replace(parameter, (_, name, group = "([^/]+)") => `(?<${name}>${group.slice(1, -1)})`)}$`);
		for (const { source, has = [], destination } of afterFiles) {
			const found = pattern(source).exec(path);
			if (!found || !has.every(({ value }) => new RegExp(`^${value}$`).test(accept))) continue;
			return destination.replace(/:(\w+)/g, (_, name) => found.groups?.[name] ?? "");
		}
		return undefined;
	}
	it.each([
		["/", "/en"],
		["/cpu", "/en/cpu"],
		["/statistics/cpu-vendor", "/en/statistics/cpu-vendor"],
		// They are where they look as if they were.
		["/ru", undefined],
		["/ru/cpu", undefined],
		["/ru/statistics/cpu-vendor", undefined],
		["/cpu/x", undefined],
		["/api/data-slug-json", "/en/api/data-slug-json"],
		["/methodology/virtual-machines", "/en/methodology/virtual-machines"],
		["/ru/api/data-slug-json", undefined],
		["/rules", "/en/rules"],
	])("send %s to %s", async (path, destination) => expect(await inside(path)).toBe(destination));
	it("send who wants text to text", async () => {
		for (const path of ["/statistics/cpu-vendor", "/ru/statistics/cpu-vendor"])
			expect(await inside(path, "text/plain")).toBe("/plain-text/cpu-vendor");
		expect(await inside("/statistics/cpu-vendor", "text/plain, text/html")).toBe("/en/statistics/cpu-vendor");
	});
});

describe("the state of a page", () => {
	const full: PageState = {
		chart: {
			measure: "total",
			count: "hosts",
			axis: "log",
			range: { from: "2026-01-01" as Day, to: null },
			buckets: ["7.0.11", "vz7"],
			events: true,
		},
		sort: "units-up",
		search: "Xeon E5 & <б>",
	};
	it("is in its address, and its address leaves out what is plain", () => {
		expect(new URLSearchParams(stateParameters(full)).toString()).toBe(
			"show=total&count=hosts&axis=log&from=2026-01-01&bucket=7.0.11&bucket=vz7&events=on&q=Xeon+E5+%26+%3C%D0%B1%3E&sort=units-up",
		);
		expect(stateParameters(plainState)).toEqual([]);
	});
	it("comes back from its address", () => {
		const values = readAll(new URLSearchParams(stateParameters(full)), pageState);
		expect({ chart: chartViewOf(values), search: values.q, sort: values.sort }).toEqual(full);
	});
	it("is none where the address says what cannot be", () => {
		for (const query of ["show=everything", "axis=log&axis=log", "from=2026-02-30", "sort=size", `q=${"x".repeat(61)}`])
			expect(canonicalAddress(`/statistics/cpu-vendor?${query}`).problem, query).toBeInstanceOf(Problem);
	});
	it("is part of the canonical address where any of its parameters is not empty", () => {
		const parts = (query: string) => canonicalAddress(`/statistics/cpu-vendor?${query}`).parameters.length;
		expect(["events=on", "bucket=&bucket=amd", "q=x"].map(parts)).toEqual([1, 1, 1]);
		expect(["", "q=", "utm_source=x", "axis=linear"].map(parts)).toEqual([0, 0, 0, 0]);
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
	it("says what is allowed in a state, and repeats nothing of it", () => {
		const show = badAddressPage("/statistics/cpu-vendor", new URLSearchParams({ show: "<b>" }));
		expect(show).toContain("The parameter show must be one of share, total.");
		expect(show).not.toContain("<b>");
		const unknown = new Problem(400, "Bad parameter", "bucket=x is none", { parameter: "bucket" });
		const query = new URLSearchParams({ bucket: "x" });
		expect(badAddressPage("/ru/statistics/cpu-vendor", query, unknown)).toContain("не больше 8");
	});
	it("says it in the language of the address", () => {
		expect(badAddressPage("/ru/cpu", new URLSearchParams({ date: "x" }))).toContain("Дата должна быть");
		expect(badAddressPage("/rules", new URLSearchParams({ date: "x" }))).toContain("The date must");
	});
});
