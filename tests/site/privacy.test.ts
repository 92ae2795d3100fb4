import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sectionNames, sections } from "../../lib/facts/sections";
import { products } from "../../lib/product";
import { readLegacy, readOpenvz7 } from "../../lib/readers/read-report";
import { keptSections } from "../../lib/site/privacy/kept-fields";
import { fieldWords, listWords } from "../../lib/site/privacy/kept-words";
import { legacyFields } from "../../lib/site/privacy/legacy-fields";
import { openvz7Fields } from "../../lib/site/privacy/openvz7-fields";
import { legacyUuid, membersOf, sampleFiles } from "../readers/sample";
import { changedAt, pathsIn, speaksOf } from "./report-paths";

const fields = keptSections.flatMap((one) => one.fields);

describe("the kept fields", () => {
	it("are those of the facts, through lists and what may be absent", () => {
		expect(keptSections.map(({ section }) => section)).toEqual(sectionNames);
		expect(fields).toContain("static.counters.runningVms");
		expect(fields).toContain("disks.disks.sizeGb");
		expect(fields).toContain("container-settings.containers.memoryMib");
	});
	it("are each said in words, and no other is", () => {
		expect(Object.keys(fieldWords).sort()).toEqual([...fields].sort());
	});
	it("stand in lists that have a name, all but those of plain words", () => {
		const lists = sectionNames.flatMap((section) =>
			Object.entries<unknown>(sections[section].shape).flatMap(([name, shape]) =>
				shape instanceof z.ZodArray && shape.element instanceof z.ZodObject ? [`${section}.${name}`] : [],
			),
		);
		expect(Object.keys(listWords).sort()).toEqual(lists.sort());
	});
	it("say from which files they are read", () => {
		const disks = keptSections.find(({ section }) => section === "disks");
		expect(disks?.members).toEqual({ openvz7: "disks.json", legacy: null });
		const cpu = keptSections.find(({ section }) => section === "cpu");
		expect(cpu?.members).toEqual({ openvz7: "cpu.json", legacy: "cpuinfo" });
	});
});

describe.each(products)("every field of a report of %s", (product) => {
	const files = sampleFiles(product);
	const table = product === "openvz7" ? openvz7Fields : legacyFields;
	const lines = Object.entries(files).flatMap(([file, text]) =>
		[...pathsIn(file, text)].map((path) => ({
			file,
			path,
			said: (table[file] ?? []).filter(({ fields }) => fields.some((field) => speaksOf(field, path))),
		})),
	);

	it("is said once to be kept or dropped", () => {
		expect(lines.length).toBeGreaterThan(product === "openvz7" ? 350 : 60);
		expect(lines.filter(({ said }) => said.length !== 1).map(({ file, path }) => `${file}: ${path}`)).toEqual([]);
		expect(Object.keys(table).sort()).toEqual(Object.keys(files).sort());
	});

	it("is dropped where the page says so", () => {
		const read = (members: Record<string, string>) =>
			product === "openvz7"
				? readOpenvz7(membersOf(members)).sections
				: readLegacy(membersOf(members), legacyUuid).sections;
		const before = JSON.stringify(read(files));
		for (const { file, path } of lines.filter(({ said }) => said[0]?.becomes === "dropped")) {
			const changed = { ...files, [file]: changedAt(file, files[file] ?? "", path) };
			expect(changed[file], path).not.toBe(files[file]);
			expect(JSON.stringify(read(changed)), `${file}: ${path}`).toBe(before);
		}
	});
});
