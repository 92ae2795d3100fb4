/** No raw key is shown where people expect a name: whatever a rule can make, the catalog has a name for. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cgroupControllers } from "#lib/facts/cgroups";
import { cpuGenerations } from "#lib/facts/cpu/generation";
import { cpuVendors } from "#lib/facts/cpu/vendor";
import { diskMakers } from "#lib/facts/disk/makers";
import { filesystems } from "#lib/facts/filesystem";
import { bondModes, nicDrivers, teamRunners } from "#lib/facts/network";
import { diskKinds, kernelBranches, sections } from "#lib/facts/sections";
import { containerOs } from "#lib/facts/software/container-template";
import { distributions } from "#lib/facts/software/distribution";
import { containerStates, guestsByFamily, vmStates } from "#lib/facts/software/guest";
import { serverPrograms } from "#lib/facts/software/process";
import { unitName, unitNames } from "#lib/facts/software/unit";
import { statisticBySlug, statistics } from "#lib/statistics/index";
import { isNamed, labelOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";

const list = (name: string) =>
	readFileSync(new URL(`../fixtures/strings/${name}.txt`, import.meta.url), "utf8")
		.trim()
		.split("\n");
const key = (name: string) => name.replaceAll("_", "-");

/** What the rule behind a statistic can make. */
const made: Readonly<Record<string, Iterable<string>>> = {
	"cpu-vendor": cpuVendors,
	"cpu-generation": cpuGenerations,
	"disk-vendor": diskMakers,
	"disk-kind": diskKinds,
	"vz-filesystem": filesystems,
	"container-processes": serverPrograms,
	"container-os": [...list("templates").map(containerOs), "custom", "not-set"],
	"container-os-family": [...Object.keys(distributions), "custom", "not-set"],
	"host-distro": Object.keys(distributions).flatMap((family) => [family, `${family}-7`]),
	"vm-guest-os": Object.values(guestsByFamily).flat(),
	"vm-guest-family": sections["vm-guests"].shape.vms.element.shape.family.options,
	"vm-state": vmStates,
	"container-state": containerStates,
	"kernel-branch": kernelBranches,
	"bonding-mode": Object.values(bondModes),
	"team-runner": teamRunners,
	"nic-driver": [...nicDrivers].map(key),
	"cgroup-controllers": [...cgroupControllers].map(key),
	services: [...unitNames].flatMap((name) =>
		[`${name}.service`, `${name}@one.service`].flatMap((u) => unitName(u) ?? []),
	),
	readykernel: sections.static.shape.readykernel.unwrap().options,
	"memory-policy": sections.memory.shape.policy.unwrap().options,
	cluster: sections.clusters.shape.cluster.options,
};

function named(statistic: Statistic, bucket: string, language: "en" | "ru"): boolean {
	const unnamed = "no name";
	return labelOf({ ...statistic }, bucket, language, new Map([[bucket, unnamed]])) !== unnamed;
}

test.each(Object.keys(made))("%s has a name for whatever its rule makes", (slug) => {
	const statistic = statisticBySlug(slug);
	if (!statistic) throw new Error(`no statistic ${slug}`);
	for (const language of ["en", "ru"] as const) {
		const nameless = [...(made[slug] ?? [])].filter((bucket) => !named(statistic, bucket, language));
		expect(nameless).toEqual([]);
	}
});

test("of a closed list no other bucket has a name", () => {
	for (const statistic of statistics.filter(({ threshold }) => threshold === 1)) {
		expect([statistic.slug, isNamed(statistic, "no-such-bucket")]).toEqual([statistic.slug, false]);
	}
});

/** The rest has its buckets in an order of its own, is one number, or stores names with its counts. */
test("no statistic is left out", () => {
	const stored = ["cpu-model", "disk-model", "kernel", "openvz-release", "openvz-packages", "host-vendor"];
	const left = statistics.filter(({ slug, order, labels, over }) => {
		const hasOwn = order !== undefined || over !== "window" || slug === "hosts-active" || slug === "country";
		return !hasOwn && made[slug] === undefined && !stored.includes(slug) && typeof labels !== "object";
	});
	expect(left.map(({ slug }) => slug)).toEqual([]);
});

test("units and drivers are shown as they are written", () => {
	const label = (slug: string, bucket: string) => labelOf(statisticBySlug(slug) as Statistic, bucket, "ru");
	expect(label("services", "getty-.service")).toBe("getty@.service");
	expect(label("services", "networkmanager-wait-online.service")).toBe("NetworkManager-wait-online.service");
	expect(label("services", "prl-disp.service")).toMatch(/^prl[-_]disp\.service$/);
	expect(label("nic-driver", "virtio-net")).toMatch(/^virtio[-_]net$/);
	expect(label("nic-driver", "bnxt-en")).toBe("bnxt_en");
	expect(label("cgroup-controllers", "perf-event")).toContain("perf_event");
});
