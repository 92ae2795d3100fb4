/**
 * The largest amounts that a real host has. A section with more is invented, or its tool failed: it counts as not carried, so
 * that no host can own a total. What only sorts a guest into a range (a memory limit of a container) needs no maximum: one
 * container counts once, however large its limit is.
 */
import type { Facts, SectionName } from "./sections";

interface Maximum<S extends SectionName> {
	amount: string;
	of(facts: Facts[S]): number | null;
	max: number;
	reason: string;
}

const several = (things: readonly { count: number }[]) => things.reduce((sum, { count }) => sum + count, 0);
const sum = (amounts: Readonly<Record<string, number>>) => Object.values(amounts).reduce((a, b) => a + b, 0);

/** The amounts that add to published totals, as the methodology says them. */
export const largestHost = { containers: 1000, vms: 500, disks: 512, storageTb: 2500, memoryTib: 12 } as const;

/** Guests of one host, whichever section lists them. */
const containers = {
	amount: "containers",
	max: largestHost.containers,
	reason: "the largest hosts hold several hundred; vzctl and its tools become slow long before a thousand",
} as const;
const vms = {
	amount: "virtual machines",
	max: largestHost.vms,
	reason: "each needs memory and a process of its own; hosts of virtual desktops hold two to three hundred",
} as const;
const bonds = { max: 32, reason: "a bond needs two ports, and no server has more than 64" } as const;

export const maxima: { readonly [S in SectionName]?: readonly Maximum<S>[] } = {
	static: [
		{ ...containers, of: ({ counters }) => counters?.containers ?? null },
		{ ...containers, amount: "running containers", of: ({ counters }) => counters?.runningContainers ?? null },
		{ ...vms, of: ({ counters }) => counters?.vms ?? null },
		{ ...vms, amount: "running virtual machines", of: ({ counters }) => counters?.runningVms ?? null },
	],
	memory: [
		{
			amount: "MiB of memory",
			of: ({ installedMib }) => installedMib,
			max: largestHost.memoryTib * 1024 * 1024,
			reason: "12 TiB: what Red Hat supports with the kernels that OpenVZ 6 and 7 are built on",
		},
		{
			amount: "MiB of swap",
			of: ({ swapMib }) => swapMib,
			max: largestHost.memoryTib * 1024 * 1024,
			reason: "as much as memory: swap is sized by it",
		},
	],
	disks: [
		{
			amount: "disks",
			of: ({ disks }) => several(disks),
			max: largestHost.disks,
			reason: "four full shelves of 108 drives",
		},
		{
			amount: "gigabytes on disks",
			of: ({ disks }) => disks.reduce((gb, disk) => gb + (disk.sizeGb ?? 0) * disk.count, 0),
			max: largestHost.storageTb * 1000,
			reason: "2.5 PB: the densest storage server, 102 drives of 24 TB",
		},
	],
	network: [
		{
			amount: "network cards",
			of: ({ nics }) => several(nics),
			max: 2048,
			reason: "eight ports with 256 virtual functions each, which the system lists as cards",
		},
		{ ...bonds, amount: "bonds", of: (network) => several(network.bonds) },
		{ ...bonds, amount: "teams", of: ({ teams }) => several(teams) },
	],
	hardware: [
		{
			amount: "NUMA nodes",
			of: ({ numaNodes }) => numaNodes,
			max: 256,
			reason: "64 sockets, each divided into four nodes",
		},
	],
	"vm-guests": [{ ...vms, of: (guests) => several(guests.vms) }],
	"container-settings": [{ ...containers, of: (settings) => several(settings.containers) }],
	"container-contents": [{ ...containers, of: (contents) => several(contents.containers) }],
	simfs: [{ ...containers, of: ({ layouts }) => sum(layouts) }],
	cgroups: [{ ...containers, of: ({ ioLimited, ioUnlimited }) => ioLimited + ioUnlimited }],
	services: [
		{
			amount: "enabled services",
			of: ({ enabled, others }) => enabled.length + others,
			max: 5000,
			reason: "a distribution brings some hundred units, and a host may have one for each of its guests",
		},
	],
	software: [
		{
			amount: "packages",
			of: ({ total }) => total,
			max: 15_000,
			reason: "an EL system with everything that its media hold has fewer than ten thousand",
		},
	],
};

/** Counts of processors add to no total: one beyond these is left out alone, and the section stays. */
export const processorMaxima = {
	/** The largest x86 machine that was built (SGI UV 300) has 64; an OpenVZ host mostly has two. */
	sockets: 64,
	/** 32 sockets of 60 cores (Superdome Flex). */
	cores: 2048,
	/** Two for each of the most cores. */
	threads: 4096,
} as const;

/** What the section says more of than any real host has, like `containers`; `null` for a plausible one. */
export function implausibleAmount<S extends SectionName>(section: S, facts: Facts[S]): string | null {
	const beyond = maxima[section]?.find(({ of, max }) => (of(facts) ?? 0) > max);
	return beyond?.amount ?? null;
}
