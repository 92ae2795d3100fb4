/** What each statistic of the catalog owes: it is there once, on one page, and counts something that hosts really say. */
import { describe, expect, test } from "vitest";
import type { Facts } from "#lib/facts/sections";
import { holds, tallyOf } from "#lib/host-history/tally";
import { languages } from "#lib/language";
import { type Product, products } from "#lib/product";
import { readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import * as catalog from "#lib/statistics/catalog";
import { statistics } from "#lib/statistics/index";
import { aboutOf } from "#lib/statistics/labels";
import { pages } from "#lib/statistics/pages";
import type { Statistic } from "#lib/statistics/statistic";
import { legacyUuid, membersOf, sampleFiles } from "../readers/sample";

const activity: Facts["activity"] = { country: "fr" };

/** What the sample of a product says, and what few hosts have and it has not. */
function factsOf(product: Product): Partial<Facts> {
	const files = sampleFiles(product);
	if (product === "legacy") return { activity, ...readLegacy(membersOf(files), legacyUuid).sections };
	const network = JSON.parse(files["network.json"] ?? "{}") as object;
	const teams = [{ name: "team0", state: { setup: { runner_name: "lacp" } } }];
	const withTeam = { ...files, "network.json": JSON.stringify({ ...network, teams }) };
	return { activity, ...readOpenvz7(membersOf(withTeam)).sections };
}

const facts = { openvz7: factsOf("openvz7"), legacy: factsOf("legacy") };

function counted(statistic: Statistic, product: Product): string[] {
	if (statistic.over === "events" || statistic.over === "observed") return ["all"];
	if (statistic.over === "ever") return holds(statistic, facts[product]) ? ["all"] : [];
	const said = facts[product][statistic.section];
	return said ? [...tallyOf(statistic, said, product).keys()].filter((bucket) => bucket !== "") : [];
}

test("each is in the catalog once", () => {
	const slugs = Object.values(catalog).map(({ slug }) => slug);
	expect(new Set(slugs).size).toBe(slugs.length);
	expect(statistics.map(({ slug }) => slug).toSorted()).toEqual(slugs.toSorted());
});

describe.each(statistics)("$slug", (statistic) => {
	test.each(products.filter((product) => statistic.products.includes(product)))(
		"counts something of what a host of %s says, and not only what no rule knows",
		(product) => {
			expect(counted(statistic, product).filter((bucket) => bucket !== "other")).not.toEqual([]);
		},
	);

	test("stands on one page, at a place of its own", () => {
		const on = pages.filter(({ slug }) => statistics.some((one) => one === statistic && one.page === slug));
		expect(on.map(({ slug }) => slug)).toEqual([statistic.page]);
		const beside = statistics.filter((one) => one.page === statistic.page && one.place === statistic.place);
		expect(beside.map(({ slug }) => slug)).toEqual([statistic.slug]);
	});

	test("says how it is counted, in both languages", () => {
		const abouts = languages.map((language) => aboutOf(statistic, language));
		for (const about of abouts) expect(about.length).toBeGreaterThan(25);
		expect(new Set(abouts).size).toBe(languages.length);
	});
});
