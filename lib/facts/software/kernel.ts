/** Kernels of OpenVZ hosts: which branch a release belongs to, how versions are ordered, and live patches. */
import type { Facts } from "../sections";
import { cleanText } from "../text";
import { type Unmatched, unmatched } from "../unmatched";

type KernelBranch = Facts["static"]["kernelBranch"];

interface Rule {
	branch: KernelBranch;
	/** Releases of this branch. */
	of: RegExp;
	/** Releases of the branch's own maker: these are kept in full, rebuilds by others are not. */
	version: RegExp;
}

/** First match. The architecture at the end is removed before. */
const rules: readonly Rule[] = [
	{ branch: "vz7", of: /^3\.10\.0-.*\.vz7\./, version: /^3\.10\.0-\d{1,4}(\.\d{1,3}){0,4}\.vz7(\.\d{1,4}){2,3}$/ },
	{ branch: "vz8", of: /^4\.18\.0-.*\.vz8\./, version: /^4\.18\.0-\d{1,4}(\.\d{1,3}){0,4}\.vz8(\.\d{1,4}){2,3}$/ },
	{
		branch: "vz9",
		of: /^5\.14\.0.*\.(vz9|ovz9)\./,
		version: /^5\.14\.0(-\d{1,4}(\.\d{1,3}){0,4})?\.(vz9|ovz9)(\.\d{1,4}){2,3}$/,
	},
	{
		branch: "vz10",
		of: /^6\.12\.0.*\.vz10\./,
		version: /^6\.12\.0(-\d{1,4}(\.\d{1,3}){0,4}(\.el10(_\d)?)?)?\.vz10(\.\d{1,4}){2,3}$/,
	},
	{
		branch: "rhel6-042stab",
		of: /^2\.6\.32-(openvz-)?042(stab|test)\d/,
		version: /^2\.6\.32-(openvz-)?042(stab|test)\d{3}\.\d{1,3}(-(amd64|686))?$/,
	},
	{
		branch: "rhel5-028stab",
		of: /^2\.6\.18-.*028(stab|test)\d/,
		version: /^2\.6\.18-(\d{1,4}(\.\d{1,3}){0,3}\.el5\.)?028(stab|test)\d{3}\.\d{1,3}(-?(PAE|ent|xen|smp|debug))?$/,
	},
	// RHEL 4: too few hosts for a branch of its own.
	{
		branch: "other",
		of: /^2\.6\.9-023(stab|test)\d/,
		version: /^2\.6\.9-023(stab|test)\d{3}\.\d{1,3}(-(smp|ent|enterprise|entnosplit))?$/,
	},
	{ branch: "pve", of: /-pve$/, version: /^\d\.\d{1,2}\.\d{1,3}-\d{1,3}-pve$/ },
	{ branch: "debian", of: /-openvz-(amd64|686)$/, version: /^2\.6\.\d{1,2}-\d{1,2}-openvz-(amd64|686)$/ },
	// Earlier releases of OpenVZ, and those of Ubuntu 8.04 and ALT Linux.
	{
		branch: "other",
		of: /^2\.6\.\d{1,2}-.*(02[2-9](stab|test)\d|openvz|ovz)/,
		version:
			/^2\.6\.\d{1,2}-(02[2-9](stab|test)\d{3}\.\d{1,3}(-(smp|ent|enterprise))?|ovz\d{3}\.\d{1,2}|\d{1,2}-openvz|(el6-)?ovz(-smp)?(-el)?-alt\d{1,3})$/,
	},
];

/** Branch and version of `uname -r` (or `uname -rm`). A version no rule knows is `null`. */
export function kernelOf(unameR: string | null): { branch: KernelBranch; version: string | null } {
	const release = releaseOf(unameR);
	const rule = rules.find(({ of }) => of.test(release));
	if (rule === undefined) return { branch: "other", version: null };
	return { branch: rule.branch, version: rule.version.test(release) ? release : null };
}

/** A kernel whose version no rule knows. */
export function unmatchedKernel(unameR: string | null): Unmatched[] {
	const isKnown = kernelOf(unameR).version !== null;
	return isKnown ? [] : unmatched("kernel", releaseOf(unameR), "other");
}

function releaseOf(unameR: string | null): string {
	return (cleanText(unameR)?.split(" ")[0] ?? "").replace(/\.(x86_64|i[3-6]86|aarch64|noarch)$/, "");
}

const patch = /^readykernel-patch-(\d+\.\d+)-\d/;

/**
 * Whether a live patch made for the running kernel is installed and loaded: the first two numbers of a patch must be
 * the last two of the kernel, as patches of earlier kernels stay behind after an update. `installed` is the name of the
 * patch's package or a list of them; `null` when the report does not say.
 */
export function readyKernel(
	unameR: string | null,
	installed: unknown,
	loaded: unknown,
): "none" | "installed" | "loaded" | null {
	if (installed === undefined) return null;
	const build = /\.o?vz(?:7|8|9|10)\.(\d+\.\d+)$/.exec(releaseOf(unameR))?.[1];
	const patches: unknown[] = Array.isArray(installed) ? installed : [installed];
	const fits = patches.some((name) => typeof name === "string" && patch.exec(name.trim())?.[1] === build);
	if (build === undefined || !fits) return "none";
	return loaded === true ? "loaded" : "installed";
}

/** `OpenVZ release 7.0.11 (235)` → `7.0.11`. */
export function openvzRelease(text: string | null): string | null {
	const release =
		/^(?:OpenVZ|Virtuozzo(?: Hybrid (?:Server|Infrastructure))?) release (\d{1,2}(?:\.\d{1,3}){1,3})(?![\d.])/i;
	return release.exec(cleanText(text) ?? "")?.[1] ?? null;
}

/** Orders versions by their groups of digits, then as text. */
export function compareKernels(a: string, b: string): number {
	const [groupsA, groupsB] = [groupsOf(a), groupsOf(b)];
	for (let i = 0; i < Math.min(groupsA.length, groupsB.length); i++) {
		const difference = compareDigits(groupsA[i] ?? "", groupsB[i] ?? "");
		if (difference !== 0) return difference;
	}
	return groupsA.length - groupsB.length || (a < b ? -1 : a > b ? 1 : 0);
}

function groupsOf(version: string): string[] {
	return (version.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, ""));
}

function compareDigits(a: string, b: string): number {
	return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
