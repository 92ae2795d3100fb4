/** Linux distributions by key, and the names of `distribution-version` keys such as `centos-7`. */
/** Closed list: what a host or a template calls itself beyond these is `other` or `custom`. */
export const distributions: Readonly<Record<string, string>> = {
	centos: "CentOS",
	debian: "Debian",
	ubuntu: "Ubuntu",
	fedora: "Fedora",
	almalinux: "AlmaLinux",
	rocky: "Rocky Linux",
	rhel: "Red Hat Enterprise Linux",
	sles: "SUSE Linux Enterprise Server",
	opensuse: "openSUSE",
	suse: "SUSE Linux",
	scientific: "Scientific Linux",
	oracle: "Oracle Linux",
	cloudlinux: "CloudLinux",
	vzlinux: "Virtuozzo Linux",
	virtuozzo: "Virtuozzo",
	openvz: "OpenVZ",
	proxmox: "Proxmox VE",
	gentoo: "Gentoo",
	arch: "Arch Linux",
	altlinux: "ALT Linux",
	slackware: "Slackware",
	funtoo: "Funtoo",
	sabayon: "Sabayon",
	mandriva: "Mandriva",
	mageia: "Mageia",
	devuan: "Devuan",
	alpine: "Alpine Linux",
	mint: "Linux Mint",
	amazon: "Amazon Linux",
	astra: "Astra Linux",
	clearos: "ClearOS",
	nethserver: "NethServer",
	pld: "PLD Linux",
	redos: "RED OS",
	rosa: "ROSA",
	springdale: "Springdale Linux",
	xenserver: "XenServer",
	msvsphere: "MSVSphere",
	eurolinux: "EuroLinux",
	anolis: "Anolis OS",
	openeuler: "openEuler",
	kali: "Kali Linux",
	nixos: "NixOS",
};

const versioned = /^([a-z]+)-(\d+(?:\.\d+)*|rolling)$/;

/** `centos-7` → `centos`; a key without a version is its own family. */
export function familyOf(key: string): string {
	return versioned.exec(key)?.[1] ?? key;
}

/** `centos-7` → `CentOS 7`. */
export function distributionLabel(key: string): string | undefined {
	const [, family, version] = versioned.exec(key) ?? [undefined, key, undefined];
	if (family === undefined || !Object.hasOwn(distributions, family)) return undefined;
	return version === undefined ? distributions[family] : `${distributions[family]} ${version}`;
}
