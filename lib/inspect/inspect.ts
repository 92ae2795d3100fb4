/**
 * What a report holds and what would be kept of it: the same readers and the same catalog as on the server, for somebody
 * who looks at an archive in the browser.
 */

import type { Facts, SectionName } from "#lib/facts/sections";
import type { Unmatched } from "#lib/facts/unmatched";
import type { Product } from "#lib/product";
import { formats } from "#lib/readers/formats";
import { readJson } from "#lib/readers/json";
import { legacySections } from "#lib/readers/legacy/sections";
import { type ReadReport, readLegacyMembers, readOpenvz7 } from "#lib/readers/read-report";
import { Refused } from "#lib/readers/refused";
import type { Members } from "#lib/readers/tar";
import { reportFields } from "#lib/site/privacy/report-fields";
import { refusals } from "#lib/text/en/refusals";
import { type Count, countsOf } from "./counts";
import { type FieldFate, fatesOf } from "./field-fates";

export interface Inspected {
	product: Product;
	/** `null`: a legacy report has it beside the archive. */
	uuid: string | null;
	sections: InspectedSection[];
	files: InspectedFile[];
	/** Those that carry no section. */
	others: InspectedFile[];
	/** What no rule knows. */
	unmatched: Unmatched[];
}

export interface InspectedFile {
	name: string;
	bytes: Uint8Array;
	fields: FieldFate[];
}

/** Why a section is not carried. */
type NotCarried = "missing" | "empty" | "notJson" | "unreadable";

export interface InspectedSection {
	section: SectionName;
	member: string;
	/** `null` when it is missing. */
	file: InspectedFile | null;
	/** What would be kept, or why nothing would. */
	facts: Facts[SectionName] | NotCarried;
	counts: Count[];
}

/** Throws nothing but `Refused`. */
export function inspect(members: Members): Inspected {
	const { product, uuid, sections, unmatched } = readMembers(members);
	const table = formats[product].sections;
	const fieldsOfFiles = reportFields[product];
	const files = new Map(
		[...members].map(([name, bytes]): [string, InspectedFile] => {
			const lines = Object.hasOwn(fieldsOfFiles, name) ? fieldsOfFiles[name] : undefined;
			return [name, { name, bytes, fields: fatesOf(name, bytes, lines ?? []) }];
		}),
	);
	const carriers = new Set(Object.values(table).map(({ member }) => member));
	return {
		product,
		uuid,
		sections: Object.entries(table).map(([name, { member }]) => {
			const section = name as Exclude<SectionName, "activity">;
			const facts = sections[section] ?? notCarried(product, members.get(member));
			return {
				section,
				member,
				file: files.get(member) ?? null,
				facts,
				counts: typeof facts === "string" ? [] : countsOf(section, facts, product),
			};
		}),
		files: [...files.values()],
		others: [...files.values()].filter(({ name }) => !carriers.has(name)),
		unmatched,
	};
}

/** Nobody says here by which door the archive would come. */
function readMembers(members: Members): Omit<ReadReport, "uuid"> & { uuid: string | null } {
	if (members.has("manifest.json")) return readOpenvz7(members);
	if (!Object.values(legacySections).some(({ member }) => members.has(member))) {
		throw new Refused(400, refusals.noManifest);
	}
	return { product: "legacy", uuid: null, ...readLegacyMembers(members) };
}

function notCarried(product: Product, bytes: Uint8Array | undefined): NotCarried {
	if (!bytes) return "missing";
	if (formats[product].members === "text")
		return new TextDecoder().decode(bytes).trim() === "" ? "empty" : "unreadable";
	return readJson(bytes) ? "unreadable" : "notJson";
}
