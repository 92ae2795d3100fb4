/** Which fields are kept of each section: read off the shapes of the facts, so that the page cannot forget one. */
import { z } from "zod";
import { type SectionName, sectionNames, sections } from "#lib/facts/sections";
import { legacySections } from "#lib/readers/legacy/sections";
import { openvz7Sections } from "#lib/readers/openvz7/sections";

export interface KeptSection {
	section: SectionName;
	/** The file of a report that carries it; `null` for what every report says by coming, or where there is none. */
	members: { openvz7: string | null; legacy: string | null };
	/** With the names of the lists they stand in: `disks.disks.kind`. */
	fields: string[];
}

export const keptSections: readonly KeptSection[] = sectionNames.map((section) => ({
	section,
	members: { openvz7: memberIn(openvz7Sections, section), legacy: memberIn(legacySections, section) },
	fields: fieldsOf(sections[section], section),
}));

function memberIn(table: Readonly<Record<string, { member: string }>>, section: SectionName): string | null {
	return table[section]?.member ?? null;
}

function fieldsOf(shape: z.core.$ZodType, path: string): string[] {
	if (shape instanceof z.ZodObject) {
		return Object.entries<z.core.$ZodType>(shape.shape).flatMap(([name, inner]) => fieldsOf(inner, `${path}.${name}`));
	}
	if (shape instanceof z.ZodNullable) return fieldsOf(shape.unwrap(), path);
	if (shape instanceof z.ZodArray) return fieldsOf(shape.element, path);
	return [path];
}
