/** What somebody sees of a report in the browser is what the server would keep of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inspect, refusalIn } from "#lib/inspect/inspect";
import { products } from "#lib/product";
import { readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import { refusals } from "#lib/text/en/refusals";
import { badArchives, host, manifest } from "../readers/archive";
import { withPrivateNames } from "../readers/hostile-sample";
import { legacyUuid, membersOf, packedSample, sampleFiles } from "../readers/sample";

describe.each(products)("a report of %s", (product) => {
	const files = sampleFiles(product);
	const serverReads = (sent: Record<string, string>) =>
		product === "openvz7" ? readOpenvz7(membersOf(sent)) : readLegacy(membersOf(sent), legacyUuid);

	test.each(["as it is", "with names that no rule knows"])("%s: the facts and the unknown names", (how) => {
		const sent = how === "as it is" ? files : withPrivateNames(product);
		const seen = inspect(membersOf(sent));
		const { sections, unmatched } = serverReads(sent);
		const facts = seen.sections.filter((one) => typeof one.facts !== "string");
		expect(Object.fromEntries(facts.map((one) => [one.section, one.facts]))).toEqual(sections);
		expect(seen.unmatched).toEqual(unmatched);
		expect(unmatched.length > 0).toBe(how !== "as it is");
	});

	test("every file, and every field of it once", () => {
		const { sections, others, files: all, uuid } = inspect(membersOf(files));
		expect(all.map(({ name }) => name)).toEqual(Object.keys(files));
		expect(new Set([...sections.map(({ member }) => member), ...others.map(({ name }) => name)])).toEqual(
			new Set(Object.keys(files)),
		);
		expect(all.flatMap(({ fields }) => fields).filter(({ what }) => what === null)).toEqual([]);
		expect(uuid).toBe(product === "openvz7" ? host : null);
	});

	test("the sample that the page offers is the one of the tests", () => {
		expect(readFileSync(`public/samples/${product}-report.tar.gz`)).toEqual(packedSample(product));
	});
});

describe("sections that are not carried", () => {
	const factsOf = (files: Record<string, string>, section: string) =>
		inspect(membersOf(files)).sections.find((one) => one.section === section)?.facts;

	test.each([
		["missing", undefined],
		["notJson", "[1]"],
		["notJson", "{"],
		["unreadable", `{"section":"cpu"}`],
	])("%s: %j", (reason, text) => {
		const files = { "manifest.json": manifest, ...(text === undefined ? {} : { "cpu.json": text }) };
		expect(factsOf(files, "cpu")).toBe(reason);
	});
	test("of older reports", () => {
		expect(factsOf({ uname: "2.6.32-042stab076.8", cpuinfo: " \n" }, "cpu")).toBe("empty");
		expect(factsOf({ uname: "2.6.32-042stab076.8" }, "memory")).toBe("missing");
	});
});

test("where the host would count", () => {
	const { sections } = inspect(membersOf(sampleFiles("openvz7")));
	const counts = sections.flatMap((one) =>
		one.counts.map(({ statistic, bucket, amount }) => [statistic.slug, bucket, amount]),
	);
	expect(counts).toContainEqual(["disk-vendor", "samsung", 2]);
	expect(counts).toContainEqual(["hosts-with-containers", "all", 1]);
	expect(counts.filter(([, bucket]) => bucket === "")).toEqual([]);
});

test("a field that the program does not know is dropped, whatever it is called", () => {
	const files = {
		"manifest.json": manifest,
		"cpu.json": `{"lscpu":{"Model name":"x","__proto__":1},"own":{"secret":1}}`,
		constructor: "x",
	};
	const { others, sections } = inspect(membersOf(files));
	const cpu = sections.find(({ section }) => section === "cpu")?.file?.fields.find(({ what }) => what === null);
	expect(cpu).toEqual({ what: null, becomes: "dropped", names: ["lscpu/__proto__", "own/secret"] });
	expect(others.find(({ name }) => name === "constructor")?.fields).toEqual([
		{ what: null, becomes: "dropped", names: [] },
	]);
});

describe("an archive that would be refused", () => {
	test("without a manifest and without any file of older reports", () => {
		expect(() => inspect(membersOf({ x: "" }))).toThrow("the archive has no manifest.json: pack it with the sections");
	});
	test("is refused in a line that every language has", () => {
		const source = readdirSync("lib/readers").filter((name) => name.endsWith(".ts"));
		const literal = source.flatMap((name) =>
			[
				...readFileSync(join("lib/readers", name), "utf8").matchAll(/"([^"\n]+: (?:send|pack|give|rename)[^"\n]*)"/g),
			].map(([, line = ""]) => line),
		);
		// What only a sender can be told.
		expect(literal.filter((line) => !/broke off|pieces|\/api\/v1\/reports|genuuid/.test(line))).toEqual([]);
		const lines = Object.values(badArchives).map(({ line }) => line);
		expect(lines.length).toBeGreaterThan(10);
		for (const line of lines) {
			expect(refusalIn("en", line)).toBe(line);
			expect(refusalIn("ru", line), line).not.toBe(line);
		}
		for (const line of Object.values(refusals)) expect(line).toMatch(/: (send|pack|give|rename) /);
		expect(Object.keys(refusals).length).toBe(21);
	});
});
