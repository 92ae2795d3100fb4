/** Sections of OpenVZ 7 read alone, and the least that carries each. */
import type { Facts, SectionName } from "#lib/facts/sections";
import { readOpenvz7 } from "#lib/readers/read-report";
import { manifest } from "../archive";
import { membersOf } from "../sample";

export type Section = Exclude<SectionName, "activity">;

/** By section: its member, the least that carries it, and what is known then. */
export const least: { [S in Section]: [member: string, output: object, facts: Facts[S]] } = {
	hardware: ["hardware.json", { system: {} }, { vendor: null, numaNodes: null }],
	network: ["network.json", { nics: [] }, { nics: [], bonds: [], teams: [] }],
	memory: ["memory.json", { meminfo: {} }, { installedMib: null, swapMib: null, policy: null }],
	cpu: [
		"cpu.json",
		{ lscpu: {} },
		{ vendor: null, model: null, generation: null, sockets: null, cores: null, threads: null },
	],
	disks: ["disks.json", { lsblk_P_b: [] }, { disks: [] }],
	"vm-guests": ["libvirt_guests.json", { prlctl_list_aij: [] }, { vms: [] }],
	"vm-common": ["libvirt_stats.json", { qemu: "" }, { libvirt: null, qemu: null }],
	"container-contents": ["ves_content.json", { containers: [] }, { containers: [] }],
	"container-settings": ["ves.json", { prlctl_list_aij: [] }, { containers: [] }],
	services: ["services.json", { enabled: [] }, { enabled: [], others: 0 }],
	software: ["packages.json", { rpm_qa: [] }, { packages: [], total: 0 }],
	clusters: ["clusters.json", { shaman: {} }, { cluster: "none" }],
	cgroups: ["cgroups.json", { proc_cgroups: "" }, { controllers: [], ioLimited: 0, ioUnlimited: 0 }],
	simfs: ["simfs.json", { layouts: {} }, { layouts: { ploop: 0, simfs: 0, other: 0, unknown: 0 }, filesystem: null }],
	static: [
		"static.json",
		{ uname_rm: "6.1.0 x86_64" },
		{ kernel: null, kernelBranch: "other", release: null, distro: null, readykernel: null, counters: null },
	],
};
export const each = Object.entries(least) as [Section, (typeof least)[Section]][];

export function sectionsOf(files: Record<string, string | Buffer>) {
	return readOpenvz7(membersOf({ "manifest.json": manifest, ...files })).sections;
}

/** The facts of one section, read alone. */
export function read<S extends Section>(section: S, output: unknown): Facts[S] | undefined {
	const [member] = least[section];
	return sectionsOf({ [member]: typeof output === "string" ? output : JSON.stringify(output) })[section];
}
