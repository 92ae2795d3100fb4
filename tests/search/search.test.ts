/** What is found, and in which order. */
import { describe, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { defaultLanguage, type Language, languages } from "#lib/language";
import { products } from "#lib/product";
import { search, searchIndex } from "#lib/search/search";
import { findableIn } from "#lib/search/site-index";
import { similarity, wordsOf } from "#lib/search/words";
import { distribution } from "#lib/series/distribution";
import { statisticBySlug, statistics } from "#lib/statistics/index";
import { pages } from "#lib/statistics/pages";
import { isObserved, type Statistic } from "#lib/statistics/statistic";
import { searchWords } from "#lib/text/server";

const day = "2026-11-29" as Day;
const publishedRows: Record<string, readonly string[]> = {
	"host-distro": ["centos-6", "centos-7", "rhel-6"],
	"container-os": ["centos-6", "centos-7", "ubuntu-22.04", "debian-12", "custom", "other"],
	"vm-guest-os": ["centos7", "win-2019"],
	"cpu-vendor": ["intel", "amd"],
	"cpu-model": ["xeon-e5-2620-v4", "xeon-e5-2650-v4", "epyc-7402p"],
	"memory-installed": ["le-64", "le-128"],
	"hosts-with-ssd": ["yes", "no", "unknown"],
	"container-processes": ["nginx"],
	country: ["us", "de", "no", "unknown"],
};
const labels = new Map([
	[
		"cpu-model",
		new Map([
			["xeon-e5-2620-v4", "Xeon E5-2620 v4"],
			["xeon-e5-2650-v4", "Xeon E5-2650 v4"],
			["epyc-7402p", "EPYC 7402P"],
			// Stored, but denied or on too few hosts.
			["xeon-w-3175x", "Xeon W-3175X"],
		]),
	],
]);

const shownIn = (language: Language) =>
	Object.entries(publishedRows).flatMap(([slug, buckets]) =>
		products.map((product) => {
			const statistic = statisticBySlug(slug) as Statistic;
			const rows = ["", ...buckets].map((bucket, i) => {
				const count = bucket === "" ? 100 : 40 - i;
				return { day, bucket, hosts: count, total: count, merged: null };
			});
			return {
				statistic,
				product,
				distribution: distribution(statistic, product, day, rows, labels.get(slug), language),
			};
		}),
	);
const indexes = Object.fromEntries(
	languages.map((language) => [language, searchIndex(findableIn(shownIn(language), labels, language))]),
) as Record<Language, ReturnType<typeof searchIndex<ReturnType<typeof findableIn>[number]>>>;

/** The first few, such as `page Memory`, `container-os CentOS 6`. */
function found(text: string, language: Language = "en", max = 4): string[] {
	return search(indexes[language], text)
		.found.slice(0, max)
		.map((one) => `${one.kind === "category" ? one.statistic.slug : one.kind} ${one.title}`);
}

describe("the first result", () => {
	test.each([
		["memory", "page Memory"],
		["RAM", "page Memory"],
		["processor", "page Processors"],
		["cpu", "page Processors"],
		["процессор", "page Processors"],
		["protsessor", "page Processors"],
		["страны", "page Countries"],
		["gdpr", "about What is collected, and what is kept"],
		["delete my host", "about What is kept about your host"],
		["lacp", "statistic Bonding and teaming"],
		["hyper-threading", "statistic CPU threads per host"],
		["centos 6", "host-distro CentOS 6"],
		["CentOS-6", "host-distro CentOS 6"],
		["centos6", "host-distro CentOS 6"],
		["cenots 6", "host-distro CentOS 6"],
		["сентос 6", "host-distro CentOS 6"],
		["can we drop centos 6?", "host-distro CentOS 6"],
		["centos 6 containers", "container-os CentOS 6"],
		["ubuntu", "container-os Ubuntu 22.04"],
		["убунту", "container-os Ubuntu 22.04"],
		["винда", "vm-guest-os Windows Server 2019"],
		["e5-2620", "cpu-model Xeon E5-2620 v4"],
		["e52620v4", "cpu-model Xeon E5-2620 v4"],
		["amd", "cpu-vendor AMD"],
		["usa", "country United States"],
		["США", "country United States"],
		["Germany", "country Germany"],
		["Germny", "country Germany"],
		["Германия", "country Germany"],
		["how many hosts are in Germany", "country Germany"],
		["norway", "country Norway"],
		["nginx", "container-processes nginx"],
	])("of %s is %s", (text, first) => expect(found(text)[0]).toBe(first));

	test.each([
		["память", "page Память"],
		["ram", "page Память"],
		["оперативка", "page Память"],
		["жесткие диски", "page Диски"],
		["ЖЁСТКИЕ ДИСКИ", "page Диски"],
		["сервер", "page Серверы"],
		["germany", "country Германия"],
		["нигерия", undefined],
		["персональные данные", "about Что собирается и что хранится"],
	])("of %s in Russian is %s", (text, first) => expect(found(text, "ru")[0]).toBe(first));
});

test("el6 finds every distribution of that generation", () =>
	expect(found("el6").toSorted()).toEqual([
		"container-os CentOS 6",
		"host-distro CentOS 6",
		"host-distro Red Hat Enterprise Linux 6",
	]));

test("a version is not the beginning of another", () => {
	expect(found("centos 6").filter((one) => one.includes("7"))).toEqual([]);
	expect(search(indexes.en, "debian 1").isPartial).toBe(true);
});

test("what is not published is not found, though its name is stored", () => {
	expect(found("3175x")).toEqual([]);
	expect(found("xeon w 3175x").join()).not.toContain("3175");
});

test("what says nothing is not found", () => {
	const titles = indexes.en.subjects.filter(({ kind }) => kind === "category").map(({ title }) => title);
	expect(titles.filter((title) => /^(Other|Unknown|Yes|No)$/.test(title))).toEqual([]);
	expect(titles).toContain("Norway");
});

test("a category has its shares in each product", () => {
	const [first] = search(indexes.en, "centos 6").found;
	expect(first).toMatchObject({
		kind: "category",
		bucket: "centos-6",
		shares: products.map((product) => ({ product, row: { hosts: 39, percent: 39 }, base: { hosts: 100 } })),
	});
});

test("if nothing has all words, what has most of them is found and marked", () => {
	expect(search(indexes.en, "germany submarines")).toMatchObject({ isPartial: true });
	expect(found("germany submarines")).toEqual(["country Germany"]);
	expect(search(indexes.en, "submarines")).toEqual({ found: [], isPartial: true });
});

describe("words", () => {
	test.each([
		["E5-2620v4", ["e", "5", "2620", "v", "4"]],
		["Жёсткие диски", ["zhestkie", "diski"]],
		["Côte d’Ivoire", ["cote", "d", "ivoire"]],
		["ﬁle Straße", ["file", "strasse"]],
		["объём", ["obem"]],
		["¯\\_(ツ)_/¯ [.*+?^$()|\\", []],
	])("of %s", (text, words) => expect(wordsOf(text)).toEqual(words));

	test.each([
		["centos", "centos", 1],
		["cenots", "centos", 0.55],
		["cent", "centos", 0.85],
		["diski", "disk", 0.8],
		["262", "2620", 0.7],
		["6", "60", 0],
		["amd", "arm", 0],
		["processr", "processory", 0.4],
	])("%s is like %s by %d", (typed, word, similar) => expect(similarity(typed, word)).toBeCloseTo(similar));
});

describe("a hostile text", () => {
	test.each([
		"x".repeat(60),
		"a b c d e f g h i j k l m n o p q r s t u v w x y z",
		"[.*+?^$()|{}\\]".repeat(4),
		"\u0000\u202e\ud800",
		"constructor __proto__",
		"0".repeat(60),
	])("is answered: %j", (text) => expect(() => search(indexes.en, text)).not.toThrow());

	test("of any length costs no more than its first words", () => {
		const begun = process.cpuUsage();
		search(indexes.en, "abcdefgh ".repeat(100_000));
		search(indexes.en, "q".repeat(1_000_000));
		const { user } = process.cpuUsage(begun);
		expect(user).toBeLessThan(5_000_000);
	});
});

test("every key of the table of words names something that can be found", () => {
	const observed = new Map(statistics.filter(isObserved).map(({ slug }) => [slug, { firstDay: day, lastDay: day }]));
	const { subjects } = searchIndex(findableIn(shownIn(defaultLanguage), labels, defaultLanguage, observed));
	const all = new Set(subjects.flatMap(({ otherNames }) => otherNames));
	const published = Object.values(publishedRows).flat();
	const lost = Object.entries(searchWords(defaultLanguage).words)
		// A bucket is named by what is published.
		.filter(([key]) => statisticBySlug(key) || published.includes(key) || pages.some(({ slug }) => slug === key))
		.filter(([, words]) => !all.has(words));
	expect(lost).toEqual([]);
});
