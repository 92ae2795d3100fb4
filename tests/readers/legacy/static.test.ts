import { describe, expect, test } from "vitest";
import { read } from "./report";

describe("uname", () => {
	test.each([
		["2.6.32-042stab076.8 x86_64", "rhel6-042stab", "2.6.32-042stab076.8"],
		["2.6.32-042stab084.26 i686\n", "rhel6-042stab", "2.6.32-042stab084.26"],
		["2.6.18-348.4.1.el5.028stab107.2 x86_64", "rhel5-028stab", "2.6.18-348.4.1.el5.028stab107.2"],
		["2.6.32-openvz-042stab081.5-amd64 x86_64", "rhel6-042stab", "2.6.32-openvz-042stab081.5-amd64"],
		["2.6.32-5-openvz-amd64 x86_64", "debian", "2.6.32-5-openvz-amd64"],
		["2.6.32-26-pve x86_64", "pve", "2.6.32-26-pve"],
		["3.2.0-4-amd64 x86_64", "other", null],
		["own", "other", null],
	])("%s", (uname, kernelBranch, kernel) => {
		expect(read({ uname }).static).toMatchObject({ kernelBranch, kernel, readykernel: null, counters: null });
	});
});

describe("the distribution", () => {
	const distro = (files: Record<string, string>) =>
		read({ uname: "2.6.32-042stab076.8 x86_64", ...files }).static?.distro;
	const headed = (...files: [name: string, text: string][]) =>
		files.map(([name, text]) => `==> /etc/${name} <==\n${text}\n`).join("\n");

	test.each([
		[
			"CentOS 6, three files",
			headed(
				...["centos", "redhat", "system"].map(
					(name) => [`${name}-release`, "CentOS release 6.4 (Final)"] as [string, string],
				),
			),
			"centos-6",
		],
		["CentOS 5, one file and no header", "CentOS release 5.9 (Final)\n", "centos-5"],
		["Scientific", "Scientific Linux release 6.4 (Carbon)\n", "scientific-6"],
		["RHEL", "Red Hat Enterprise Linux Server release 6.4 (Santiago)\n", "rhel-6"],
		["CloudLinux", "CloudLinux Server release 6.4\n", "cloudlinux-6"],
		["Arch, an empty file first", headed(["arch-release", ""], ["os-release", 'NAME="Arch Linux"\nID=arch']), "arch"],
	])("%s", (_, osrelease, expected) => {
		expect(distro({ osrelease })).toBe(expected);
	});

	test("lsb_release comes first, also with a line before it", () => {
		const lsb =
			"Distributor ID:\tDebian\nDescription:\tDebian GNU/Linux 6.0.7 (squeeze)\nRelease:\t6.0.7\nCodename:\tsqueeze\n";
		expect(distro({ lsbrelease: lsb })).toBe("debian-6");
		const el =
			"LSB Version:\t:base-4.0-amd64:base-4.0-noarch\nDistributor ID:\tCentOS\nDescription:\tCentOS release 6.4 (Final)\nRelease:\t6.4\nCodename:\tFinal\n";
		expect(distro({ lsbrelease: el, osrelease: "Own release 1\n" })).toBe("centos-6");
	});

	test("nothing said", () => {
		expect(distro({})).toBeNull();
		expect(distro({ lsbrelease: "", osrelease: "\n" })).toBeNull();
	});
});

describe("the version of vzctl", () => {
	const release = (files: Record<string, string>) => read({ uname: "2.6.32 x86_64", ...files }).static?.release;

	test.each([
		["with architecture", "vzctl-core-4.9-1.x86_64\nvzctl-4.3-1.x86_64\nvzctl-lib-5.0-1.x86_64\n", "4.3"],
		["EL 5 without", "ovzkernel-2.6.18-348.4.1.el5.028stab107.2\nvzctl-3.0.30-1\nvzquota-3.1-1\n", "3.0.30"],
		["the newest of several", "vzctl-4.9-1.x86_64\nvzctl-4.10-1.x86_64\nvzctl-4.2-1.x86_64\n", "4.10"],
		["rebuilt", "vzctl-4.7.2-1.el6.own.x86_64\n", "4.7.2"],
		["none", "ploop-1.7-1.x86_64\n\n", null],
		["no number", "vzctl-own-1.x86_64\n", null],
	])("rpm, %s", (_, text, version) => {
		expect(release({ "vzversion-rpm": text })).toBe(version);
	});

	const header =
		"Desired=Unknown/Install/Remove/Purge/Hold\n| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend\n|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)\n||/ Name           Version        Description\n+++-==============-==============-============================================\n";
	test.each([
		["of Debian 6", "ii  vzctl          3.0.24-12      server virtualization solution - control tools\n", "3.0.24"],
		["with an architecture column", "ii  vzctl  4.8-1  amd64  server virtualization solution\n", "4.8"],
		["with a name for an architecture", "ii  vzctl:amd64  1:4.6.1-1~bpo70+1  amd64  tools\n", "4.6.1"],
		["of Proxmox", "ii  vzctl  4.0-1pve4  OpenVZ - server virtualization solution\n", "4.0"],
		["on hold", "hi  vzctl  4.8-1  tools\n", "4.8"],
		["removed", "rc  vzctl  3.0.24-12  tools\n", null],
		["never there", "un  vzctl  <none>  (no description available)\n", null],
		["cut to the width of the column", "ii  vzctl-core-li  9.9-1  tools\nii  vzctl  4.8-1  tools\n", "4.8"],
	])("dpkg, %s", (_, line, version) => {
		expect(release({ "vzversion-deb": header + line })).toBe(version);
	});

	test("gentoo and arch", () => {
		const gentoo = "sys-cluster/vzctl-4.3.1-r1\nsys-kernel/openvz-sources-2.6.32.76.8\n";
		expect(release({ "vzversion-gentoo": gentoo })).toBe("4.3.1");
		expect(release({ "vzversion-arch": "vzctl 4.3.1-1\nlinux-openvz 2.6.32.042stab076.8-1\n" })).toBe("4.3.1");
	});
});
