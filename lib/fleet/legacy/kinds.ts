/** The kinds of hosts that run the legacy reporter, and how many there are of each. */
import type { Life } from "../life";
import { pick, type Weighted } from "../random";

export type Kind =
	| "centos-6"
	| "centos-6-i686"
	| "centos-5"
	| "scientific-6"
	| "rhel-6"
	| "cloudlinux-6"
	| "debian-7"
	| "debian-6"
	| "ubuntu-12"
	| "proxmox"
	| "gentoo"
	| "arch"
	| "altlinux"
	| "opensuse"
	| "unknown";

/** Weights of 2019: nine of ten kernels are 042stab, distributions as the old site showed them. */
const kinds: Weighted<Kind> = [
	["centos-6", 86.4],
	["centos-6-i686", 1.2],
	["centos-5", 2],
	["scientific-6", 3.6],
	["rhel-6", 1.4],
	["cloudlinux-6", 0.9],
	["debian-7", 0.9],
	["debian-6", 0.3],
	["ubuntu-12", 0.3],
	["proxmox", 2],
	["gentoo", 0.2],
	["arch", 0.1],
	["altlinux", 0.2],
	["opensuse", 0.2],
	["unknown", 0.3],
];

export function kindOf({ draw }: Life): Kind {
	return pick(draw("kind"), kinds);
}
