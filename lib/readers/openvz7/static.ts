/** Kernel, releases, ReadyKernel and the host's own counters, from `static.json`. */

import type { Facts } from "#lib/facts/sections";
import { hostDistro, releaseText } from "#lib/facts/software/host-distro";
import { kernelOf, openvzRelease, readyKernel, unmatchedKernel } from "#lib/facts/software/kernel";
import { type Unmatched, unmatched } from "#lib/facts/unmatched";
import { type JsonObject, known, manyOf, objectOf, textOf } from "../values";

type Static = Facts["static"];

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

/** More than release files say. */
const releaseLengthMax = 4096;

function releaseTexts(value: unknown): Record<string, string> {
	const texts = Object.entries(objectOf(value) ?? {}).flatMap(([name, said]) => {
		const text = textOf(said);
		return text === null ? [] : [[name, text.slice(0, releaseLengthMax)]];
	});
	return Object.fromEntries(texts);
}

/** Of the files that name one, the first that a rule knows. */
function releaseOf(texts: readonly (string | undefined)[]): string | null {
	const release = texts.map((text) => openvzRelease(text ?? null)).find((version) => version !== null);
	return release ?? known(texts.join(""), () => null);
}

/** Without both totals nothing is known; a running number that is wrong claims nothing. */
function readCounters(value: unknown): Static["counters"] {
	const said = objectOf(value);
	const containers = manyOf(said?.ct_total);
	const vms = manyOf(said?.vm_total);
	if (containers === null || vms === null) return null;
	return {
		containers,
		runningContainers: manyOf(said?.ct_running) ?? 0,
		vms,
		runningVms: manyOf(said?.vm_running) ?? 0,
	};
}
