/** Arbitrary valid facts of every section, from small pools so that things meet in the same bucket. */
import * as fc from "fast-check";
import { diskKinds, type Facts, kernelBranches, type SectionName } from "#lib/facts/sections";

const keys = (...known: string[]) =>
	fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom(...known) },
		{ weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,11}$/) },
	);
const names = (...known: string[]) =>
	fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom(...known) },
		{ weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 64, unit: "grapheme-ascii" }) },
	);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4 });
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 6 });
const limit = <T>(arbitrary: fc.Arbitrary<T>) =>
	orNull(fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: fc.constant("unlimited" as const) }));

const count = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 1_000_000 }));
const many = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 1_000_000 }));
const amount = fc.oneof(
	fc.constantFrom(0, 1, 256, 512, 960, 1024, 2048, 4000, 8192, 16_384, 131_072),
	fc.integer({ min: 0, max: 2 ** 40 }),
);
const state = keys("running", "stopped", "suspended", "mounted", "other");

export const arbitraryFacts: { [S in SectionName]: fc.Arbitrary<Facts[S]> } = {
	activity: fc.record({ country: keys("us", "fr", "ru", "de", "unknown") }),
	static: fc.record({
		kernel: orNull(names("3.10.0-957.12.2.vz7.96.21", "2.6.32-042stab138.1", "2.6.32-26-pve")),
		kernelBranch: fc.constantFrom(...kernelBranches),
		release: orNull(names("7.0.11", "7.0.10", "4.3")),
		distro: orNull(keys("centos-6", "debian-7", "vzlinux-7", "gentoo", "other")),
		readykernel: orNull(fc.constantFrom("none", "installed", "loaded")),
		counters: orNull(fc.record({ containers: many, runningContainers: many, vms: many, runningVms: many })),
	}),
	cpu: fc.record({
		vendor: orNull(keys("intel", "amd", "arm", "other")),
		model: orNull(names("Xeon E5-2620 v4", "EPYC 7402P", "Core i7-6700")),
		generation: orNull(keys("xeon-e5-v4", "epyc-rome")),
		sockets: orNull(count),
		cores: orNull(count),
		threads: orNull(count),
	}),
	memory: fc.record({
		installedMib: orNull(amount),
		swapMib: orNull(amount),
		policy: orNull(fc.constantFrom("performance", "density", "other")),
	}),
	disks: fc.record({
		disks: some(
			fc.record({
				kind: fc.constantFrom(...diskKinds),
				vendor: orNull(keys("seagate", "samsung", "other")),
				model: orNull(names("MZ7LH960", "ST4000NM0033", "st4000nm0033")),
				sizeGb: orNull(fc.oneof(fc.constantFrom(0, 128, 960, 4000), fc.integer({ min: 0, max: 1_000_000 }))),
				count,
			}),
		),
	}),
	network: fc.record({
		nics: some(
			fc.record({
				driver: orNull(keys("igb", "ixgbe")),
				speedMbps: orNull(fc.oneof(fc.constantFrom(0, 100, 1000, 2500, 10_000), amount)),
				count,
			}),
		),
		bonds: some(fc.record({ mode: keys("802.3ad", "active-backup", "other"), count })),
		teams: some(fc.record({ runner: keys("activebackup", "lacp"), count })),
	}),
	hardware: fc.record({ vendor: orNull(names("Supermicro", "Dell", "HPE")), numaNodes: orNull(count) }),
	"vm-guests": fc.record({
		vms: some(
			fc.record({
				state,
				os: keys("centos7", "win-2016", "unknown", "other"),
				family: fc.constantFrom("windows", "linux", "freebsd", "other", "unknown"),
				memoryMib: orNull(amount),
				cpus: orNull(many),
				count,
			}),
		),
	}),
	"vm-common": fc.record({ libvirt: orNull(names("4.5.0")), qemu: orNull(names("2.12.0")) }),
	"container-settings": fc.record({
		containers: some(
			fc.record({
				state,
				memoryMib: limit(amount),
				cpus: limit(many),
				diskMib: limit(amount),
				vswap: orNull(fc.boolean()),
				count,
			}),
		),
	}),
	"container-contents": fc.record({
		containers: some(
			fc.record({
				os: keys("centos-7", "centos-6", "ubuntu-14.04", "gentoo", "custom", "not-set"),
				processes: some(keys("apache", "nginx", "mysql")),
				count,
			}),
		),
	}),
	simfs: fc.record({
		layouts: fc.record({ ploop: many, simfs: many, other: many, unknown: many }),
		filesystem: orNull(keys("ext4", "xfs")),
	}),
	services: fc.record({ enabled: some(keys("crond.service", "sshd.service")), others: many }),
	software: fc.record({
		packages: some(fc.record({ name: keys("vzctl", "ploop"), version: names("7.0.210", "7.0.211") })),
		total: orNull(many),
	}),
	clusters: fc.record({ cluster: fc.constantFrom("none", "vstorage", "shaman", "both", "other") }),
	cgroups: fc.record({ controllers: some(keys("cpu", "memory", "ve")), ioLimited: many, ioUnlimited: many }),
};
