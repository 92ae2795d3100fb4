import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { products } from "#lib/product";
import { statistics } from "#lib/statistics/index";
import { arbitraryFacts } from "../facts/arbitrary";
import { rounds } from "../rounds";
import { baseOf, windowStatistic } from "./tallied";

/** Hosts of these stand in several buckets at once. */
const several = ["nic-driver", "services", "openvz-packages", "cgroup-controllers"];
/** Containers of these stand in several buckets at once. */
const overlapping = ["container-processes"];

const overWindow = statistics.filter(({ over }) => over === "window").map(({ slug }) => windowStatistic(slug));

describe.each(overWindow)("$slug, for any facts", ({ slug, section, unit, tally }) => {
	const facts = arbitraryFacts[section] as fc.Arbitrary<never>;

	test("counts integers, in valid buckets, each once, within its base", () => {
		fc.assert(
			fc.property(facts, fc.constantFrom(...products), (said, product) => {
				const counts = tally(said, product);
				for (const { bucket, amount } of counts) {
					expect(bucket).toMatch(/^[a-z0-9.-]+$/);
					expect(Number.isSafeInteger(amount)).toBe(true);
					expect(amount).toBeGreaterThanOrEqual(0);
				}
				expect(new Set(counts.map(({ bucket }) => bucket)).size).toBe(counts.length);
				if (unit === "hosts") expect(counts.every(({ amount }) => amount === 1)).toBe(true);
				if (unit === "hosts" && !several.includes(slug)) expect(counts.length).toBeLessThanOrEqual(1);
				const sum = counts.reduce((total, { amount }) => total + amount, 0);
				if (!several.includes(slug) && !overlapping.includes(slug)) expect(sum).toBeLessThanOrEqual(baseOf(slug, said));
			}),
			{ numRuns: rounds(60, 2000) },
		);
	});

	test("says the same of the same facts", () => {
		fc.assert(
			fc.property(facts, (said) => {
				const before = structuredClone(said);
				expect(tally(said, "openvz7")).toEqual(tally(structuredClone(said), "openvz7"));
				expect(said).toEqual(before);
			}),
			{ numRuns: rounds(30, 300) },
		);
	});
});
