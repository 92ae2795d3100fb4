/**
 * The first waist: what is kept of each section of a report, typed. The readers of both products fill these shapes and
 * return nothing else, so a field that is not here can neither be stored nor published. Lists are grouped (`count`) and
 * sorted: the same state of a host gives the same facts, in whatever order its tools print.
 */
import { z } from "zod";

/** A bucket key: what stands in addresses and in the database. Labels are for people. */
const key = z.string().regex(/^[a-z0-9.-]{1,64}$/);
/** A normalised name for people, like `Xeon E5-2620 v4`. */
const name = z.string().min(1).max(64);
const count = z.int().min(1).max(1_000_000);
const amount = z
	.int()
	.min(0)
	.max(2 ** 40);
const many = z.int().min(0).max(1_000_000);

export const diskKinds = ["ssd", "hdd", "nvme", "raid-volume", "san", "virtual"] as const;
export const kernelBranches = [
	"vz7",
	"vz8",
	"vz9",
	"vz10",
	"rhel6-042stab",
	"rhel5-028stab",
	"pve",
	"debian",
	"other",
] as const;

/**
 * `null`: the report does not say. `other`: it says something that no rule knows (except for the kernel, which is always
 * reported). The statistics keep the two apart.
 */
export const sections = {
	/** Every report carries it: that it came, and from which country. */
	activity: z.object({
		/** ISO 3166-1 alpha-2 in lower case, or `unknown`. */
		country: key,
	}),
	static: z.object({
		/** The full version, only for the known patterns. */
		kernel: name.nullable(),
		kernelBranch: z.enum(kernelBranches),
		/** OpenVZ release like `7.0.11`; legacy: the version of vzctl, like `4.3`. */
		release: name.nullable(),
		/** Distribution and major version of the host, like `centos-6`. */
		distro: key.nullable(),
		readykernel: z.enum(["none", "installed", "loaded"]).nullable(),
		counters: z.object({ containers: many, runningContainers: many, vms: many, runningVms: many }).nullable(),
	}),
	cpu: z.object({
		vendor: key.nullable(),
		model: name.nullable(),
		generation: key.nullable(),
		sockets: count.nullable(),
		/** Physical cores of all sockets. */
		cores: count.nullable(),
		/** Logical CPUs. */
		threads: count.nullable(),
	}),
	memory: z.object({
		/** As bought: snapped up to an installed size. */
		installedMib: amount.nullable(),
		swapMib: amount.nullable(),
		policy: z.enum(["performance", "density", "other"]).nullable(),
	}),
	disks: z.object({
		/** Physical disks; removable ones are no disks. */
		disks: z.array(
			z.object({
				kind: z.enum(diskKinds),
				vendor: key.nullable(),
				model: name.nullable(),
				/** Decimal gigabytes, snapped to what was sold. Bounded so that sums over a host stay exact. */
				sizeGb: z.int().min(0).max(1_000_000).nullable(),
				count,
			}),
		),
	}),
	network: z.object({
		nics: z.array(z.object({ driver: key.nullable(), speedMbps: amount.nullable(), count })),
		bonds: z.array(z.object({ mode: key, count })),
		teams: z.array(z.object({ runner: key, count })),
	}),
	hardware: z.object({
		vendor: name.nullable(),
		numaNodes: count.nullable(),
	}),
	"vm-guests": z.object({
		vms: z.array(
			z.object({
				state: key,
				/** The name prlctl gives, `unknown` when empty, `other` when not in its list. */
				os: key,
				family: z.enum(["windows", "linux", "freebsd", "other", "unknown"]),
				memoryMib: amount.nullable(),
				cpus: many.nullable(),
				count,
			}),
		),
	}),
	"vm-common": z.object({
		/** Version of libvirt and QEMU, first three numbers. */
		libvirt: name.nullable(),
		qemu: name.nullable(),
	}),
	"container-settings": z.object({
		containers: z.array(
			z.object({
				state: key,
				memoryMib: z.union([amount, z.literal("unlimited")]).nullable(),
				cpus: z.union([many, z.literal("unlimited")]).nullable(),
				diskMib: z.union([amount, z.literal("unlimited")]).nullable(),
				vswap: z.boolean().nullable(),
				count,
			}),
		),
	}),
	"container-contents": z.object({
		containers: z.array(
			z.object({
				/** `centos-7`, `gentoo`, `custom` (unknown to the rules) or `not-set`. */
				os: key,
				/** Known server programs among the top processes, sorted. */
				processes: z.array(key),
				count,
			}),
		),
	}),
	simfs: z.object({
		layouts: z.object({ ploop: many, simfs: many, other: many, unknown: many }),
		/** File system under /vz. */
		filesystem: key.nullable(),
	}),
	services: z.object({
		/** Known units that are enabled, sorted; `other` units are only counted. */
		enabled: z.array(key),
		others: many,
	}),
	software: z.object({
		/** OpenVZ's own packages, sorted by name; several versions of one are several rows. */
		packages: z.array(z.object({ name: key, version: name })),
		total: many.nullable(),
	}),
	clusters: z.object({ cluster: z.enum(["none", "vstorage", "shaman", "both", "other"]) }),
	cgroups: z.object({
		controllers: z.array(key),
		/** Containers with an I/O limit (bytes or operations) and without. */
		ioLimited: many,
		ioUnlimited: many,
	}),
};

export type SectionName = keyof typeof sections;
export type Facts = { [S in SectionName]: z.infer<(typeof sections)[S]> };

export const sectionNames = Object.keys(sections) as SectionName[];
