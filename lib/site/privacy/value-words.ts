/** Values of facts in words: keys as the statistics call them, sizes with their units, nothing rounded. */
import { formatNumber } from "#lib/format";
import type { Language, Text } from "#lib/language";
import { statisticBySlug } from "#lib/statistics/index";
import { labelOf, unlimited, yesNo } from "#lib/statistics/labels";
import { translate } from "#lib/text/index";

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

type Unit = readonly [size: number, name: Text];
const mib: readonly Unit[] = [
	[1, { en: "MiB", ru: "МиБ" }],
	[1024, { en: "GiB", ru: "ГиБ" }],
	[1024 ** 2, { en: "TiB", ru: "ТиБ" }],
];
const gb: readonly Unit[] = [[1, { en: "GB", ru: "ГБ" }]];
const mbps: readonly Unit[] = [
	[1, { en: "Mbit/s", ru: "Мбит/с" }],
	[1000, { en: "Gbit/s", ru: "Гбит/с" }],
];
const units: readonly (readonly [end: string, units: readonly Unit[]])[] = [
	["Mib", mib],
	["Gb", gb],
	["Mbps", mbps],
];

/** `field` as in `fieldWords`; `null` is what the report did not say. */
export function valueWords(field: string, value: unknown, language: Language): string {
	const t = translate(language);
	if (value === null || value === undefined) return t("privacy.value.notSaid");
	if (Array.isArray(value)) {
		return value.length === 0
			? t("privacy.value.none")
			: value.map((one) => valueWords(field, one, language)).join(", ");
	}
	if (value === true || value === false) return yesNo[value ? "yes" : "no"][language];
	if (typeof value === "number") return numberWords(field, value, language);
	const text = String(value);
	if (text === "unlimited") return unlimited[language];
	const statistic = statisticBySlug(namedAs[field] ?? "");
	return statistic ? labelOf(statistic, text, language) : text;
}

/** In the largest unit of which it is a whole number. */
function numberWords(field: string, value: number, language: Language): string {
	const [, of] = units.find(([end]) => field.endsWith(end)) ?? [];
	if (!of) return formatNumber(value, language);
	const [size, name] = of.findLast(([one]) => value >= one && value % one === 0) ?? of[0] ?? [1, { en: "", ru: "" }];
	return `${formatNumber(value / size, language)}\u00a0${name[language]}`;
}
