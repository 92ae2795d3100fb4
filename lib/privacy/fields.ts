/** Which fields of a report are kept, and what becomes of the others. */
import { z } from "zod";
import { type SectionName, sectionNames, sections } from "#lib/facts/sections";
import { type Product, perProduct } from "#lib/product";
import { formats } from "#lib/readers/formats";
import { legacyFields } from "./legacy-fields";
import { openvz7Fields } from "./openvz7-fields";
import type { ReportFields } from "./report-field";

interface KeptSection {
	section: SectionName;
	/** The file of a report that carries the section; `null` if no file does. */
	members: Record<Product, string | null>;
	/** By their paths, such as `disks.disks.kind`. */
	fields: string[];
}

/** Derived from the schemas of the facts, so that no field can be forgotten. */
export const keptSections: readonly KeptSection[] = sectionNames.map((section) => ({
	section,
	members: perProduct((product) => formats[product].sections[section]?.member ?? null),
	fields: fieldsOf(sections[section], section),
}));

function fieldsOf(shape: z.core.$ZodType, path: string): string[] {
	if (shape instanceof z.ZodObject) {
		return Object.entries<z.core.$ZodType>(shape.shape).flatMap(([name, inner]) => fieldsOf(inner, `${path}.${name}`));
	}
	if (shape instanceof z.ZodNullable) return fieldsOf(shape.unwrap(), path);
	if (shape instanceof z.ZodArray) return fieldsOf(shape.element, path);
	return [path];
}

/** Every field of each file of a report. */
export const reportFields: Readonly<Record<Product, ReportFields>> = { openvz7: openvz7Fields, legacy: legacyFields };
