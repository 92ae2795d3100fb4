/** Which distribution a host runs, from `lsb_release` and the files `/etc/*-release`. */

import { cleanText } from "../text";
import { distributionKey } from "./distribution";

/** Names at the start of a release text, first match; the version is the first number after them. */
const names: readonly (readonly [RegExp, string])[] = [
	[/^(Virtuozzo ?Linux|VzLinux)\b/i, "vzlinux"],
	[/^(Virtuozzo|Parallels)\b/i, "virtuozzo"],
	[/^OpenVZ\b/i, "openvz"],
	[/^CentOS\b/i, "centos"],
	[/^Red ?Hat ?Enterprise|^rhel\b/i, "rhel"],
	[/^Scientific/i, "scientific"],
	[/^Cloud ?Linux/i, "cloudlinux"],
	[/^Alma ?Linux\b/i, "almalinux"],
	[/^Rocky\b/i, "rocky"],
	[/^Oracle|^Enterprise Linux Enterprise Linux\b|^EnterpriseEnterprise|^ol\b/i, "oracle"],
	[/^Fedora\b/i, "fedora"],
	[/^Debian\b/i, "debian"],
	[/^Ubuntu\b/i, "ubuntu"],
	[/^Devuan\b/i, "devuan"],
	[/^(Linux ?Mint|Mint)\b/i, "mint"],
	[/^Gentoo\b/i, "gentoo"],
	[/^Funtoo\b/i, "funtoo"],
	[/^Sabayon\b/i, "sabayon"],
	[/^Arch(\b|Linux\b)/i, "arch"],
	[/^ALT\b|^ALTLinux\b/i, "altlinux"],
	[/^openSUSE/i, "opensuse"],
	[/^SUSE Linux Enterprise\b|^SLES\b/i, "sles"],
	[/^S[uU]SE\b/, "suse"],
	[/^Slackware\b/i, "slackware"],
	[/^Mandriva\b/i, "mandriva"],
	[/^Mageia\b/i, "mageia"],
	[/^Alpine\b/i, "alpine"],
	[/^Proxmox\b/i, "proxmox"],
	[/^Amazon Linux/i, "amazon"],
	[/^Astra ?Linux/i, "astra"],
	[/^ClearOS\b/i, "clearos"],
	[/^NethServer\b/i, "nethserver"],
	[/^PLD\b/, "pld"],
	[/^RED ?OS\b/i, "redos"],
	[/^ROSA\b/i, "rosa"],
	[/^(Springdale|PUIAS)\b/i, "springdale"],
	[/^(XenServer|Citrix)\b/i, "xenserver"],
	[/^MSVSphere\b/i, "msvsphere"],
	[/^EuroLinux\b/i, "eurolinux"],
	[/^Anolis\b/i, "anolis"],
	[/^openEuler\b/i, "openeuler"],
	[/^Kali\b/i, "kali"],
	[/^NixOS\b/i, "nixos"],
];

export interface HostRelease {
	/** Output of `lsb_release -a`. */
	lsb?: string;
	/** First lines of release files by file name. */
	releases?: Record<string, string>;
	/** Output of `tail /etc/*-release`. */
	osrelease?: string;
	kernelBranch?: string;
}

/** `null` without any text, `other` for a distribution that no rule knows. */
export function hostDistro(input: HostRelease): string | null {
	const texts = releaseTexts(input);
	const keys = texts.flatMap((text) => keyOf(text) ?? []);
	const key = keys[0] ?? null;
	if (input.kernelBranch === "pve") return proxmox(key);
	if (key !== null) return key;
	return texts.length > 0 ? "other" : null;
}

/** The most trusted text that names the distribution, without files whose names the owner chose. */
export function releaseText({ lsb, releases, osrelease }: HostRelease): string | null {
	const usual = Object.entries(releases ?? {}).filter(([name]) => files.includes(name) || productFiles.includes(name));
	return releaseTexts({ lsb, releases: Object.fromEntries(usual), osrelease })[0] ?? null;
}

// Proxmox VE 1, 2 and 3, the ones with OpenVZ, stand on Debian 5, 6 and 7.
function proxmox(key: string | null): string {
	const debian = Number(/^debian-(\d+)$/.exec(key ?? "")?.[1] ?? 0);
	return debian > 4 ? `proxmox-${debian - 4}` : "proxmox";
}

/** Texts that may name the distribution, the most trusted first. */
function releaseTexts({ lsb, releases, osrelease }: HostRelease): string[] {
	return [lsbText(lsb), ...fileTexts(releases), ...tailTexts(osrelease)].flatMap((text) => cleanText(text) ?? []);
}

function field(text: string, name: string): string | undefined {
	return new RegExp(`^${name}:[ \\t]*(.*)$`, "m").exec(text)?.[1]?.trim();
}

function lsbText(lsb: string | undefined): string | undefined {
	if (lsb === undefined) return undefined;
	const [id = "", release = "", description = ""] = ["Distributor ID", "Release", "Description"].map((name) =>
		field(lsb, name),
	);
	// openSUSE gives the distributor `SUSE LINUX`.
	return /openSUSE/i.test(description) ? `openSUSE ${release}` : `${id} ${release}`;
}

/** Files that every distribution of a family has come after the one that names the distribution. */
const files = ["redhat-release", "centos-release", "system-release", "lsb-release", "os-release"];
const productFiles = ["virtuozzo-release", "openvz-release"];

function fileTexts(releases: Record<string, string> | undefined): string[] {
	const textOf = new Map(Object.entries(releases ?? {}));
	const others = [...textOf.keys()].filter((name) => !files.includes(name) && !productFiles.includes(name)).sort();
	return [...files, ...others.slice(0, filesMax), ...productFiles].flatMap((name) => fileLines(textOf.get(name) ?? ""));
}

/** What `tail` prints: each file below a header with its name, or a single file without. */
function tailTexts(osrelease: string | undefined): string[] {
	const parts = (osrelease ?? "").split(/^==> (.*) <==$/m, 2 * filesMax + 1);
	const names = parts.filter((_, i) => i % 2 === 1).map((path) => path.split("/").at(-1) ?? "");
	const byName = Object.fromEntries(names.map((name, i) => [name, parts[i * 2 + 2] ?? ""]));
	return [...fileTexts(byName), ...fileLines(parts[0] ?? "")];
}

/** Release files are few and short: of a long one only the beginning is read. */
const filesMax = 16;
const charactersRead = 4096;
const linesMax = 32;
/** Settings in a release file that name the distribution, and those with its version. */
const pairs = [
	["PRETTY_NAME", ""],
	["NAME", "VERSION_ID"],
	["ID", "VERSION_ID"],
	["DISTRIB_ID", "DISTRIB_RELEASE"],
] as const;

/** The lines of a release file; of one with settings, name and version together. */
function fileLines(text: string): string[] {
	const lines = text
		.slice(0, charactersRead)
		.split("\n", linesMax)
		.filter((line) => line.trim() !== "")
		.map((line) => line.trim());
	const settings = new Map<string, string>();
	for (const line of lines) {
		const [, name, value] = /^([A-Z_]+)=["']?([^"']*)["']?$/.exec(line) ?? [];
		if (name !== undefined && value !== undefined) settings.set(name, value);
	}
	if (settings.size === 0) return lines;
	return pairs.flatMap(([name, version]) => {
		const value = settings.get(name);
		return value === undefined ? [] : [`${value} ${settings.get(version) ?? ""}`];
	});
}

function keyOf(text: string): string | null {
	const rule = names.find(([pattern]) => pattern.test(text));
	return rule ? distributionKey(rule[1], /\b\d[\d.]*/.exec(text)?.[0]) : null;
}
