import { describe, expect, test } from "vitest";
import { products } from "#lib/product";
import { readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import { privateIn, withPrivateFields, withPrivateNames } from "./hostile-sample";
import { legacyUuid, membersOf, sampleFiles } from "./sample";

const read = {
	openvz7: (files: Record<string, string>) => readOpenvz7(membersOf(files)).sections,
	legacy: (files: Record<string, string>) => readLegacy(membersOf(files), legacyUuid).sections,
};

describe.each(products)("%s", (product) => {
	test("the search finds what is private in the sample and in its variants", () => {
		expect(privateIn(JSON.stringify(sampleFiles(product))).length).toBeGreaterThan(2);
		const markers = (files: Record<string, string>) =>
			privateIn(JSON.stringify(files)).filter((found) => found.startsWith("private"));
		expect(markers(withPrivateFields(product)).length).toBeGreaterThan(product === "openvz7" ? 120 : 10);
		expect(markers(withPrivateNames(product))).toContain("private-daemon");
	});

	test("nothing private of the sample is in its facts", () => {
		expect(privateIn(JSON.stringify(read[product](sampleFiles(product))))).toEqual([]);
	});

	test("fields nobody looks at change nothing", () => {
		const facts = read[product](withPrivateFields(product));
		expect(privateIn(JSON.stringify(facts))).toEqual([]);
		const { services, software, ...others } = read[product](sampleFiles(product));
		expect(facts).toMatchObject(others);
		// One unit and one package more, which no rule knows.
		expect(facts.services).toEqual(services && { ...services, others: services.others + 1 });
		expect(facts.software).toEqual(software);
	});

	test("names that no rule knows are not in the facts, and every section is still known", () => {
		const facts = read[product](withPrivateNames(product));
		expect(privateIn(JSON.stringify(facts))).toEqual([]);
		expect(Object.keys(facts)).toEqual(Object.keys(read[product](sampleFiles(product))));
	});
});
