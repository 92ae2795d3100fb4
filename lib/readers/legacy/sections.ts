/**
 * The format of vzstats reports: which member carries which section, and what reads it. Other members add to
 * their section when they are there.
 */
import type { Facts, SectionName } from "#lib/facts/sections";
import type { Unmatched } from "#lib/facts/unmatched";

/** The text of a member, empty when it is missing. */
export type MemberText = (member: string) => string;

import { readContainerContents, readContainerSettings, readSimfs } from "./containers";
import { readCpu, readMemory, readStatic, unmatchedCpu, unmatchedStatic } from "./host";

export interface LegacySection<S extends SectionName = SectionName> {
	member: string;
	/** A host without containers prints nothing for them; elsewhere nothing means that the tool failed. */
	mayBeEmpty: boolean;
	read(text: MemberText): Facts[S];
	/** What the section says and no rule knows. */
	unmatched?(text: MemberText): Unmatched[];
}

type Carried = "static" | "cpu" | "memory" | "container-settings" | "container-contents" | "simfs";

export const legacySections: { readonly [S in Carried]: LegacySection<S> } = {
	static: { member: "uname", mayBeEmpty: false, read: readStatic, unmatched: unmatchedStatic },
	cpu: { member: "cpuinfo", mayBeEmpty: false, read: readCpu, unmatched: unmatchedCpu },
	memory: { member: "meminfo", mayBeEmpty: false, read: readMemory },
	"container-settings": { member: "vzlist", mayBeEmpty: true, read: readContainerSettings },
	"container-contents": { member: "ostemplates", mayBeEmpty: true, read: readContainerContents },
	simfs: { member: "vzlist", mayBeEmpty: true, read: readSimfs },
};

/** All members that a section is read from. */
export const legacyMembers: ReadonlySet<string> = new Set(
	`uname lsbrelease osrelease vzversion-rpm vzversion-deb vzversion-gentoo vzversion-arch cpuinfo meminfo vzlist
	ostemplates top-ps fs df`.split(/\s+/),
);
