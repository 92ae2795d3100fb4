/**
 * What people put into their guests, by the date: container templates moving from CentOS to its successors, and the
 * systems of virtual machines. The shares of 2014 were counted (SOURCES.md), the order of 2019 is that of the slides;
 * the rest are assumptions.
 */
import { along, oneOf, pick, type Weighted, weighted } from "./chance";

const years = [2012, 2014.2, 2017, 2019.7, 2021.5, 2023.5, 2026.5, 2030] as const;

/** Name, the year of its release, and its share in each of the years above. */
const table = `
	centos-5-x86 | 2007 | 10 5 1 0.2
	centos-5-x86_64 | 2007 | 16 10 3 0.8
	centos-6-x86 | 2011.5 | 4 6 2 0.4 0.1
	centos-6-x86_64 | 2011.5 | 16 27 24 13 7 2 1
	centos-6-x86_64-minimal | 2011.5 | 3 5 3 0.8 0.3
	centos-7-x86_64 | 2014.6 | 0 0 26 38 36 14 6 2
	debian-5.0-x86 | 2009.2 | 3 0.5 0.1
	debian-6.0-x86_64 | 2011.2 | 16 10 2 0.3
	debian-7.0-x86_64 | 2013.4 | 0 12 6 1 0.2
	debian-7.0-x86_64-minimal | 2013.4 | 0 1 0.6 0.1
	debian-8.0-x86_64 | 2015.4 | 0 0 9 6 2 0.5 0.2
	debian-9.0-x86_64 | 2017.5 | 0 0 3 9 6 2 0.6
	debian-10.0-x86_64 | 2019.5 | 0 0 0 3 9 5 2
	debian-11.0-x86_64 | 2021.7 | 0 0 0 0 2 11 8 2
	debian-12.0-x86_64 | 2023.5 | 0 0 0 0 0 10 15 8
	debian-13.0-x86_64 | 2025.7 | 0 0 0 0 0 0 4 14
	ubuntu-10.04-x86 | 2010.4 | 10 4 0.5
	ubuntu-12.04-x86_64 | 2012.4 | 4 14 5 0.6 0.1
	ubuntu-14.04-x86_64 | 2014.4 | 0 0 11 4 2 0.5 0.2
	ubuntu-16.04-x86_64 | 2016.4 | 0 0 6 11 6 2 0.7
	ubuntu-18.04-x86_64 | 2018.4 | 0 0 0 10 11 4 2
	ubuntu-20.04-x86_64 | 2020.4 | 0 0 0 0 6 8 6 2
	ubuntu-22.04-x86_64 | 2022.4 | 0 0 0 0 0 16 14 6
	ubuntu-24.04-x86_64 | 2024.4 | 0 0 0 0 0 0 13 18
	almalinux-8-x86_64 | 2021.3 | 0 0 0 0 8 18 15 6
	almalinux-9-x86_64 | 2022.5 | 0 0 0 0 0 16 19 22
	rockylinux-8-x86_64 | 2021.6 | 0 0 0 0 1 1.5 1.5 1
	rockylinux-9-x86_64 | 2022.7 | 0 0 0 0 0 1.5 3 5
	vzlinux-7-x86_64 | 2016.5 | 0 0 1 1.5 1 0.7 0.4
	vzlinux-8-x86_64 | 2020.9 | 0 0 0 0 0.6 0.6 0.4
	gentoo-amd64-openvz | 2009 | 2 1.5 0.4 0.2 0.1 0.1 0.1
	scientific-6-x86_64 | 2011.3 | 1 0.8 0.3 0.1
	fedora-18-x86_64 | 2013.1 | 0 0.7 0.2
	fedora-30-x86_64 | 2019.4 | 0 0 0 1 0.7 0.3 0.2
	suse-12.1-x86_64 | 2011.9 | 0.5 0.3 0.1
	opensuse-42.3-x86_64 | 2017.6 | 0 0 0 0.3 0.2 0.1
	sles-12-x86_64 | 2014.9 | 0 0 0.2 0.5 0.4 0.3 0.2
	oracle-8-x86_64 | 2019.6 | 0 0 0 0 0.1 0.1 0.1
	altlinux-10-x86_64 | 2021.9 | 0 0 0 0 0 0.1 0.1
	arch-rolling-x86_64 | 2012 | 0 0.1 0.1 0.1 0.1 0.1 0.1
`;
const templates = table
	.trim()
	.split("\n")
	.map((row) => {
		const [name = "", since, shares = ""] = row.trim().split(" | ");
		const list = shares.split(" ").map(Number);
		return { name, since: Number(since), points: years.map((year, i) => [year, list[i] ?? 0] as const) };
	});

/** Names that hosters give their own images. */
const ownNames = [
	...["seedunlimited-v3", "pagoda-web", "OR-base-2", "golden-cpanel"],
	...["acme-php-stack", "webpanel.ready", "vps_tpl_2"],
];

const byMonth = new Map<number, Weighted<string>>();

/** The template of a container that is made in that year. `own` decides whether it is the hoster's own. */
export function templateMade(u: number, own: number, year: number): string {
	if (own < 0.035) return oneOf(own / 0.035, ownNames);
	const month = Math.round(year * 12);
	// Guests live for about two years: what is made now is what will be common in a year.
	const shares =
		byMonth.get(month) ??
		templates.map(({ name, since, points }) => [name, year < since ? 0 : along(points, year + 1)] as const);
	byMonth.set(month, shares);
	return weighted(u, shares);
}

/** What prlctl calls the systems of virtual machines; `unknown` stands for none. */
const systems2019 = {
	...{ centos7: 26, ubuntu: 20, debian: 16, "win-2016": 8, "win-2012": 7, "win-2019": 3, "win-2008": 3, "win-10": 3 },
	...{ centos: 4, "win-7": 1.5, freebsd: 1.5, rhel7: 1, vzlinux7: 1, linux: 2, opensuse: 0.5, suse: 0.5 },
	...{ "fedora-core": 1, unknown: 1 },
};
const systems2025 = {
	...{ ubuntu: 27, debian: 22, centos7: 8, "win-2019": 9, "win-2022": 8, "win-2016": 6, "win-10": 3, "win-11": 1 },
	...{ "win-2012": 2, almalinux9: 5, rhel8: 1, rhel9: 1, centos8: 2, freebsd: 1.5, linux: 2, vzlinux8: 0.5 },
	...{ unknown: 1 },
};

/** What prlctl calls the system of a virtual machine made in that year; `mix` decides between the old and the new taste. */
export function systemMade(u: number, mix: number, year: number): string {
	const system = mix < (year - 2019.5) / 5.5 ? pick(u, systems2025) : pick(u, systems2019);
	return system === "unknown" ? "" : system;
}

/** The name prlctl derives from a template: Debian and Ubuntu carry no version, `centos` means 6 and older. */
export function systemOf(template: string): string {
	const [, name = "", version = ""] = /^([a-z]+)-(\d+)?/.exec(template) ?? [];
	if (name === "debian" || name === "ubuntu") return name;
	if (name === "centos" || name === "vzlinux") return Number(version) >= 7 ? `${name}${version}` : name;
	if (name === "almalinux") return `almalinux${version}`;
	if (name === "fedora") return "fedora-core";
	return ["suse", "sles"].includes(name) ? "suse" : "linux";
}
