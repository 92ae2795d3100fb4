/** Distribution and version of a container's template. Hosting companies choose template names freely: only known words pass. */

import { cleanText } from "../text";
import { distributionKey } from "./distribution";

/** First word of a template's name and the distribution it means. */
export const templateWords: Readonly<Record<string, string>> = {
	centos: "centos",
	debian: "debian",
	ubuntu: "ubuntu",
	fedora: "fedora",
	scientific: "scientific",
	scientificlinux: "scientific",
	sl: "scientific",
	suse: "suse",
	opensuse: "opensuse",
	sles: "sles",
	gentoo: "gentoo",
	arch: "arch",
	archlinux: "arch",
	altlinux: "altlinux",
	alt: "altlinux",
	almalinux: "almalinux",
	alma: "almalinux",
	rockylinux: "rocky",
	rocky: "rocky",
	vzlinux: "vzlinux",
	cloudlinux: "cloudlinux",
	oracle: "oracle",
	oraclelinux: "oracle",
	rhel: "rhel",
	redhat: "rhel",
	slackware: "slackware",
	funtoo: "funtoo",
	mandriva: "mandriva",
	mageia: "mageia",
	devuan: "devuan",
	alpine: "alpine",
	amazonlinux: "amazon",
	astra: "astra",
	kali: "kali",
	nixos: "nixos",
};

const template = /^([a-z]+?)(?:-?(?:v|el|p)?(\d{1,4}(?:\.\d{1,2})?)|-(rolling|[a-z]{4,8}))?(?:[-.].*)?$/;

/** Words between the name and its version: `centos-stream-8`, `opensuse-leap-15.1`. */
const words = /^([a-z]+)-(?:stream|leap|linux|server|core)-?(?=\d)/;

/** `custom` for a name that no rule knows, `not-set` for none. */
export function containerOs(name: string | null): string {
	const text = cleanText(name)?.toLowerCase().replace(/^\.+/, "").replaceAll("_", "-").replace(words, "$1-") ?? "";
	if (text === "" || text === "-" || text === "(null)") return "not-set";
	const [, word = "", number, called] = template.exec(text) ?? [];
	const family = Object.hasOwn(templateWords, word) ? templateWords[word] : undefined;
	return family === undefined ? "custom" : distributionKey(family, number ?? called);
}
