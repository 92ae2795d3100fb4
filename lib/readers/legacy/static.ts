/** Kernel, distribution and version of vzctl. */

import type { Facts } from "#lib/facts/sections";
import { hostDistro, releaseText } from "#lib/facts/software/host-distro";
import { kernelOf, unmatchedKernel } from "#lib/facts/software/kernel";
import { type Unmatched, unmatched } from "#lib/facts/unmatched";
import { known } from "../values";
import type { MemberText } from "./sections";
import { vzctlVersion } from "./vzctl-version";

/** More than `lsb_release` and the ends of release files say. */
const releaseLengthMax = 16_384;

export function readStatic(text: MemberText): Facts["static"] {
	const { lsb, osrelease } = releasesOf(text);
	const { branch, version } = kernelOf(unameOf(text));
	return {
		kernel: version,
		kernelBranch: branch,
		release: vzctlVersion(text),
		distro: known((lsb ?? "") + (osrelease ?? ""), () => hostDistro({ lsb, osrelease, kernelBranch: branch })),
		readykernel: null,
		counters: null,
	};
}

export function unmatchedStatic(text: MemberText): Unmatched[] {
	return [
		...unmatchedKernel(unameOf(text)),
		...unmatched("host-distro", releaseText(releasesOf(text)), readStatic(text).distro),
	];
}

function unameOf(text: MemberText): string | null {
	return text("uname").trim().split(/\s+/, 1)[0] ?? null;
}

function releasesOf(text: MemberText): { lsb?: string; osrelease?: string } {
	const [lsb, osrelease] = ["lsbrelease", "osrelease"].map(
		(name) => text(name).slice(0, releaseLengthMax) || undefined,
	);
	return { lsb, osrelease };
}
