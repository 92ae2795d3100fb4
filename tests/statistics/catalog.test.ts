import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { perLanguage, type Text } from "#lib/language";
import { statisticBySlug, statistics } from "#lib/statistics/index";
import { aboutOf, isNamed, labelOf, titleOf } from "#lib/statistics/labels";
import { pageBySlug, pageLead, pages, pageTitle } from "#lib/statistics/pages";
import type { Statistic } from "#lib/statistics/statistic";
import { promised } from "./promised";

const folder = new URL("../../lib/statistics/", import.meta.url);

async function exported(): Promise<Map<string, Statistic>> {
	const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
	const modules = await Promise.all(
		files.map(async (file) => [basename(file, ".ts"), (await import(new URL(file, folder).href)).default] as const),
	);
	return new Map(modules.filter(([, statistic]) => statistic !== undefined));
}

test("each file that exports a statistic is listed once, under its own name", async () => {
	const files = await exported();
	expect(statistics.map(({ slug }) => slug).toSorted()).toEqual([...files.keys()].toSorted());
	for (const [name, statistic] of files) expect(statisticBySlug(name)).toBe(statistic);
});

test("the catalog is what was promised, no more and no less", () => {
	const catalog = statistics.map((statistic) => ({
		slug: statistic.slug,
		section: statistic.over === "window" && statistic.section !== "activity" ? statistic.section : null,
		unit: statistic.unit,
		threshold: statistic.threshold,
		products: statistic.products,
	}));
	const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : 1);
	expect(catalog.toSorted(bySlug)).toEqual(promised.toSorted(bySlug));
});

test("only the version is counted across products", () => {
	const across = statistics.filter((statistic) => statistic.over === "window" && statistic.acrossProducts);
	expect(across.map(({ slug }) => slug)).toEqual(["openvz-version"]);
});

test("the index goes page by page", () => {
	const rank = statistics.map(({ page }) => pages.findIndex(({ slug }) => slug === page));
	expect(rank).toEqual(rank.toSorted((a, b) => a - b));
});

test("pages stand in the order of the navigation, and none is empty", () => {
	expect(pages.map(({ slug }) => slug).join(" ")).toBe(
		"hosts reports versions virtual-machines guests containers countries cpu memory disks network software activity crashes",
	);
	for (const { slug } of pages) expect(statistics.some(({ page }) => page === slug)).toBe(true);
	for (const { page } of statistics) expect(pageBySlug(page)?.slug).toBe(page);
	expect(statisticBySlug("no-such")).toBeUndefined();
});

function expectBoth({ en, ru }: Text) {
	expect(en).toMatch(/^[A-Z]/);
	expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
	expect(ru).toMatch(/\p{Script=Cyrillic}{2}/u);
	// Latin stands in Russian for names only: it never makes up the greater part.
	const letters = (script: RegExp) => ru.match(script)?.length ?? 0;
	expect(letters(/\p{Script=Cyrillic}/gu)).toBeGreaterThan(letters(/\p{Script=Latin}/gu));
}

function expectSentences({ en, ru }: Text) {
	for (const text of [en, ru]) {
		expect(text).toMatch(/\.$/);
		expect(text.split(/(?<=\.) (?=\p{Lu})/u).length).toBeLessThanOrEqual(3);
	}
}

test.each(pages)("page $slug is described in both languages", (page) => {
	const lead = perLanguage((language) => pageLead(page, language));
	expectBoth(perLanguage((language) => pageTitle(page, language)));
	expectBoth(lead);
	expectSentences(lead);
});

describe.each(statistics)("$slug", (statistic) => {
	const { labels, order } = statistic;
	const title = perLanguage((language) => titleOf(statistic, language));
	const about = perLanguage((language) => aboutOf(statistic, language));

	test("is described in both languages", () => {
		expectBoth(about);
		expectSentences(about);
		expect(title.en).toMatch(/^[A-Z]/);
		// A headline of two names and an "and" is nearly the same in both languages.
		if (statistic.slug !== "openvz-version") expect(title.ru).toMatch(/\p{Script=Cyrillic}{4}/u);
		expect(title.en.length).toBeLessThanOrEqual(45);
		expect(title.ru.length).toBeLessThanOrEqual(45);
	});

	test("names its buckets by valid keys", () => {
		const named = typeof labels === "object" ? Object.keys(labels) : [];
		for (const bucket of [...named, ...(order ?? [])]) {
			expect(bucket).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
			expect(isNamed(statistic, bucket)).toBe(true);
			for (const language of ["en", "ru"] as const) expect(labelOf(statistic, bucket, language)).not.toBe("");
		}
	});

	test("has a label for each bucket of its order, and an order for each label", () => {
		if (order === undefined) return;
		expect(new Set(order).size).toBe(order.length);
		expect(typeof labels).toBe("object");
		expect(Object.keys(labels ?? {}).toSorted()).toEqual(order.toSorted());
	});
});
