/** From the files of a report to its facts. What is read of each section stands in the tables of the two formats. */

import { type Facts, type SectionName, sections } from "#lib/facts/sections";
import { distinctUnmatched, type Unmatched } from "#lib/facts/unmatched";
import type { Product } from "#lib/product";
import { refusals } from "#lib/text/en/refusals";
import { readJson } from "./json";
import { type LegacySection, legacySections } from "./legacy/sections";
import { type Openvz7Section, openvz7Sections } from "./openvz7/sections";
import { Refused } from "./refused";
import type { Members } from "./tar";
import { parseUuid } from "./uuid";
import type { JsonObject } from "./values";

type Sections = Partial<Omit<Facts, "activity">>;

export interface ReadReport {
	product: Product;
	/** Of the host, in lower case, without braces. */
	uuid: string;
	/** Those that were carried. */
	sections: Sections;
	/** What they say and no rule knows. */
	unmatched: Unmatched[];
}

/** Throws nothing but `Refused`. */
export function readOpenvz7(members: Members): ReadReport {
	const uuid = openvz7Uuid(members);
	const parsed = new Map<string, JsonObject | null>();
	const member = (name: string): JsonObject | null => {
		const bytes = members.get(name);
		if (!parsed.has(name)) parsed.set(name, bytes ? readJson(bytes) : null);
		return parsed.get(name) ?? null;
	};
	const read = readEach(openvz7Sections, (section: Openvz7Section) => {
		const output = member(section.member);
		return output && section.read(output, member);
	});
	const unmatched = unmatchedIn(openvz7Sections, read, (section: Openvz7Section) => {
		const output = section.unmatched && member(section.member);
		return output ? section.unmatched?.(output) : [];
	});
	return { product: "openvz7", uuid, sections: read, unmatched };
}

/** Throws nothing but `Refused`. `uuid` is what was sent beside the archive. */
export function readLegacy(members: Members, uuid: string): ReadReport {
	const host = parseUuid(uuid);
	if (host === null) throw new Refused(400, "the uuid is malformed: send the one that /genuuid.php gave");
	if (manifestUuid(members) !== null) {
		throw new Refused(400, "this is a report of OpenVZ 7: send it to /api/v1/reports");
	}
	return { product: "legacy", uuid: host, ...readLegacyMembers(members) };
}

/** What a legacy archive holds by itself, whoever sends it. */
export function readLegacyMembers(members: Members): Pick<ReadReport, "sections" | "unmatched"> {
	const texts = new Map<string, string>();
	const text = (name: string): string => {
		const read = texts.get(name) ?? textIn(members.get(name));
		texts.set(name, read);
		return read;
	};
	const read = readEach(legacySections, (section: LegacySection) => {
		const carried = members.has(section.member) && (section.mayBeEmpty || text(section.member).trim() !== "");
		return carried ? section.read(text) : null;
	});
	const unmatched = unmatchedIn(legacySections, read, (section: LegacySection) => section.unmatched?.(text));
	return { sections: read, unmatched };
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes that are not UTF-8 spoil only the values they are in. */
function textIn(bytes: Uint8Array | undefined): string {
	return bytes ? utf8.decode(bytes) : "";
}

function openvz7Uuid(members: Members): string {
	const bytes = members.get("manifest.json");
	if (!bytes) throw new Refused(400, refusals.noManifest);
	const manifest = readJson(bytes);
	if (!manifest) throw new Refused(400, refusals.manifestNotJson);
	const uuid = parseUuid(manifest.host_uuid);
	if (uuid === null) throw new Refused(400, refusals.noHostUuid);
	return uuid;
}

/** The UUID in an archive of OpenVZ 7, if it is one. */
export function manifestUuid(members: Members): string | null {
	const bytes = members.get("manifest.json");
	return parseUuid((bytes && readJson(bytes))?.host_uuid);
}

/** The sections that could be read. One that cannot costs itself and never the report. */
function readEach<Entry>(table: Readonly<Record<string, Entry>>, read: (entry: Entry) => unknown): Sections {
	const carried: Record<string, unknown> = {};
	for (const [name, entry] of Object.entries(table)) {
		const facts = attempt(() => read(entry));
		// A weekly report carries a section or two: asking zod about the others would take most of its time.
		const checked = facts === null ? null : sections[name as SectionName].safeParse(facts);
		if (checked?.success) carried[name] = checked.data;
	}
	return carried;
}

/** What facts hold where no rule knew something. Most have neither, and are not read a second time. */
const lacksRule = /"other"|"kernel":null/;

function unmatchedIn<Entry extends { unmatched?: unknown }>(
	table: Readonly<Record<string, Entry>>,
	read: Sections,
	find: (entry: Entry) => Unmatched[] | undefined,
): Unmatched[] {
	const carried = Object.entries(table).filter(
		([name, entry]) => entry.unmatched && lacksRule.test(JSON.stringify(read[name as keyof Sections])),
	);
	return distinctUnmatched(carried.flatMap(([, entry]) => attempt(() => find(entry)) ?? []));
}

/** A report that no test foresaw must not be refused for ever. */
function attempt<T>(read: () => T): T | null {
	try {
		return read();
	} catch {
		return null;
	}
}
