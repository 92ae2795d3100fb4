/** Which fields are kept of each section: read off the shapes of the facts, so that the page cannot forget one. */
import { z } from "zod";
import { type SectionName, sectionNames, sections } from "#lib/facts/sections";
import { type Product, perProduct } from "#lib/product";
import { formats } from "#lib/readers/formats";

export interface KeptSection {
	section: SectionName;
	/** The file of a report that carries it; `null` for what every report says by coming, or where there is none. */
	members: Record<Product, string | null>;
	/** With the names of the lists they stand in: `disks.disks.kind`. */
	fields: string[];
}

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
