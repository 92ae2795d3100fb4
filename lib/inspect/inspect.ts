/**
 * What a report archive contains and what would be kept of it, for somebody who looks at it in the browser. The readers and
 * the catalog are those of the server.
 */
import type { Facts, SectionName } from "#lib/facts/sections";
import type { Unmatched } from "#lib/facts/unmatched";
import { catalogOf, holds, tallyOf } from "#lib/host-history/tally";
import type { Language } from "#lib/language";
import { reportFields } from "#lib/privacy/fields";
import type { Product } from "#lib/product";
import { formats, productOf } from "#lib/readers/formats";
import { readJson } from "#lib/readers/json";
import { type ReadReport, readLegacyMembers, readOpenvz7 } from "#lib/readers/read-report";
import { Refused } from "#lib/readers/refused";
import type { Members } from "#lib/readers/tar";
import { unpackFile } from "#lib/readers/unpack-in-browser";
import { statistics } from "#lib/statistics/index";
import type { Counted, Statistic } from "#lib/statistics/statistic";
import { refusals } from "#lib/text/en/refusals";
import { names } from "#lib/text/index";
import { type FieldFate, fatesOf } from "./fields";

export interface Inspected {
	product: Product;
	/** `null` for a legacy report, whose archive does not contain it. */
	uuid: string | null;
	sections: InspectedSection[];
	files: InspectedFile[];
	/** Files that carry no section. */
	others: InspectedFile[];
	/** Names that no rule recognises. */
	unmatched: Unmatched[];
}

export interface InspectedFile {
	name: string;
	bytes: Uint8Array;
	fields: FieldFate[];
}

/** Why the report does not carry a section. */
type NotCarried = "missing" | "empty" | "notJson" | "unreadable" | "implausible";

export interface InspectedSection {
	section: SectionName;
	member: string;
	/** `null` when it is missing. */
	file: InspectedFile | null;
	/** What would be kept, or why nothing would be. */
	facts: Facts[SectionName] | NotCarried;
	counts: Count[];
}

/** Throws nothing but `Refused`. */
export function inspect(members: Members): Inspected {
	const { product, uuid, sections, unmatched, implausible } = readMembers(members);
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
			const facts =
				sections[section] ?? (implausible.includes(section) ? "implausible" : notCarried(product, members.get(member)));
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

/** No address says where the archive would be sent: its members show the product. */
function readMembers(members: Members): Omit<ReadReport, "uuid"> & { uuid: string | null } {
	if (productOf(members) === "openvz7") return readOpenvz7(members);
	const isLegacy = Object.values(formats.legacy.sections).some(({ member }) => members.has(member));
	if (!isLegacy) throw new Refused(400, refusals.noManifest);
	return { product: "legacy", uuid: null, ...readLegacyMembers(members) };
}

function notCarried(product: Product, bytes: Uint8Array | undefined): NotCarried {
	if (!bytes) return "missing";
	if (formats[product].members === "text")
		return new TextDecoder().decode(bytes).trim() === "" ? "empty" : "unreadable";
	return readJson(bytes) ? "unreadable" : "notJson";
}

/** In which buckets of which statistics a host counts by one section. */
export interface Count extends Counted {
	statistic: Statistic;
}

const catalog = catalogOf(statistics);

function countsOf(section: SectionName, facts: Facts[SectionName], product: Product): Count[] {
	const overWindow = catalog.windowStatistics(section, product).flatMap((statistic) =>
		[...tallyOf(statistic, facts, product).values()]
			// The base is no bucket.
			.filter(({ bucket }) => bucket !== "")
			.map((counted) => ({ statistic, ...counted })),
	);
	const ever = catalog.everStatistics
		.filter((statistic) => statistic.products.includes(product) && holds(statistic, { [section]: facts }))
		.map((statistic) => ({ statistic, bucket: "all", amount: 1 }));
	return [...overWindow, ...ever];
}

type InspectedArchive = { report: Inspected } | { refused: string };

/** Reads an archive that somebody chose. Throws the browser's error if it cannot read the file. */
export async function inspectFile(file: Blob, language: Language): Promise<InspectedArchive> {
	try {
		return { report: inspect(await unpackFile(file)) };
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return { refused: refusalIn(language, error.message) };
	}
}

type Refusal = keyof typeof refusals;

/** The refusal of the server, in the language of the page. */
export function refusalIn(language: Language, line: string): string {
	const key = (Object.keys(refusals) as Refusal[]).find((one) => refusals[one] === line);
	return key ? names(language).refusals[key] : line;
}
