/** Linux distributions: their keys, and the part of a version that matters to people. */

/** Major version, the year and month of Ubuntu and older openSUSE, or none where the system has no versions. */
type Versions = "major" | "major-minor" | "none";

/** Closed list; each key has its label in `lib/statistics/names/distributions.ts`. */
export const distributions: Readonly<Record<string, Versions>> = {
	centos: "major",
	debian: "major",
	ubuntu: "major-minor",
	fedora: "major",
	almalinux: "major",
	rocky: "major",
	rhel: "major",
	sles: "major",
	opensuse: "major-minor",
	suse: "major-minor",
	scientific: "major",
	oracle: "major",
	cloudlinux: "major",
	vzlinux: "major",
	virtuozzo: "major",
	openvz: "major",
	proxmox: "major",
	gentoo: "none",
	arch: "none",
	altlinux: "major",
	slackware: "major-minor",
	funtoo: "none",
	sabayon: "none",
	mandriva: "major",
	mageia: "major",
	devuan: "major",
	alpine: "major-minor",
	mint: "major",
	amazon: "major",
	astra: "major-minor",
	clearos: "major",
	nethserver: "major",
	pld: "none",
	redos: "major-minor",
	rosa: "major",
	springdale: "major",
	msvsphere: "major",
	eurolinux: "major",
	anolis: "major",
	openeuler: "major-minor",
	kali: "none",
	nixos: "none",
	xenserver: "major",
};

/** Versions that people call by name. */
export const versionNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	debian: {
		...{ sarge: "3", etch: "4", lenny: "5", squeeze: "6", wheezy: "7", jessie: "8", stretch: "9", buster: "10" },
		...{ bullseye: "11", bookworm: "12", trixie: "13" },
	},
	devuan: { ascii: "2", beowulf: "3", chimaera: "4", daedalus: "5" },
	ubuntu: {
		...{ dapper: "6.06", hardy: "8.04", lucid: "10.04", precise: "12.04", trusty: "14.04", xenial: "16.04" },
		...{ bionic: "18.04", focal: "20.04", jammy: "22.04", noble: "24.04" },
	},
};

/** `wheezy` → `7`, and of Ubuntu `2204` → `22.04`. */
function numbered(family: string, version: string): string {
	const names = Object.hasOwn(versionNames, family) ? (versionNames[family] ?? {}) : {};
	if (Object.hasOwn(names, version)) return names[version] ?? version;
	return family === "ubuntu" ? version.replace(/^(\d\d)(0[46]|10)$/, "$1.$2") : version;
}

/** `centos` and `6.4` → `centos-6`, `ubuntu` and `22.04.3` → `ubuntu-22.04`; without a usable version the family alone. */
export function distributionKey(family: string, version: string | undefined): string {
	const kind = Object.hasOwn(distributions, family) ? distributions[family] : "none";
	if (kind === "none" || version === undefined) return family;
	if (version === "rolling") return `${family}-rolling`;
	const shape = family === "mandriva" ? /^(20\d\d|\d{1,2})(?:\.(\d{1,2}))?(?!\d)/ : /^(\d{1,2})(?:\.(\d{1,2}))?(?!\d)/;
	const [, major, minor] = shape.exec(numbered(family, version)) ?? [];
	if (major === undefined) return family;
	const number = String(Number(major));
	return `${family}-${kind === "major" || minor === undefined ? number : `${number}.${minor}`}`;
}
