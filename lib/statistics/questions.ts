/** Which questions about the hosts of a day a statistic can answer. */
import type { StatisticSlug } from "#lib/text/index";
import {
	isAcrossProducts,
	isObserved,
	isOneNumber,
	type ObservedStatistic,
	type Statistic,
	type WindowStatistic,
} from "./statistic";

/** Whether it has shares of the hosts of a day, which can be compared, crossed and retired. */
export const hasShares = (statistic: Statistic): statistic is WindowStatistic =>
	statistic.over === "window" && !isOneNumber(statistic);

/** Whether two of its days can be compared: shares of hosts, or of what was observed without any. */
export const canCompare = (statistic: Statistic): statistic is WindowStatistic | ObservedStatistic =>
	hasShares(statistic) || (isObserved(statistic) && !statistic.isOneNumber);

/** Pairs of which a table would say nothing: knowing one, one knows the other. */
const related: readonly { slugs: readonly StatisticSlug[]; reason: string }[] = [
	{ slugs: ["container-os", "container-os-family"], reason: "the version of a distribution names the distribution" },
	{
		slugs: ["cpu-vendor", "cpu-model", "cpu-generation"],
		reason: "a processor's model says its vendor and generation",
	},
	{ slugs: ["kernel", "kernel-branch"], reason: "the version of a kernel says its branch" },
	{ slugs: ["vm-guest-os", "vm-guest-family"], reason: "the guest's system says its family" },
	{ slugs: ["disk-model", "disk-vendor"], reason: "the model of a disk says its vendor" },
	{ slugs: ["disk-model", "disk-size"], reason: "the model of a disk says its size" },
	{ slugs: ["disk-model", "disk-kind"], reason: "the model of a disk says its kind" },
	{ slugs: ["disk-kind", "hosts-with-ssd"], reason: "the kinds of a host's disks say whether it has an SSD" },
	{ slugs: ["disk-model", "hosts-with-ssd"], reason: "the models of a host's disks say whether it has an SSD" },
	{ slugs: ["virtualization", "hosts-with-vms"], reason: "both say whether a host has VMs" },
	{ slugs: ["vms-per-host", "hosts-with-vms"], reason: "the number of VMs says whether there are any" },
	{ slugs: ["bonding", "bonding-mode"], reason: "only hosts that bond have a mode" },
	{ slugs: ["bonding", "team-runner"], reason: "only hosts that team have a runner" },
];

/** Why a table of both would say no more than one of them; `null` where it does. */
export function reasonNotToCross(one: Statistic, other: Statistic): string | null {
	if (one === other) return "it is the same statistic";
	if (![one, other].every(hasShares)) return "one of them is one number, or is not about the hosts of a day";
	// One product has one version of OpenVZ.
	if (isAcrossProducts(one) || isAcrossProducts(other)) return "one of them counts both products";
	const isIn = ({ slug }: Statistic, slugs: readonly string[]) => slugs.includes(slug);
	return related.find(({ slugs }) => isIn(one, slugs) && isIn(other, slugs))?.reason ?? null;
}

export const canCross = (one: Statistic, other: Statistic) => reasonNotToCross(one, other) === null;
