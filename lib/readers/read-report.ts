/** From the files of a report to its facts. What is read of each section stands in the tables of the two formats. */

import { implausibleAmount } from "#lib/facts/maxima";
import { type Facts, type SectionName, sections } from "#lib/facts/sections";
import { distinctUnmatched, type Unmatched } from "#lib/facts/unmatched";
import type { Product } from "#lib/product";
import { refusals } from "#lib/text/en/refusals";
import { fields, readJson, valuesAtMost } from "./json";
import { type LegacySection, legacyMembers, legacySections } from "./legacy/sections";
import { readLimits } from "./limits";
import type { ReadingMemory } from "./memory";
import { type Openvz7Section, openvz7Sections } from "./openvz7/sections";
import { Refused } from "./refused";
import type { Members } from "./tar";
import { parseUuid } from "./uuid";
import type { JsonObject } from "./values";

type Sections = Partial<Omit<Facts, "activity">>;
type ReadSections = Pick<ReadReport, "sections" | "unmatched" | "implausible">;

export interface ReadReport {
	product: Product;
	/** Of the host, in lower case, without braces. */
	uuid: string;
	/** Those that were carried. */
	sections: Sections;
	/** What they say and no rule knows. */
	unmatched: Unmatched[];
	/** Sections set aside because they say more than any real host has: over `lib/facts/maxima` or `readLimits`. */
	implausible: SectionName[];
}

/** Throws nothing but `Refused`. */
export function readOpenvz7(members: Members, memory?: ReadingMemory): ReadReport {
	const uuid = openvz7Uuid(members);
	const read = readSections(
		openvz7Sections,
		withinLimits(members, fieldsOf, valuesAtMost),
		openJson,
		memory,
		(section: Openvz7Section, member) => {
			const output = member(section.member);
			return {
				facts: output && section.read(output, member),
				unmatched: () => (output && section.unmatched?.(output)) ?? [],
			};
		},
	);
	return { product: "openvz7", uuid, ...read };
}

/** Throws nothing but `Refused`. `uuid` is what was sent beside the archive. */
export function readLegacy(members: Members, uuid: string, memory?: ReadingMemory): ReadReport {
	const host = parseUuid(uuid);
	if (host === null) throw new Refused(400, "the uuid is malformed: send the one that /genuuid.php gave");
	if (manifestUuid(members) !== null) {
		throw new Refused(400, "this is a report of OpenVZ 7: send it to /api/v1/reports");
	}
	return { product: "legacy", uuid: host, ...readLegacyMembers(members, memory) };
}

/** What a legacy archive holds by itself, whoever sends it. */
export function readLegacyMembers(members: Members, memory?: ReadingMemory): ReadSections {
	const files = withinLimits(members, legacyMembers);
	return readSections(legacySections, files, openText, memory, (section: LegacySection, text) => {
		const own = text(section.member);
		const carried = files.readable.has(section.member) && (section.mayBeEmpty || own.trim() !== "");
		return { facts: carried ? section.read(text) : null, unmatched: () => section.unmatched?.(text) ?? [] };
	});
}

interface Files {
	readable: Members;
	/** A file that is left out costs its section. */
	tooLarge: ReadonlySet<string>;
}

/** Those that a reader looks at, the smallest first. `valuesIn` says how many values a file may hold at most. */
function withinLimits(
	members: Members,
	read: { has(name: string): boolean },
	valuesIn: (bytes: Uint8Array) => number = () => 0,
): Files {
	const readable = new Map<string, Uint8Array>();
	const tooLarge = new Set<string>();
	const bySize = [...members].filter(([name]) => read.has(name)).sort(([, a], [, b]) => a.length - b.length);
	// A value takes two bytes: nearly every report is too small to hold too many.
	const isCounted = bySize.reduce((sum, [, { length }]) => sum + length, 0) > 2 * readLimits.values;
	let [sum, values] = [0, 0];
	for (const [name, bytes] of bySize) {
		sum += bytes.length;
		const isSmall = bytes.length <= readLimits.fileBytes && sum <= readLimits.filesBytes;
		if (isSmall && isCounted) values += valuesIn(bytes);
		if (isSmall && values <= readLimits.values) readable.set(name, bytes);
		else tooLarge.add(name);
	}
	return { readable, tooLarge };
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes that are not UTF-8 spoil only the values they are in. */
function openText(bytes: Uint8Array | undefined): string {
	return bytes ? utf8.decode(bytes) : "";
}

const fieldsOf = new Map(Object.values(openvz7Sections).map(({ member, fields }) => [member, fields]));

function openJson(bytes: Uint8Array | undefined, name: string, onOverLimit: () => void): JsonObject | null {
	return bytes ? readJson(bytes, fieldsOf.get(name), onOverLimit) : null;
}

const manifestFields = fields("host_uuid");
/** It is looked at before all others, whatever they hold. */
const manifestLimits = { ...readLimits, fileBytes: 256 * 1024, values: 20_000 };

function readManifest(bytes: Uint8Array): JsonObject | null {
	return readJson(bytes, manifestFields, undefined, manifestLimits);
}

function openvz7Uuid(members: Members): string {
	const bytes = members.get("manifest.json");
	if (!bytes) throw new Refused(400, refusals.noManifest);
	const manifest = readManifest(bytes);
	if (!manifest) throw new Refused(400, refusals.manifestNotJson);
	const uuid = parseUuid(manifest.host_uuid);
	if (uuid === null) throw new Refused(400, refusals.noHostUuid);
	return uuid;
}

/** The UUID in an archive of OpenVZ 7, if it is one. */
export function manifestUuid(members: Members): string | null {
	const bytes = members.get("manifest.json");
	return parseUuid((bytes && readManifest(bytes))?.host_uuid);
}

/** What a section was read to. */
export interface SectionReading {
	/** `null` where it was not carried. */
	facts: Facts[SectionName] | null;
	/** The facts as JSON. */
	text: string;
	/** What it says and no rule knows. */
	unmatched: readonly Unmatched[];
	/** It was carried, but says more than any real host has, or more than is looked at. */
	isImplausible: boolean;
}

/**
 * The sections that could be read. One that cannot costs itself and never the report.
 * @param read reads one section from the opened files
 */
function readSections<Section extends { member: string }, Opened>(
	table: Readonly<Record<string, Section>>,
	{ readable, tooLarge }: Files,
	open: (bytes: Uint8Array | undefined, name: string, onOverLimit: () => void) => Opened,
	memory: ReadingMemory | undefined,
	read: (section: Section, file: (name: string) => Opened) => { facts: unknown; unmatched(): Unmatched[] },
): ReadSections {
	const bytesOf = once((name) => {
		const bytes = readable.get(name);
		return bytes && memory ? memory.file(name, bytes) : bytes;
	});
	const overLimit = new Set(tooLarge);
	const opened = once((name) => open(bytesOf(name), name, () => overLimit.add(name)));
	const carried: Record<string, unknown> = {};
	const unmatched: Unmatched[] = [];
	const implausible: SectionName[] = [];
	for (const [name, section] of Object.entries(table)) {
		let reading = tooLarge.has(section.member) ? setAside : memory?.reading(name, bytesOf);
		if (!reading) {
			const files = new Map<string, Uint8Array | undefined>();
			const readFiles = () =>
				read(section, (file) => {
					files.set(file, bytesOf(file));
					return opened(file);
				});
			reading = readSection(name as SectionName, readFiles, memory?.lastReading(name));
			if (!reading.facts && overLimit.has(section.member)) reading = setAside;
			memory?.remember(name, files, reading);
		}
		if (reading.facts) carried[name] = reading.facts;
		if (reading.isImplausible) implausible.push(name as SectionName);
		unmatched.push(...reading.unmatched);
	}
	return { sections: carried, unmatched: distinctUnmatched(unmatched), implausible };
}

/** Computes each name's value when it is first asked for. */
function once<T>(compute: (name: string) => T): (name: string) => T {
	const values = new Map<string, T>();
	return (name) => {
		const known = values.get(name);
		if (known !== undefined || values.has(name)) return known as T;
		const value = compute(name);
		values.set(name, value);
		return value;
	};
}

/** What facts hold where no rule knew something. Most have neither, and are not read a second time. */
const lacksRule = /"other"|"kernel":null/;

/** `before` is an earlier reading of the section: where the facts are the same, they are neither checked nor kept again. */
function readSection(
	name: SectionName,
	read: () => { facts: unknown; unmatched(): Unmatched[] },
	before?: SectionReading,
): SectionReading {
	const found = attempt(read);
	if (!found?.facts) return nothingCarried;
	const text = JSON.stringify(found.facts);
	const hasUnmatched = lacksRule.test(text);
	if (before?.text === text && !hasUnmatched) return before;
	// A weekly report carries a section or two: asking zod about the others would take most of its time.
	const { data: facts } = sections[name].safeParse(found.facts);
	if (!facts) return nothingCarried;
	if (implausibleAmount(name, facts) !== null) return setAside;
	return { facts, text, unmatched: (hasUnmatched && attempt(() => found.unmatched())) || [], isImplausible: false };
}

const nothingCarried: SectionReading = { facts: null, text: "", unmatched: [], isImplausible: false };
const setAside: SectionReading = { ...nothingCarried, isImplausible: true };

/** A report that no test foresaw must not be refused for ever. */
function attempt<T>(read: () => T): T | null {
	try {
		return read();
	} catch {
		return null;
	}
}
