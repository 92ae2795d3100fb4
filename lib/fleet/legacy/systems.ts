/** What the distribution, the kernel and the package manager of each kind of host say, each with its traps. */
import { adopted, lagOf } from "../adoption";
import type { Life } from "../life";
import { oneOf } from "../random";
import type { Kind } from "./kinds";
import { dpkg, lsb, rpms, tail } from "./printed";
import { el6, pveKernels, rhel5Kernels, stableKernels, vzctl } from "./releases";

export interface System {
	kind: Kind;
	kernel: string;
	architecture: "x86_64" | "i686";
	/** Version of vzctl, like `4.9.4`. */
	vzctl: string;
	/** Members that depend on the distribution; all others of these are empty. */
	texts: {
		lsbrelease: string;
		osrelease: string;
		"vzversion-arch": string;
		"vzversion-deb": string;
		"vzversion-gentoo": string;
		"vzversion-rpm": string;
	};
}

const el6Names: Partial<Record<Kind, readonly [string, string, string]>> = {
	"centos-6": ["CentOS", "CentOS", "Final"],
	"centos-6-i686": ["CentOS", "CentOS", "Final"],
	"scientific-6": ["Scientific", "Scientific Linux", "Carbon"],
	"rhel-6": ["RedHatEnterpriseServer", "Red Hat Enterprise Linux Server", "Santiago"],
	"cloudlinux-6": ["CloudLinuxServer", "CloudLinux Server", "Final"],
};

const debian = { "7": ["7.11", "wheezy"], "6": ["6.0.10", "squeeze"] } as const;

export function systemOn(life: Life, kind: Kind, at: number): System {
	const { draw, installed } = life;
	// Much of this fleet is seldom touched.
	const lag = lagOf(draw) * 1.5;
	const have = (list: Parameters<typeof adopted<(typeof vzctl)[number]>>[0], back = 0) =>
		adopted(list, at - back, installed, lag).version;
	const tools = have(vzctl);
	const stab = have(stableKernels);
	const stable = `2.6.32-042stab${stab}`;
	const older = `2.6.32-042stab${have(stableKernels, 120 * 86_400_000)}`;
	const texts: System["texts"] = {
		lsbrelease: "",
		osrelease: "",
		"vzversion-arch": "",
		"vzversion-deb": "",
		"vzversion-gentoo": "",
		"vzversion-rpm": "",
	};
	const system = (
		kernel: string,
		more: Partial<System["texts"]>,
		version = tools,
		architecture: System["architecture"] = "x86_64",
	): System => ({
		kind,
		kernel,
		architecture,
		vzctl: version,
		texts: { ...texts, ...more },
	});
	const family = el6Names[kind];
	if (family) {
		const [id, product, codename] = family;
		const architecture = kind === "centos-6-i686" ? "i686" : "x86_64";
		const release = `6.${have(el6)}`;
		const line = `${product} release ${release} (${codename})`;
		const files =
			kind === "centos-6" || kind === "centos-6-i686"
				? ["centos-release", "redhat-release", "system-release"]
				: ["redhat-release", "system-release"];
		const withLsb = draw("lsb") < 0.35;
		// A few run test builds that were never released.
		const kernel = draw("test kernel") < 0.004 ? `2.6.32-042test${stab}` : stable;
		return system(
			kernel,
			{
				osrelease: tail(files, line),
				lsbrelease: withLsb
					? `LSB Version:\t:base-4.0-amd64:base-4.0-noarch:core-4.0-amd64\n${lsb(id, line, release, codename)}`
					: "",
				"vzversion-rpm": rpms(kernel, older, tools, architecture),
			},
			tools,
			architecture,
		);
	}
	switch (kind) {
		case "centos-5": {
			const kernel = `2.6.18-${have(rhel5Kernels)}`;
			// One file only, so no header; rpm of EL5 prints no architecture.
			return system(
				kernel,
				{
					osrelease: "CentOS release 5.11 (Final)\n",
					"vzversion-rpm": `ovzkernel-${kernel}\nvzctl-3.0.30-1\nvzquota-3.1-1\nvzstats-0.5.1-1\n`,
				},
				"3.0.30",
			);
		}
		case "debian-6":
		case "debian-7":
		case "ubuntu-12":
		case "proxmox": {
			const squeeze = kind === "debian-6" || (kind === "proxmox" && draw("old proxmox") < 0.4);
			const [version, codename] = debian[squeeze ? "6" : "7"];
			const ubuntu = kind === "ubuntu-12";
			const kernel =
				kind === "proxmox"
					? `${have(pveKernels)}-pve`
					: kind === "debian-6"
						? "2.6.32-5-openvz-amd64"
						: ubuntu
							? stable
							: `2.6.32-openvz-042stab${stab}-amd64`;
			const control = kind === "debian-6" ? "3.0.24-12" : kind === "proxmox" ? "4.0-1pve5" : `${tools}-1`;
			const id = ubuntu ? "Ubuntu" : "Debian";
			const description = ubuntu ? "Ubuntu 12.04.5 LTS" : `Debian GNU/Linux ${version} (${codename})`;
			const release = ubuntu
				? '==> /etc/lsb-release <==\nDISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=12.04\n\n==> /etc/os-release <==\nNAME="Ubuntu"\nVERSION_ID="12.04"\n'
				: squeeze
					? ""
					: `PRETTY_NAME="Debian GNU/Linux 7 (wheezy)"\nNAME="Debian GNU/Linux"\nVERSION_ID="7"\nID=debian\n`;
			return system(
				kernel,
				{
					lsbrelease: lsb(id, description, ubuntu ? "12.04" : version, ubuntu ? "precise" : codename),
					osrelease: release,
					"vzversion-deb": dpkg(
						[
							[
								"ii",
								kind === "proxmox" ? `pve-kernel-${kernel}` : "linux-image-openvz-amd64",
								"2.6.32+29",
								"Linux 2.6.32 with OpenVZ",
							],
							["ii", "vzctl", control, "server virtualization solution - control tools"],
							["ii", "vzquota", "3.1-2", "server virtualization solution - quota tools"],
							["rc", "vzdump", "1.2.6-1", "OpenVZ backup scripts"],
						],
						!squeeze,
					),
				},
				control.replace(/-.*/, ""),
			);
		}
		case "gentoo":
			return system(`2.6.32-openvz-${stab}`, {
				osrelease: "Gentoo Base System release 2.2\n",
				"vzversion-gentoo": `sys-cluster/vzctl-${tools}\nsys-kernel/openvz-sources-2.6.32.${stab}\n`,
			});
		case "arch":
			return system(`2.6.32-042stab${stab}-openvz`, {
				osrelease: '==> /etc/arch-release <==\n\n==> /etc/os-release <==\nNAME="Arch Linux"\nID=arch\n',
				"vzversion-arch": `vzctl ${tools}-1\nlinux-openvz 2.6.32.042stab${stab}-1\n`,
			});
		case "altlinux":
			return system(`2.6.32-ovz-el-alt${oneOf(draw("alt"), [112, 127, 160])}`, {
				osrelease: "ALT Linux 7.0 Centaurus (Tordeaster)\n",
				"vzversion-rpm": `vzctl-${tools}-alt1.x86_64\n`,
			});
		case "opensuse":
			return system(stable, {
				osrelease: "==> /etc/SuSE-release <==\nopenSUSE 12.1 (x86_64)\nVERSION = 12.1\nCODENAME = Asparagus\n",
				lsbrelease: lsb("SUSE LINUX", "openSUSE 12.1 (x86_64)", "12.1", "Asparagus"),
				"vzversion-rpm": rpms(stable, older, tools, "x86_64"),
			});
		default:
			return system(
				oneOf(draw("odd kernel"), ["2.6.32-696.el6.x86_64", "2.6.32-042stab085.20.custom", "3.10.0-lve1.4.50"]),
				{ osrelease: "My own distribution 1.0\n" },
			);
	}
}
