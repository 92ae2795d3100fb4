/**
 * What the distribution, the kernel and the package manager of each kind of legacy host say, each with its traps.
 */
import { oneOf, pick } from "../chance";
import { form } from "../form";
import type { Life } from "../life";
import {
	adopted,
	el6,
	lagOf,
	lastUpdate,
	pveKernels,
	rhel5Kernels,
	stableKernels,
	type Versioned,
	vzctl,
} from "../releases";
import { dayMs } from "../time";

/** Weights of 2019: nine of ten kernels are 042stab, distributions as the old site showed them. */
const kinds = {
	...{ "centos-6": 86.4, "centos-6-i686": 1.2, "centos-5": 2, "scientific-6": 3.6, "rhel-6": 1.4 },
	...{ "cloudlinux-6": 0.9, "debian-7": 0.9, "debian-6": 0.3, "ubuntu-12": 0.3, proxmox: 2, gentoo: 0.2, arch: 0.1 },
	...{ altlinux: 0.2, opensuse: 0.2, unknown: 0.3 },
};
export type Kind = keyof typeof kinds;

export const kindOf = ({ draw }: Life): Kind => pick(draw("kind"), kinds);

/** Instants at which the host takes a new kernel, each of which sends a report. */
export function kernelUpdates(life: Life): number[] {
	if (!["centos-6", "scientific-6", "rhel-6"].includes(kindOf(life))) return [];
	const lag = lagOf(life.draw);
	const last = lastUpdate(life.draw, life.installed);
	return stableKernels.map(({ at }) => at + lag).filter((at) => at > life.installed + dayMs && at < last);
}

export interface System {
	kernel: string;
	architecture: "x86_64" | "i686";
	/** Version of vzctl, like `4.9.4`. */
	vzctl: string;
	/** Members that depend on the distribution; what is not there is empty. */
	texts: Readonly<Record<string, string>>;
}

/** `tail` prints a header over each file only when it is given several. */
const tail = (files: readonly string[], line: string) =>
	files.map((file) => `==> /etc/${file} <==\n${line}\n`).join("\n");

const lsb = form("Distributor ID:\t$id\nDescription:\t$description\nRelease:\t$release\nCodename:\t$codename\n");
const lsbVersion = "LSB Version:\t:base-4.0-amd64:base-4.0-noarch:core-4.0-amd64\n";

const dpkgHead = form(`Desired=Unknown/Install/Remove/Purge/Hold
| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend
|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)
||/ Name           Version        $columns
+++-==============-==============-============================================
`);

/** Old dpkg cuts names to the width of their column; newer ones print the architecture. */
function dpkg(packages: readonly (readonly [string, string, string, string])[], wide: boolean): string {
	const rows = packages.map(([state, name, version, about]) => {
		const shown = wide ? name.padEnd(32) : name.slice(0, 14).padEnd(14);
		return `${state}  ${shown} ${version.padEnd(14)} ${wide ? "amd64        " : ""}${about}\n`;
	});
	return dpkgHead({ columns: `${wide ? "Architecture " : ""}Description` }) + rows.join("");
}

function rpms(kernel: string, older: string, tools: string, architecture: string): string {
	const ploop = tools >= "4.9" ? "1.15" : tools >= "4.5" ? "1.9" : "1.7";
	const isNew = tools.startsWith("4");
	const names = [
		...[`vzkernel-${older}`, `vzctl-${tools}-1`, ...(isNew ? [`vzctl-core-${tools}-1`] : []), "vzquota-3.1-1"],
		...(isNew ? [`ploop-${ploop}-1`, `ploop-lib-${ploop}-1`] : []),
		...(older === kernel ? [] : [`vzkernel-${kernel}`]),
	];
	return `${names.map((name) => `${name}.${architecture}\n`).join("")}vzstats-0.5.3-1.noarch\n`;
}

/** LSB id, name in the release file, code name. */
const el6Names: Partial<Record<Kind, readonly [string, string, string]>> = {
	"centos-6": ["CentOS", "CentOS", "Final"],
	"centos-6-i686": ["CentOS", "CentOS", "Final"],
	"scientific-6": ["Scientific", "Scientific Linux", "Carbon"],
	"rhel-6": ["RedHatEnterpriseServer", "Red Hat Enterprise Linux Server", "Santiago"],
	"cloudlinux-6": ["CloudLinuxServer", "CloudLinux Server", "Final"],
};

export function systemOn(life: Life, kind: Kind, at: number): System {
	const { draw, installed } = life;
	const lag = lagOf(draw);
	const looked = Math.min(at, lastUpdate(draw, installed));
	const have = (list: readonly Versioned[], back = 0) => adopted(list, looked - back, installed, lag).version;
	const tools = have(vzctl);
	const stab = have(stableKernels);
	const stable = `2.6.32-042stab${stab}`;
	const older = `2.6.32-042stab${have(stableKernels, 120 * dayMs)}`;
	const architecture = kind === "centos-6-i686" ? "i686" : "x86_64";
	const usual = { kernel: stable, architecture, vzctl: tools } as const;
	const el6Name = el6Names[kind];
	if (el6Name) {
		const [id, product, codename] = el6Name;
		const release = `6.${have(el6)}`;
		const line = `${product} release ${release} (${codename})`;
		const centos = kind.startsWith("centos") ? ["centos-release"] : [];
		// A few run test builds that were never released.
		const kernel = draw("test kernel") < 0.004 ? `2.6.32-042test${stab}` : stable;
		const lsbText = lsbVersion + lsb({ id, description: line, release, codename });
		return {
			...{ ...usual, kernel },
			texts: {
				osrelease: tail([...centos, "redhat-release", "system-release"], line),
				lsbrelease: draw("lsb") < 0.35 ? lsbText : "",
				"vzversion-rpm": rpms(kernel, older, tools, architecture),
			},
		};
	}
	switch (kind) {
		case "centos-5": {
			const kernel = `2.6.18-${have(rhel5Kernels)}`;
			const packages = `ovzkernel-${kernel}\nvzctl-3.0.30-1\nvzquota-3.1-1\nvzstats-0.5.1-1\n`;
			// One file only, so no header; rpm of EL5 prints no architecture.
			const texts = { osrelease: "CentOS release 5.11 (Final)\n", "vzversion-rpm": packages };
			return { ...usual, kernel, vzctl: "3.0.30", texts };
		}
		case "debian-6":
		case "debian-7":
		case "ubuntu-12":
		case "proxmox":
			return debianLike(life, kind, { tools, stab, pve: have(pveKernels) });
		case "gentoo": {
			const packages = `sys-cluster/vzctl-${tools}\nsys-kernel/openvz-sources-2.6.32.${stab}\n`;
			const texts = { osrelease: "Gentoo Base System release 2.2\n", "vzversion-gentoo": packages };
			return { ...usual, kernel: `2.6.32-openvz-${stab}`, texts };
		}
		case "arch": {
			const osrelease = '==> /etc/arch-release <==\n\n==> /etc/os-release <==\nNAME="Arch Linux"\nID=arch\n';
			const packages = `vzctl ${tools}-1\nlinux-openvz 2.6.32.042stab${stab}-1\n`;
			return { ...usual, kernel: `${stable}-openvz`, texts: { osrelease, "vzversion-arch": packages } };
		}
		case "altlinux": {
			const kernel = `2.6.32-ovz-el-alt${oneOf(draw("alt"), [112, 127, 160])}`;
			const osrelease = "ALT Linux 7.0 Centaurus (Tordeaster)\n";
			return { ...usual, kernel, texts: { osrelease, "vzversion-rpm": `vzctl-${tools}-alt1.x86_64\n` } };
		}
		case "opensuse": {
			const description = "openSUSE 12.1 (x86_64)";
			const osrelease = `==> /etc/SuSE-release <==\n${description}\nVERSION = 12.1\nCODENAME = Asparagus\n`;
			const lsbrelease = lsb({ id: "SUSE LINUX", description, release: "12.1", codename: "Asparagus" });
			return { ...usual, texts: { osrelease, lsbrelease, "vzversion-rpm": rpms(stable, older, tools, "x86_64") } };
		}
		default: {
			const kernels = ["2.6.32-696.el6.x86_64", "2.6.32-042stab085.20.custom", "3.10.0-lve1.4.50"];
			const kernel = oneOf(draw("odd kernel"), kernels);
			return { ...usual, kernel, texts: { osrelease: "My own distribution 1.0\n" } };
		}
	}
}

interface DebianVersions {
	tools: string;
	stab: string;
	pve: string;
}

type DebianKind = "debian-6" | "debian-7" | "ubuntu-12" | "proxmox";

function debianLike({ draw }: Life, kind: DebianKind, { tools, stab, pve }: DebianVersions): System {
	const isSqueeze = kind === "debian-6" || (kind === "proxmox" && draw("old proxmox") < 0.4);
	const [release, codename] = isSqueeze ? ["6.0.10", "squeeze"] : ["7.11", "wheezy"];
	const kernel = {
		"debian-6": "2.6.32-5-openvz-amd64",
		"debian-7": `2.6.32-openvz-042stab${stab}-amd64`,
		"ubuntu-12": `2.6.32-042stab${stab}`,
		proxmox: `${pve}-pve`,
	}[kind];
	const control = {
		"debian-6": "3.0.24-12",
		"debian-7": `${tools}-1`,
		"ubuntu-12": `${tools}-1`,
		proxmox: "4.0-1pve5",
	}[kind];
	const ubuntu =
		'==> /etc/lsb-release <==\nDISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=12.04\n\n==> /etc/os-release <==\nNAME="Ubuntu"\nVERSION_ID="12.04"\n';
	const wheezy = 'PRETTY_NAME="Debian GNU/Linux 7 (wheezy)"\nNAME="Debian GNU/Linux"\nVERSION_ID="7"\nID=debian\n';
	const isUbuntu = kind === "ubuntu-12";
	const description = `Debian GNU/Linux ${release} (${codename})`;
	const image = kind === "proxmox" ? `pve-kernel-${kernel}` : "linux-image-openvz-amd64";
	return {
		...{ kernel, architecture: "x86_64", vzctl: control.replace(/-.*/, "") },
		texts: {
			lsbrelease: isUbuntu
				? lsb({ id: "Ubuntu", description: "Ubuntu 12.04.5 LTS", release: "12.04", codename: "precise" })
				: lsb({ id: "Debian", description, release, codename }),
			osrelease: isUbuntu ? ubuntu : isSqueeze ? "" : wheezy,
			"vzversion-deb": dpkg(
				[
					["ii", image, "2.6.32+29", "Linux 2.6.32 with OpenVZ"],
					["ii", "vzctl", control, "server virtualization solution - control tools"],
					["ii", "vzquota", "3.1-2", "server virtualization solution - quota tools"],
					["rc", "vzdump", "1.2.6-1", "OpenVZ backup scripts"],
				],
				!isSqueeze,
			),
		},
	};
}
