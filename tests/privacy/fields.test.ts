import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sectionNames, sections } from "#lib/facts/sections";
import { covers, pathsIn } from "#lib/inspect/fields";
import { keptSections } from "#lib/privacy/fields";
import { legacyFields } from "#lib/privacy/legacy-fields";
import { openvz7Fields } from "#lib/privacy/openvz7-fields";
import { products } from "#lib/product";
import { openvz7Sections } from "#lib/readers/openvz7/sections";
import { readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import type { JsonObject } from "#lib/readers/values";
import { names } from "#lib/text/index";
import { legacyUuid, membersOf, sampleFiles } from "../readers/sample";
import { changedAt } from "./report-paths";

const fields = keptSections.flatMap((one) => one.fields);

describe("the kept fields", () => {
	it("are those of the facts, through lists and what may be absent", () => {
		expect(keptSections.map(({ section }) => section)).toEqual(sectionNames);
		expect(fields).toContain("static.counters.runningVms");
		expect(fields).toContain("disks.disks.sizeGb");
		expect(fields).toContain("container-settings.containers.memoryMib");
	});
	it("are each said in words, and no other is", () => {
		expect(Object.keys(names("en").reports.facts).sort()).toEqual([...fields].sort());
	});
	it("stand in lists that have a name, all but those of plain words", () => {
		const lists = sectionNames.flatMap((section) =>
			Object.entries<unknown>(sections[section].shape).flatMap(([name, shape]) =>
				shape instanceof z.ZodArray && shape.element instanceof z.ZodObject ? [`${section}.${name}`] : [],
			),
		);
		expect(Object.keys(names("en").reports.lists).sort()).toEqual(lists.sort());
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
		[...pathsIn(file, new TextEncoder().encode(text))].map((path) => ({
			file,
			path,
			said: (table[file] ?? []).filter(({ fields }) => fields.some((field) => covers(field, path))),
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

/** The object, telling which of its fields are looked at. */
function watched(value: unknown, path: readonly string[], seen: Set<string>): unknown {
	if (typeof value !== "object" || value === null) return value;
	return new Proxy(value, {
		get(target, name, receiver) {
			const inner: unknown = Reflect.get(target, name, receiver);
			if (typeof name !== "string" || typeof inner === "function") return inner;
			if (Array.isArray(target)) return watched(inner, path, seen);
			seen.add([...path, name].join("/"));
			return watched(inner, [...path, name], seen);
		},
	});
}

it("readers of OpenVZ 7 look at no field of which nothing is said", () => {
	const files = sampleFiles("openvz7");
	const seen = new Map<string, Set<string>>();
	const member = (name: string) => {
		const paths = seen.get(name) ?? new Set();
		seen.set(name, paths);
		return watched(JSON.parse(files[name] ?? "null"), [], paths) as JsonObject | null;
	};
	for (const section of Object.values(openvz7Sections)) section.read(member(section.member) ?? {}, member);
	const unsaid = [...seen].flatMap(([file, paths]) => {
		const said = (openvz7Fields[file] ?? []).flatMap(({ fields }) => fields);
		const isSaid = (path: string) =>
			said.some((field) => covers(field.split("/").slice(0, path.split("/").length).join("/"), path));
		return [...paths].filter((path) => !isSaid(path)).map((path) => `${file}: ${path}`);
	});
	expect([...seen.values()].reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(60);
	expect(unsaid).toEqual([]);
});
