import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { products } from "#lib/product";
import { readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import type { Members } from "#lib/readers/tar";
import { unpack } from "#lib/readers/unpack";
import { host } from "./archive";
import { legacyUuid, membersOf, packedSample, sampleFiles } from "./sample";

const read = {
	openvz7: (members: Members) => readOpenvz7(members),
	legacy: (members: Members) => readLegacy(members, legacyUuid),
};

/** Checked by eye against the samples, field by field. */
const facts = (product: string): unknown =>
	JSON.parse(readFileSync(`tests/fixtures/reports/${product}-facts.json`, "utf8"));

describe.each(products)("the sample of %s", (product) => {
	test("packed and unpacked are the same files", async () => {
		const { members } = unpack(packedSample(product));
		const texts = [...members].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
		expect(Object.fromEntries(texts)).toEqual(sampleFiles(product));
	});

	test("has exactly these facts", async () => {
		const { members } = unpack(packedSample(product));
		const uuid = product === "openvz7" ? host : legacyUuid;
		expect(read[product](members)).toEqual({ product, uuid, sections: facts(product), unmatched: [], implausible: [] });
	});

	test("has the same facts in whatever order its members come", () => {
		const members = membersOf(sampleFiles(product));
		const reversed = new Map([...members].reverse());
		expect(JSON.stringify(read[product](reversed))).toBe(JSON.stringify(read[product](members)));
	});
});

test("lists of the OpenVZ 7 sample may come in any order", () => {
	const reversed = Object.entries(sampleFiles("openvz7")).map(([name, text]) => [
		name,
		JSON.stringify(JSON.parse(text, (_, value) => (Array.isArray(value) && !isPair(value) ? value.reverse() : value))),
	]);
	expect(JSON.stringify(readOpenvz7(membersOf(Object.fromEntries(reversed))))).toBe(
		JSON.stringify(readOpenvz7(membersOf(sampleFiles("openvz7")))),
	);
});

/** `[seconds, name]` of a process. */
function isPair(list: readonly unknown[]): boolean {
	return list.length === 2 && typeof list[0] === "number";
}
