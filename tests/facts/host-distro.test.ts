import { expect, test } from "vitest";
import { distributionKey, distributions } from "#lib/facts/software/distribution";
import { type HostRelease, hostDistro } from "#lib/facts/software/host-distro";
import { distributions as labels } from "#lib/statistics/names/distributions";

const lsb = (id: string, description: string, release: string) =>
	`Distributor ID:\t${id}\nDescription:\t${description}\nRelease:\t${release}\nCodename:\tn/a\n`;
const files = (text: string, ...names: string[]) => names.map((name) => `==> /etc/${name} <==\n${text}\n`).join("\n");

test.each<[HostRelease, string | null]>([
	[
		{ releases: { "redhat-release": "Virtuozzo Linux release 7.6", "openvz-release": "OpenVZ release 7.0.11 (235)" } },
		"vzlinux-7",
	],
	[{ releases: { "openvz-release": "OpenVZ release 7.0.11 (235)" } }, "openvz-7"],
	[{ releases: { "redhat-release": "CentOS Linux release 7.9.2009 (Core)" } }, "centos-7"],
	[{ releases: { "redhat-release": "AlmaLinux release 8.4 (Electric Cheetah)" } }, "almalinux-8"],
	[
		{ osrelease: files("CentOS release 6.4 (Final)", "centos-release", "redhat-release", "system-release") },
		"centos-6",
	],
	[{ osrelease: "CentOS release 5.9 (Final)\n" }, "centos-5"],
	[{ osrelease: "Scientific Linux release 6.4 (Carbon)\n" }, "scientific-6"],
	[{ osrelease: "Red Hat Enterprise Linux Server release 6.4 (Santiago)" }, "rhel-6"],
	[{ osrelease: "CloudLinux Server release 6.4 (Hoopoe)" }, "cloudlinux-6"],
	[{ osrelease: files("Fedora release 18 (Spherical Cow)", "fedora-release") }, "fedora-18"],
	[{ osrelease: files('NAME="Arch Linux"\nID=arch\nPRETTY_NAME="Arch Linux"', "arch-release", "os-release") }, "arch"],
	[
		{
			osrelease: files(
				'PRETTY_NAME="Debian GNU/Linux 7 (wheezy)"\nNAME="Debian GNU/Linux"\nVERSION_ID="7"\nID=debian',
				"os-release",
			),
		},
		"debian-7",
	],
	[
		{
			osrelease: files(
				'DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=12.04\nDISTRIB_DESCRIPTION="Ubuntu 12.04.2 LTS"',
				"lsb-release",
			),
		},
		"ubuntu-12.04",
	],
	[
		{ osrelease: files("openSUSE 12.3 (x86_64)\nVERSION = 12.3\nCODENAME = Dartmouth", "SuSE-release") },
		"opensuse-12.3",
	],
	[{ osrelease: files("Gentoo Base System release 2.2", "gentoo-release") }, "gentoo"],
	[{ lsb: lsb("Debian", "Debian GNU/Linux 6.0.7 (squeeze)", "6.0.7") }, "debian-6"],
	[
		{ lsb: `LSB Version:\t:base-4.0-amd64:core-4.0-noarch\n${lsb("CentOS", "CentOS release 6.4 (Final)", "6.4")}` },
		"centos-6",
	],
	[{ lsb: lsb("RedHatEnterpriseServer", "Red Hat Enterprise Linux Server release 6.4", "6.4") }, "rhel-6"],
	[{ lsb: lsb("SUSE LINUX", "openSUSE 12.3 (x86_64)", "12.3") }, "opensuse-12.3"],
	[{ lsb: lsb("Ubuntu", "Ubuntu 12.04.2 LTS", "12.04") }, "ubuntu-12.04"],
	[{ lsb: lsb("Debian", "Debian GNU/Linux testing/unstable", "testing") }, "debian"],
	[
		{ lsb: lsb("ScientificSL", "Scientific Linux SL release 5.5", "5.5"), osrelease: "CentOS release 5.9 (Final)" },
		"scientific-5",
	],
	[{ lsb: "", osrelease: "CentOS release 6.4 (Final)" }, "centos-6"],
	// Proxmox VE 3 stands on Debian 7.
	[{ lsb: lsb("Debian", "Debian GNU/Linux 7.1 (wheezy)", "7.1"), kernelBranch: "pve" }, "proxmox-3"],
	[{ osrelease: "", kernelBranch: "pve" }, "proxmox"],
	[{ osrelease: "MSVSphere release 9.2" }, "msvsphere-9"],
	[{ osrelease: "EuroLinux release 8.5" }, "eurolinux-8"],
	[{ osrelease: "openEuler release 22.03 LTS" }, "openeuler-22.03"],
	[{ osrelease: "ACME internal build 17 for node17.example.net" }, "other"],
	[{ lsb: lsb("AcmeOS", "Acme", "1") }, "other"],
	[{ lsb: "", osrelease: "", releases: {} }, null],
	[{}, null],
])("%j is %s", (said, distro) => {
	expect(hostDistro(said)).toBe(distro);
});

test("the sample of a legacy report", () => {
	const osrelease =
		"==> /etc/centos-release <==\nCentOS release 6.4 (Final)\n\n==> /etc/redhat-release <==\nCentOS release 6.4 (Final)\n";
	expect(hostDistro({ lsb: "", osrelease, kernelBranch: "rhel6-042stab" })).toBe("centos-6");
});

test.each([
	["centos", "6.4", "centos-6"],
	["debian", "9.0", "debian-9"],
	["ubuntu", "22.04.3", "ubuntu-22.04"],
	["ubuntu", "08.04", "ubuntu-8.04"],
	["opensuse", "rolling", "opensuse-rolling"],
	["gentoo", "2.2", "gentoo"],
	["mandriva", "2010.1", "mandriva-2010"],
	["ubuntu", "2204", "ubuntu-22.04"],
	["ubuntu", "2010", "ubuntu-20.10"],
	["centos", "2010", "centos"],
	["debian", "bookworm", "debian-12"],
	["debian", "constructor", "debian"],
	["centos", "12345", "centos"],
	["centos", "acme", "centos"],
	["centos", undefined, "centos"],
])("%s %s is %s", (family, version, key) => {
	expect(distributionKey(family, version)).toBe(key);
});

test("every distribution has a label, and every label a distribution", () => {
	expect(Object.keys(distributions).sort()).toEqual(Object.keys(labels).sort());
});
