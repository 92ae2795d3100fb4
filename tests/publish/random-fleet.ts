/** Small random fleets with everything that makes history hard: gaps, lapses, changes and back, missing sections, repeats. */
import fc from "fast-check";
import { type Facts, sectionNames } from "#lib/facts/sections";
import { type Product, products } from "#lib/product";
import { arbitraryFacts } from "../facts/arbitrary";
import type { RawReport } from "./brute-force";

const origin = Date.UTC(2026, 0, 1);
const dayMs = 86_400_000;
/** Longer than the longer window, so that hosts lapse and come back. */
export const daysMax = 100;

// Few values, so that hosts share buckets and facts change back to what they were.
// Objects as JSON gives them, not without a prototype.
const record = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(shape, { noNullPrototype: true });

const count = fc.integer({ min: 1, max: 3 });
const cpu = record({
	vendor: fc.constantFrom("intel", "amd", null),
	model: fc.constantFrom("Xeon E5-2620 v4", "EPYC 7402P", "Core i7-6700", null),
	generation: fc.constant(null),
	sockets: fc.constantFrom(1, 2, null),
	cores: fc.constantFrom(4, 8, 24),
	threads: fc.constantFrom(8, 16, 48),
});
const statics = record({
	kernel: fc.constantFrom("3.10.0-957.12.2.vz7.96.21", "2.6.32-042stab076.8", null),
	kernelBranch: fc.constantFrom("vz7" as const, "rhel6-042stab" as const, "other" as const),
	release: fc.constantFrom("7.0.11", "7.0.10", null),
	distro: fc.constantFrom("centos-6", null),
	readykernel: fc.constantFrom("none" as const, "loaded" as const, null),
	counters: fc.option(
		record({
			containers: fc.constantFrom(0, 2),
			runningContainers: fc.constantFrom(0, 1),
			vms: fc.constantFrom(0, 3),
			runningVms: fc.constant(0),
		}),
	),
});
const settings = record({
	containers: fc.array(
		record({
			state: fc.constantFrom("running", "stopped"),
			memoryMib: fc.constantFrom(512, "unlimited" as const, null),
			cpus: fc.constantFrom(1, "unlimited" as const, null),
			diskMib: fc.constantFrom(10240, null),
			vswap: fc.constantFrom(true, false, null),
			count,
		}),
		{ maxLength: 2 },
	),
});
const contents = record({
	containers: fc.array(
		record({
			os: fc.constantFrom("centos-7", "debian-9", "custom", "not-set"),
			processes: fc.subarray(["nginx", "mysql"]),
			count,
		}),
		{ maxLength: 3 },
	),
});
const disks = record({
	disks: fc.array(
		record({
			kind: fc.constantFrom("ssd" as const, "hdd" as const, "raid-volume" as const),
			vendor: fc.constantFrom("samsung", null),
			model: fc.constantFrom("MZ7LH960", "MZ7LH240", "ST4000NM0033", null),
			sizeGb: fc.constantFrom(960, 4000, null),
			count,
		}),
		{ maxLength: 3 },
	),
});
const memory = record({
	installedMib: fc.constantFrom(16384, 65536, null),
	swapMib: fc.constantFrom(0, 8192),
	policy: fc.constant(null),
});

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

type Said = fc.Arbitrary<Partial<Facts>>;
const onlyGiven = (all: object) =>
	Object.fromEntries(Object.entries(all).filter(([, facts]) => facts !== undefined)) as Partial<Facts>;

const fewSections: Said = record({
	activity: record({ country: fc.constantFrom("us", "fr", "unknown") }),
	cpu: optional(cpu),
	static: optional(statics),
	"container-settings": optional(settings),
	"container-contents": optional(contents),
	disks: optional(disks),
	memory: optional(memory),
}).map(onlyGiven);

const everySection: Said = record(
	Object.fromEntries(sectionNames.map((section) => [section, optional<unknown>(arbitraryFacts[section])])),
).map(onlyGiven);

/** Offsets in time: bursts within a day and long gaps are as likely as anything between. */
const offsetMs = fc.oneof(
	fc.integer({ min: 0, max: daysMax * dayMs - 1 }),
	fc.integer({ min: 0, max: 3 * dayMs }),
	fc.integer({ min: 0, max: daysMax - 1 }).map((day) => day * dayMs),
);

const reportSaying = (sections: Said, product: fc.Arbitrary<Product>, hostsMax: number, bytesMax: number) =>
	record({
		product,
		host: fc.integer({ min: 0, max: hostsMax - 1 }),
		offsetMs,
		bytes: fc.integer({ min: 0, max: bytesMax }),
		sections,
	});

/** Reports of a fleet, no two of a host at one instant, in no order. */
const reportsLike = (
	report: ReturnType<typeof reportSaying>,
	reportsMax: number,
	reportsMin = 1,
): fc.Arbitrary<RawReport[]> =>
	fc
		.uniqueArray(report, {
			minLength: reportsMin,
			maxLength: reportsMax,
			selector: (one) => `${one.product} ${one.host} ${one.offsetMs}`,
		})
		.map((reports) =>
			reports.map(({ product, host, offsetMs, bytes, sections }) => ({
				product,
				uuid: `00000000-0000-4000-8000-${`${host}`.padStart(12, "0")}`,
				at: new Date(origin + offsetMs),
				digest: Buffer.alloc(32, bytes),
				sections,
			})),
		);

const fleetSaying = (sections: Said) =>
	reportsLike(reportSaying(sections, fc.constantFrom<Product>(...products), 6, 255), 40);

/** Hosts that often agree. */
export const fleet = fleetSaying(fewSections);
/** Hosts that may say anything that readers can hand on. */
export const widestFleet = fleetSaying(everySection);
/** Enough hosts for counts that may be told. */
const ofMany = reportSaying(fewSections, fc.constantFrom<Product>(...products, "legacy", "legacy"), 32, 255);
export const largerFleet = reportsLike(ofMany, 320, 260);
/** Reports of one host, in no order. Few of them have the same bytes as others. */
export const oneHost: fc.Arbitrary<RawReport[]> = fc
	.tuple(fc.constantFrom<Product>(...products), fc.constantFrom(fewSections, fewSections, everySection))
	.chain(([product, sections]) => reportsLike(reportSaying(sections, fc.constant(product), 1, 20), 14));
