import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sectionNames, sections } from "#lib/facts/sections";
import { rounds } from "../rounds";
import { arbitraryFacts } from "./arbitrary";

test.each(sectionNames)("arbitrary facts of %s are valid facts", (section) => {
	fc.assert(
		fc.property(arbitraryFacts[section] as fc.Arbitrary<object>, (facts) => {
			expect(sections[section].parse(facts)).toEqual(facts);
		}),
		{ numRuns: rounds(100, 5000) },
	);
});
