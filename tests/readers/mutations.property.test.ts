import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type SectionName, sections } from "#lib/facts/sections";
import { legacySections } from "#lib/readers/legacy/sections";
import { openvz7Sections } from "#lib/readers/openvz7/sections";
import { type ReadReport, readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import { Refused } from "#lib/readers/refused";
import { objectOf } from "#lib/readers/values";
import { mutate, mutation } from "../mutation";
import { rounds } from "../rounds";
import { manifest } from "./archive";
import { legacyUuid, membersOf, sampleFiles } from "./sample";

/** What is read fits the schemas exactly, in few bytes, and nothing but a refusal is thrown. */
function expectSound(read: () => ReadReport): void {
	let report: ReadReport;
	try {
		report = read();
	} catch (error) {
		expect(error).toBeInstanceOf(Refused);
		return;
	}
	expect(JSON.stringify(report).length).toBeLessThan(200_000);
	for (const [name, facts] of Object.entries(report.sections)) {
		expect(sections[name as SectionName].parse(facts)).toEqual(facts);
	}
}

/** A reader itself never throws and answers what fits; nothing relies on bad sections being dropped afterwards. */
function expectFitting(name: string, facts: unknown): void {
	if (facts !== null) expect(sections[name as SectionName].parse(facts)).toEqual(facts);
}

const openvz7 = Object.entries(sampleFiles("openvz7"));

test("reports of OpenVZ 7 with anything in their fields", () => {
	const mutated = fc.array(fc.tuple(fc.nat(openvz7.length - 1), mutation), { minLength: 1, maxLength: 30 });
	fc.assert(
		fc.property(mutated, (mutations) => {
			const trees = openvz7.map(([, text]) => JSON.parse(text) as unknown);
			for (const [at, change] of mutations) trees[at] = mutate(trees[at], change);
			const files = openvz7.map(([name], at) => [name, JSON.stringify(trees[at]) ?? ""]);
			expectSound(() => readOpenvz7(membersOf(Object.fromEntries(files))));
			const member = (name: string) => objectOf(trees[openvz7.findIndex(([file]) => file === name)]);
			for (const [name, section] of Object.entries(openvz7Sections)) {
				const output = member(section.member);
				if (output) expectFitting(name, section.read(output, member));
			}
		}),
		{ numRuns: rounds(100, 5000) },
	);
});

const change = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	length: fc.nat(40),
	bytes: fc.uint8Array(),
});

function overwritten(text: string, changes: { at: number; length: number; bytes: Uint8Array }[]): Buffer {
	let bytes = Buffer.from(text);
	for (const { at, length, bytes: inserted } of changes) {
		const from = Math.floor(at * bytes.length);
		bytes = Buffer.concat([bytes.subarray(0, from), inserted, bytes.subarray(from + length)]);
	}
	return bytes;
}

test("reports of OpenVZ 7 with anything in their bytes", () => {
	fc.assert(
		fc.property(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: openvz7.length }), (changes) => {
			const files = openvz7.map(([name, text], at) => [name, overwritten(text, changes[at] ?? [])]);
			expectSound(() => readOpenvz7(membersOf({ ...Object.fromEntries(files), "manifest.json": manifest })));
		}),
		{ numRuns: rounds(70, 3000) },
	);
});

const legacy = Object.entries(sampleFiles("legacy")).map(([name, text]) => [name, text.slice(0, 3000)] as const);

test("legacy reports with anything in their bytes", () => {
	fc.assert(
		fc.property(fc.array(fc.array(change, { maxLength: 5 }), { maxLength: legacy.length }), (changes) => {
			const files = legacy.map(([name, text], at) => [name, overwritten(text, changes[at] ?? [])]);
			expectSound(() => readLegacy(membersOf(Object.fromEntries(files)), legacyUuid));
		}),
		{ numRuns: rounds(100, 5000) },
	);
});

test("legacy reports with lines of other members and of nobody", () => {
	const lines = legacy.flatMap(([, text]) => text.split("\n"));
	const text = fc.array(fc.oneof(fc.constantFrom(...lines), fc.string({ maxLength: 60 })), { maxLength: 60 });
	fc.assert(
		fc.property(fc.array(text, { minLength: legacy.length, maxLength: legacy.length }), (texts) => {
			const files = Object.fromEntries(legacy.map(([name], at) => [name, texts[at]?.join("\n") ?? ""]));
			expectSound(() => readLegacy(membersOf(files), legacyUuid));
			for (const [name, section] of Object.entries(legacySections)) {
				expectFitting(
					name,
					section.read((member) => files[member] ?? ""),
				);
			}
		}),
		{ numRuns: rounds(70, 3000) },
	);
});
