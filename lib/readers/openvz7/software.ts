/** What is installed and enabled on the host, and whether it is part of a cluster. */
import type { Facts } from "#lib/facts/sections";
import { releaseText } from "#lib/facts/software/host-distro";
import { kernelOf, openvzRelease, readyKernel, unmatchedKernel } from "#lib/facts/software/kernel";
import { isOurs } from "#lib/facts/software/package";
import { unitName } from "#lib/facts/software/unit";
import { type Unmatched, unmatched } from "#lib/facts/unmatched";
import { distinct, grouped } from "../grouped";
import { hostDistro, openvzPackage } from "../rules";
import { eachOnce, flagOf, type JsonObject, known, manyOf, objectOf, textOf, textsOf } from "../values";

type Static = Facts["static"];

/** Kernel, releases, ReadyKernel and the host's own counters. */
export function readStatic(output: JsonObject): Static | null {
	const uname = textOf(output.uname_rm)?.trim().split(/\s+/, 1)[0];
	if (!uname) return null;
	const { branch, version } = kernelOf(uname);
	const releases = releaseTexts(output.releases);
	const patch = objectOf(output.readykernel);
	return {
		kernel: version,
		kernelBranch: branch,
		release: releaseOf([releases["openvz-release"], releases["virtuozzo-release"]]),
		distro: known(Object.values(releases).join(""), () => hostDistro({ releases, kernelBranch: branch })),
		readykernel: patch && readyKernel(uname, patch.installed ?? null, patch.loaded),
		counters: readCounters(output.counters),
	};
}

export function unmatchedStatic(output: JsonObject): Unmatched[] {
	const uname = textOf(output.uname_rm)?.trim().split(/\s+/, 1)[0];
	const releases = releaseTexts(output.releases);
	return [
		...unmatchedKernel(uname ?? null),
		...unmatched("host-distro", releaseText({ releases }), readStatic(output)?.distro ?? null),
	];
}

function releaseTexts(value: unknown): Record<string, string> {
	const texts = Object.entries(objectOf(value) ?? {}).flatMap(([name, value]) => {
		const text = textOf(value);
		return text === null ? [] : [[name, text]];
	});
	return Object.fromEntries(texts);
}

/** The first release that a rule knows. */
function releaseOf(texts: readonly (string | undefined)[]): string | null {
	const release = texts.map((text) => openvzRelease(text ?? null)).find((version) => version !== null);
	return release ?? known(texts.join(""), () => null);
}

/** Without both totals nothing is known. A malformed number of running guests counts as 0. */
function readCounters(value: unknown): Static["counters"] {
	const counters = objectOf(value);
	const containers = manyOf(counters?.ct_total);
	const vms = manyOf(counters?.vm_total);
	if (containers === null || vms === null) return null;
	return {
		containers,
		runningContainers: manyOf(counters?.ct_running) ?? 0,
		vms,
		runningVms: manyOf(counters?.vm_running) ?? 0,
	};
}

/** Several kernels are normal, hundreds are made up. */
const packagesMax = 200;

/** Installed packages: OpenVZ's own by version, all others as a number. */
export function readSoftware(output: JsonObject): Facts["software"] | null {
	const installed = textsOf(output.rpm_qa);
	if (!installed) return null;
	const own = grouped(
		installed
			.filter(isOurs)
			.map(eachOnce(openvzPackage, null))
			.filter((one) => one !== null),
	);
	return {
		packages: own.slice(0, packagesMax).map(({ name, version }) => ({ name, version })),
		// Keys for signatures are listed like packages.
		total: manyOf(output.total) ?? installed.filter((line) => !line.startsWith("gpg-pubkey-")).length,
	};
}

/** Enabled services: the known ones by name, the others as a number. */
export function readServices(output: JsonObject): Facts["services"] | null {
	const units = textsOf(output.enabled);
	if (!units) return null;
	const names = units.map(eachOnce(unitName, null));
	const known = names.filter((name) => name !== null);
	return { enabled: distinct(known), others: names.length - known.length };
}

/** Whether the host is part of a cluster. The name, nodes and resources of the cluster are private and not kept. */
export function readClusters(output: JsonObject): Facts["clusters"] | null {
	const [shaman, vstorage] = [objectOf(output.shaman), objectOf(output.vstorage)];
	if (!shaman && !vstorage) return null;
	const highAvailability = flagOf(shaman?.configured) === true;
	const storage = flagOf(vstorage?.mounted) === true || hasSome(vstorage?.clusters);
	const others = Object.values(objectOf(output.other) ?? {}).some((configured) => flagOf(configured) === true);
	if (highAvailability && storage) return { cluster: "both" };
	if (highAvailability) return { cluster: "shaman" };
	if (storage) return { cluster: "vstorage" };
	return { cluster: others ? "other" : "none" };
}

/** A list of clusters, or their number. */
function hasSome(clusters: unknown): boolean {
	return Array.isArray(clusters) ? clusters.length > 0 : typeof clusters === "number" && clusters > 0;
}
