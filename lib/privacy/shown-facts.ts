/** The facts of a section in plain words. */
import type { Facts, SectionName } from "#lib/facts/sections";
import { formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import { statisticBySlug } from "#lib/statistics/index";
import { labelOf } from "#lib/statistics/labels";
import { names, translate } from "#lib/text/index";
import { keptSections } from "./fields";

export interface NamedValue {
	name: string;
	value: string;
}

export interface FactTable {
	name: string;
	heads: string[];
	rows: string[][];
}

/** Single values by name, and lists as tables. */
export interface ShownFacts {
	values: NamedValue[];
	lists: FactTable[];
}

/** Includes every field of the section that can be kept. */
export function shownFacts<S extends SectionName>(section: S, facts: Facts[S], language: Language): ShownFacts {
	const fields = keptSections.find((one) => one.section === section)?.fields ?? [];
	const shown: ShownFacts = { values: [], lists: [] };
	const listed = new Set<string>();
	for (const field of fields) {
		const [list = "", ...rest] = field.slice(section.length + 1).split(".");
		const things = (facts as Record<string, unknown>)[list];
		if (!Array.isArray(things) || rest.length === 0) {
			shown.values.push({
				name: wordsOf(field, language),
				value: valueWords(field, valueAt(facts, [list, ...rest]), language),
			});
		} else if (!listed.has(list)) {
			listed.add(list);
			const path = `${section}.${list}`;
			const name = capital(textOf(names(language).reports.lists, path));
			const columns = fields.filter((one) => one.startsWith(`${path}.`));
			if (things.length > 0) shown.lists.push({ name, ...tableOf(columns, things, language) });
			else shown.values.push({ name, value: translate(language)("privacy.value.none") });
		}
	}
	return shown;
}

function tableOf(columns: readonly string[], things: readonly unknown[], language: Language) {
	const cellOf = (thing: unknown, column: string) => valueAt(thing, [column.slice(column.lastIndexOf(".") + 1)]);
	return {
		heads: columns.map((column) => wordsOf(column, language)),
		rows: things.map((thing) => columns.map((column) => valueWords(column, cellOf(thing, column), language))),
	};
}

function valueAt(value: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name] ?? null, value);
}

function wordsOf(field: string, language: Language): string {
	return capital(textOf(names(language).reports.facts, field));
}

/** A test checks that every field has a name. */
const textOf = (texts: Readonly<Record<string, string>>, path: string) => texts[path] ?? path;

/** For the beginning of a line. */
function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The statistic whose buckets name the values of a field. */
const statisticOfField: Readonly<Record<string, string>> = {
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

/** A value in words: keys as the statistics name them, sizes with units, nothing rounded. `null` was not reported. */
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
	const statistic = statisticBySlug(statisticOfField[field] ?? "");
	return statistic ? labelOf(statistic, text, language) : text;
}

/** In the largest unit that makes it a whole number. The end of the field's name is its unit. */
function numberWords(field: string, value: number, language: Language): string {
	const [, units] = Object.entries(sizes).find(([end]) => field.endsWith(end)) ?? [];
	if (!units) return formatNumber(value, language);
	const inOrder = Object.entries(units) as [SizeUnit, number][];
	const [unit, size] = inOrder.findLast(([, one]) => value >= one && value % one === 0) ?? inOrder[0] ?? ["gb", 1];
	return translate(language)(`unit.${unit}`, { number: formatNumber(value / size, language) });
}
