/** Values of facts in words: keys as the statistics call them, sizes with their units, nothing rounded. */
import { formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import { statisticBySlug } from "#lib/statistics/index";
import { labelOf } from "#lib/statistics/labels";
import { names, translate } from "#lib/text/index";

/** The statistic that knows the names of a field's values. */
const namedAs: Readonly<Record<string, string>> = {
	"activity.country": "country",
	"static.kernelBranch": "kernel-branch",
	"static.distro": "host-distro",
	"static.readykernel": "readykernel",
	"cpu.vendor": "cpu-vendor",
	"cpu.generation": "cpu-generation",
	"memory.policy": "memory-policy",
	"disks.disks.kind": "disk-kind",
	"disks.disks.vendor": "disk-vendor",
	"network.nics.driver": "nic-driver",
	"network.bonds.mode": "bonding-mode",
	"network.teams.runner": "team-runner",
	"vm-guests.vms.state": "vm-state",
	"vm-guests.vms.os": "vm-guest-os",
	"vm-guests.vms.family": "vm-guest-family",
	"container-settings.containers.state": "container-state",
	"container-contents.containers.os": "container-os",
	"container-contents.containers.processes": "container-processes",
	"simfs.filesystem": "vz-filesystem",
	"services.enabled": "services",
	"clusters.cluster": "cluster",
	"cgroups.controllers": "cgroup-controllers",
};

const sizes = {
	Mib: { mib: 1, gib: 1024, tib: 1024 ** 2 },
	Gb: { gb: 1 },
	Mbps: { mbit: 1, gbit: 1000 },
} as const;
type SizeUnit = keyof typeof sizes.Mib | keyof typeof sizes.Gb | keyof typeof sizes.Mbps;

/** `field` as in `fieldWords`; `null` is what the report did not say. */
export function valueWords(field: string, value: unknown, language: Language): string {
	const t = translate(language);
	if (value === null || value === undefined) return t("privacy.value.notSaid");
	if (Array.isArray(value)) {
		return value.length === 0
			? t("privacy.value.none")
			: value.map((one) => valueWords(field, one, language)).join(", ");
	}
	if (value === true || value === false) return names(language).buckets.yesNo[value ? "yes" : "no"];
	if (typeof value === "number") return numberWords(field, value, language);
	const text = String(value);
	if (text === "unlimited") return names(language).buckets.limits.unlimited;
	const statistic = statisticBySlug(namedAs[field] ?? "");
	return statistic ? labelOf(statistic, text, language) : text;
}

/** In the largest unit of which it is a whole number. The end of the field's name says what it is measured in. */
function numberWords(field: string, value: number, language: Language): string {
	const [, units] = Object.entries(sizes).find(([end]) => field.endsWith(end)) ?? [];
	if (!units) return formatNumber(value, language);
	const inOrder = Object.entries(units) as [SizeUnit, number][];
	const [unit, size] = inOrder.findLast(([, one]) => value >= one && value % one === 0) ?? inOrder[0] ?? ["gb", 1];
	return translate(language)(`unit.${unit}`, { number: formatNumber(value / size, language) });
}
