/**
 * The format of OpenVZ 7 reports: which member holds which section, and what reads it. A reader answers
 * `null` when the member lacks the tool output: then the section was not carried.
 */
import type { Facts, SectionName } from "#lib/facts/sections";
import type { Unmatched } from "#lib/facts/unmatched";
import type { JsonObject } from "../values";
import { readDisks, unmatchedDisks } from "./disks";
import {
	readCgroups,
	readContainerContents,
	readContainerSettings,
	readSimfs,
	readVmCommon,
	readVmGuests,
} from "./guests";
import {
	readCpu,
	readHardware,
	readMemory,
	readNetwork,
	unmatchedCpu,
	unmatchedHardware,
	unmatchedNetwork,
} from "./hardware";
import { readClusters, readServices, readSoftware, readStatic, unmatchedStatic } from "./software";

export interface Openvz7Section<S extends SectionName = SectionName> {
	member: string;
	/** `member` gives what other members of the report hold, for the little that belongs to this section. */
	read(output: JsonObject, member: (name: string) => JsonObject | null): Facts[S] | null;
	/** What the section says and no rule knows. */
	unmatched?(output: JsonObject): Unmatched[];
}

export const openvz7Sections: { readonly [S in Exclude<SectionName, "activity">]: Openvz7Section<S> } = {
	hardware: { member: "hardware.json", read: readHardware, unmatched: unmatchedHardware },
	network: { member: "network.json", read: readNetwork, unmatched: unmatchedNetwork },
	memory: { member: "memory.json", read: readMemory },
	cpu: { member: "cpu.json", read: readCpu, unmatched: unmatchedCpu },
	disks: { member: "disks.json", read: readDisks, unmatched: unmatchedDisks },
	"vm-guests": { member: "libvirt_guests.json", read: readVmGuests },
	"vm-common": { member: "libvirt_stats.json", read: readVmCommon },
	"container-contents": { member: "ves_content.json", read: readContainerContents },
	"container-settings": { member: "ves.json", read: readContainerSettings },
	services: { member: "services.json", read: readServices },
	software: { member: "packages.json", read: readSoftware },
	clusters: { member: "clusters.json", read: readClusters },
	cgroups: { member: "cgroups.json", read: readCgroups },
	simfs: { member: "simfs.json", read: readSimfs },
	static: { member: "static.json", read: readStatic, unmatched: unmatchedStatic },
};
