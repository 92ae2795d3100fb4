/**
 * The format of OpenVZ 7 reports: which member holds which section, and what reads it. A reader answers
 * `null` when the member lacks the tool output: then the section was not carried.
 */
import type { Facts, SectionName } from "#lib/facts/sections";
import type { Unmatched } from "#lib/facts/unmatched";
import { type Fields, fields } from "../json";
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
	/** What `read` looks at in its member; the rest is not even parsed. */
	fields: Fields;
	/** `member` gives what other members of the report hold, for the little that belongs to this section. */
	read(output: JsonObject, member: (name: string) => JsonObject | null): Facts[S] | null;
	/** What the section says and no rule knows. */
	unmatched?(output: JsonObject): Unmatched[];
}

const vmFields = "prlctl_list_aij Type Template State OS Hardware cpu cpus sockets memory size";

export const openvz7Sections: { readonly [S in Exclude<SectionName, "activity">]: Openvz7Section<S> } = {
	hardware: {
		member: "hardware.json",
		fields: fields("system vendor numa_nodes"),
		read: readHardware,
		unmatched: unmatchedHardware,
	},
	network: {
		member: "network.json",
		fields: fields("nics name driver speed bonds proc teams state setup runner_name"),
		read: readNetwork,
		unmatched: unmatchedNetwork,
	},
	memory: {
		member: "memory.json",
		fields: fields("meminfo MemTotal SwapTotal vcmmd_policy runtime config"),
		read: readMemory,
	},
	cpu: { member: "cpu.json", fields: fields("lscpu/"), read: readCpu, unmatched: unmatchedCpu },
	disks: {
		member: "disks.json",
		fields: fields(
			"lsblk_P_b lsblk_J blockdevices children name type pkname size rota tran vendor model rm wwn serial vz fstype",
		),
		read: readDisks,
		unmatched: unmatchedDisks,
	},
	"vm-guests": { member: "libvirt_guests.json", fields: fields(vmFields), read: readVmGuests },
	"vm-common": { member: "libvirt_stats.json", fields: fields("libvirt qemu domains"), read: readVmCommon },
	"container-contents": {
		member: "ves_content.json",
		fields: fields("containers ostemplate top"),
		read: readContainerContents,
	},
	"container-settings": { member: "ves.json", fields: fields(`${vmFields} hdd*`), read: readContainerSettings },
	services: { member: "services.json", fields: fields("enabled"), read: readServices },
	software: { member: "packages.json", fields: fields("rpm_qa total"), read: readSoftware },
	clusters: {
		member: "clusters.json",
		fields: fields("shaman configured vstorage mounted clusters other/"),
		read: readClusters,
	},
	cgroups: {
		member: "cgroups.json",
		fields: fields("proc_cgroups containers beancounter.iolimit.speed beancounter.iopslimit.speed"),
		read: readCgroups,
	},
	simfs: { member: "simfs.json", fields: fields("layouts/ proc_mounts"), read: readSimfs },
	static: {
		member: "static.json",
		fields: fields("uname_rm releases/ readykernel installed loaded counters ct_total ct_running vm_total vm_running"),
		read: readStatic,
		unmatched: unmatchedStatic,
	},
};
