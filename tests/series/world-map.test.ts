import { describe, expect, it } from "vitest";
import type { Day } from "#lib/day";
import { distribution } from "#lib/series/distribution";
import { outlines, shadeColours, shadeOf, worldMap } from "#lib/series/world-map";
import country from "#lib/statistics/country";

const day = "2026-11-21" as Day;
const row = (bucket: string, total: number) => ({ day, bucket, hosts: total, total, merged: null });
const rows = [row("", 1000), row("us", 232), row("de", 78), row("sg", 30), row("unknown", 5), row("fr", 1)];
const shown = (language: "en" | "ru") => distribution(country, "openvz7", day, rows, new Map(), language);

describe("the outlines", () => {
	it("are those of the world, each with its country", () => {
		const countries = outlines("world").map((one) => one.country);
		expect(countries.length).toBeGreaterThan(170);
		for (const code of ["us", "de", "fr", "ru", "cn", "br", "za", "au"]) expect(countries, code).toContain(code);
		expect(countries).not.toContain("aq");
		// Land without a code: Northern Cyprus, Somaliland, Kosovo.
		expect(countries.filter((one) => one === null).length).toBeLessThan(4);
	});
	it("tell French Guiana from France", () => {
		const paths = new Map(outlines("world").map(({ country, path }) => [country, path]));
		for (const code of ["fr", "gf"]) expect(paths.get(code), code).toMatch(/^M/);
	});
	it("of Europe are all of it and nothing beyond its frame", () => {
		const lands = outlines("europe");
		const codes = lands.map(({ country }) => country);
		for (const code of ["de", "fr", "pt", "no", "fi", "gr", "ua", "tr", "is"]) expect(codes, code).toContain(code);
		for (const code of ["us", "br", "za", "au"]) expect(codes, code).not.toContain(code);
		for (const { path, country } of lands) {
			const starts = [...path.matchAll(/M(-?[\d.]+)[ ]?(-?[\d.]+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
			expect(Math.min(...starts), country ?? "").toBeGreaterThanOrEqual(0);
			expect(Math.max(...starts), country ?? "").toBeLessThanOrEqual(440);
		}
	});
	it("are light", () => {
		const text = outlines("world")
			.map(({ path }) => path)
			.join("");
		expect(text).not.toMatch(/NaN|\d\.\d\d/);
		expect(text.length).toBeLessThan(120_000);
	});
});

describe("the map", () => {
	it("says count and share of each country that reports", () => {
		const titles = (language: "en" | "ru") =>
			worldMap(shown(language), language).sheets[0]?.lands.flatMap(({ title }) =>
				title ? [title.replaceAll("\u00a0", " ")] : [],
			);
		expect(titles("en")?.sort()).toEqual([
			"France: 1 host, 0.1%",
			"Germany: 78 hosts, 7.8%",
			"United States: 232 hosts, 23.2%",
		]);
		expect(titles("ru")).toContain("Франция: 1 сервер, 0,1 %");
	});
	it("names what has no outline, and no unknown land", () => {
		expect(worldMap(shown("en"), "en").unseen).toEqual(["Singapore"]);
	});
	it("names the countries on which a name has room, and of those only what counts", () => {
		const { sheets } = worldMap(shown("en"), "en");
		const named = sheets.map(({ name, names }) => [name, ...names.map(({ text }) => text)]);
		expect(named).toEqual([["world", "United States"], ["europe"]]);
	});
	it("writes the numbers of a country inside the map", () => {
		for (const { lands, width } of worldMap(shown("en"), "en").sheets) {
			for (const { tip, bucket } of lands.filter((land) => land.bucket !== null)) {
				expect(tip.anchor, bucket ?? "").toBe(tip.x < width / 4 ? "start" : tip.x > (width * 3) / 4 ? "end" : "middle");
			}
		}
	});
	it("has a legend for each shade", () => {
		const { legend, sheets } = worldMap(shown("en"), "en");
		expect(legend.map(({ shade }) => shade)).toEqual(Array.from({ length: shadeColours.length }, (_, i) => i));
		expect(new Set(sheets[0]?.lands.map(({ shade }) => shade))).toEqual(new Set([0, 1, 4, 6]));
	});
	it("has steps whose lower ends belong to them", () => {
		expect([0.01, 0.99, 1, 2, 5, 10, 19.99, 20, 100].map(shadeOf)).toEqual([1, 1, 2, 3, 4, 5, 5, 6, 6]);
	});
});
