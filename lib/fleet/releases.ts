/**
 * What came out when, and which of it a host has on a date. Numbers have their sources in SOURCES.md; days without one
 * and build numbers are assumptions that keep their order. Updates of OpenVZ 7 after the last known one are invented, so
 * that a fleet of today still has something to install; of OpenVZ 6 nothing new comes out.
 */
import { along, type Draw, oneOf, random } from "./chance";
import { dayMs, instant, yearMs, yearOf } from "./time";

export interface Released {
	at: number;
}

export interface Versioned extends Released {
	version: string;
}

/** The newest release that the host has on the date; the oldest one if the host is older than all. */
export function adopted<R extends Released>(releases: readonly R[], at: number, installed: number, lag: number): R {
	const reached = Math.max(Math.min(installed, at), at - lag);
	const release = releases.findLast((candidate) => candidate.at <= reached) ?? releases[0];
	if (!release) throw new Error("a list of releases must not be empty");
	return release;
}

/**
 * How many years a host is behind the releases, by share of the hosts. Every host starts with what was current when it
 * was installed; one in twenty is never updated.
 */
const lags = [
	[0, 0.02],
	[0.2, 0.15],
	[0.5, 0.65],
	[0.8, 1.3],
	[0.93, 2.2],
	[0.95, 20],
] as const;

/** In ms. */
export function lagOf(draw: Draw): number {
	return along(lags, draw("update lag")) * yearMs;
}

/** For how many years after its installation a legacy host is looked after, by share of the hosts. */
const care = [
	[0, 0.1],
	[0.5, 2.5],
	[0.8, 6],
	[1, 14],
] as const;

/** When a legacy host is updated for the last time. */
export function lastUpdate(draw: Draw, installed: number): number {
	return installed + along(care, draw("care")) * yearMs;
}

/** The host's last boot before `at`: power cuts and maintenance, about every seven months, and `booted` at the latest. */
export function lastBoot(key: string, booted: number, at: number): number {
	const next = random(key, "boots");
	let boot = booted;
	for (let t = booted; t <= at; t += (0.2 + next() * 0.8) * yearMs) boot = t;
	return boot;
}

/** `version@date`, separated by white space. */
const list = (text: string): Versioned[] =>
	text
		.trim()
		.split(/\s+/)
		.map((entry) => {
			const [version = "", date = ""] = entry.split("@");
			return { version, at: instant(date) };
		});

/** `042stab` numbers of the RHEL 6 kernel. */
export const stableKernels = list(`
	037.1@2011-09 039.11@2011-10 044.11@2012-01 049.6@2012-02 053.5@2012-03 055.16@2012-06-05 057.1@2012-06-25
	059.7@2012-07 061.2@2012-09 062.2@2012-10 065.3@2012-11 068.8@2012-12 072.10@2013-01 074.10@2013-03 075.2@2013-04
	076.5@2013-05 076.8@2013-06 078.28@2013-08 079.6@2013-09 081.8@2013-11 083.2@2013-12 084.26@2014-02 085.20@2014-04
	088.4@2014-05 090.5@2014-07-04 092.1@2014-07-15 092.3@2014-07-25 093.5@2014-09 094.8@2014-12 102.9@2015-02-03
	103.6@2015-02-24 104.1@2015-03 105.14@2015-05 106.4@2015-05-20 108.8@2015-07 109.17@2015-09 111.12@2015-10
	112.15@2015-11-03 113.5@2015-11-24 113.21@2016-02 116.2@2016-06 117.16@2016-09 120.20@2016-12 123.3@2017-06
	123.9@2017-07 124.2@2017-08 125.5@2017-10 126.1@2017-11 127.2@2018-01 128.2@2018-02 129.1@2018-03 130.1@2018-05
	131.1@2018-06 132.1@2018-08 133.2@2018-09 134.8@2018-11 136.1@2019-01 137.1@2019-03 138.1@2019-05 139.1@2019-07
	140.1@2019-09-24 141.3@2019-11 142.1@2020-01 143.1@2020-03 144.1@2020-06 145.3@2020-10`);

/** RHEL 5 kernels: the base and the `028stab` number. */
export const rhel5Kernels = list(`
	308.8.2.el5.028stab101.1@2012-07 348.4.1.el5.028stab107.2@2013-05 348.16.1.el5.028stab108.1@2013-10
	371.el5.028stab110.1@2014-02 409.el5.028stab119.1@2015-10`);

export const pveKernels = list(
	"2.6.32-11@2012-04 2.6.32-20@2013-05 2.6.32-26@2013-10 2.6.32-39@2015-04 2.6.32-48@2016-12",
);

export const vzctl = list(`
	3.0.30@2011-12 3.2@2012-05 3.3@2012-06 4.0@2012-09-25 4.1@2012-12 4.2@2013-03 4.3@2013-05 4.4@2013-08 4.5.1@2013-09
	4.6@2013-12 4.7@2014-04 4.8@2014-10 4.9@2015-05 4.9.4@2015-12`);

/** Minor releases of Enterprise Linux 6. */
export const el6 = list(`
	1@2011-05 2@2011-12 3@2012-07 4@2013-03 5@2013-12 6@2014-10 7@2015-08 8@2016-05 9@2017-03 10@2018-07`);

export interface Update extends Released {
	/** Number of the update, the last part of `7.0.11`. */
	number: number;
	build: number;
	kernel: string;
	/** Last part of the release of Virtuozzo Linux, the `6` of 7.6. */
	minor: number;
}

/** `date number build kernel minor`; later rows of a number are hotfixes. */
const knownUpdates = `
	2016-07-26  0  68 327.18.2.vz7.15.2    2
	2016-10-12  1  98 327.36.1.vz7.18.7    2
	2016-12-13  2 116 327.36.1.vz7.20.18   2
	2017-06-08  4 149 514.16.1.vz7.30.10   3
	2017-07-04  4 151 514.16.1.vz7.30.15   3
	2017-09-19  5 164 514.26.1.vz7.33.22   3
	2017-12-12  6 177 693.1.1.vz7.37.30    4
	2018-01-16  6 180 693.11.6.vz7.40.4    4
	2018-03-20  7 188 693.17.1.vz7.43.10   4
	2018-05-08  7 192 693.21.1.vz7.46.7    4
	2018-08-14  8 205 862.9.1.vz7.63.3     5
	2018-09-25  8 209 862.11.6.vz7.64.7    5
	2019-01-29  9 218 862.20.2.vz7.73.24   5
	2019-02-19  9 219 862.20.2.vz7.73.29   5
	2019-04-16 10 226 957.10.1.vz7.85.17   6
	2019-05-21 10 228 957.12.2.vz7.86.2    6
	2019-07-16 11 235 957.12.2.vz7.96.21   6
	2019-11-26 12 283 1062.4.2.vz7.116.7   7
	2020-03-17 13 306 1062.12.1.vz7.131.10 7
	2020-06-23 14 352 1127.8.2.vz7.151.14  8
	2020-08-18 14 360 1127.8.2.vz7.158.8   8
	2020-12-15 15 411 1127.18.2.vz7.163.46 8
	2021-04-20 16 448 1160.21.1.vz7.174.13 9
	2021-09-28 17 509 1160.41.1.vz7.183.5  9
	2022-04-12 18 543 1160.53.1.vz7.185.3  9
	2023-01-24 19 587 1160.80.1.vz7.191.4  9
	2023-11-14 20 634 1160.90.1.vz7.200.7  9
	2024-05-21 21 662 1160.105.1.vz7.214.3 9
	2024-12-10 22 688 1160.114.2.vz7.222.1 9`;

/** Invented: an update every 24 weeks and a hotfix between, for as long as anybody may simulate. */
const inventedUpdates = Array.from({ length: 340 }, (_, i): Update => {
	const [step, isHotfix] = [1 + (i >> 1), i % 2];
	const patches = `${114 + 5 * step}.${1 + isHotfix}.vz7.${222 + 9 * step + 2 * isHotfix}.${((7 * i) % 23) + 1}`;
	return {
		at: instant("2024-12-10") + (step * 24 + isHotfix * 9) * 7 * dayMs,
		number: 22 + step,
		build: 688 + 31 * step + 4 * isHotfix,
		kernel: `3.10.0-1160.${patches}`,
		minor: 9,
	};
});

export const updates: readonly Update[] = [
	...knownUpdates
		.trim()
		.split("\n")
		.map((row): Update => {
			const [date = "", number, build, kernel, minor] = row.trim().split(/\s+/);
			const numbers = { number: Number(number), build: Number(build), minor: Number(minor) };
			return { at: instant(date), kernel: `3.10.0-${kernel}`, ...numbers };
		}),
	...inventedUpdates,
];

/** Kernels between two updates, that only some install: hotfixes, and test builds that support hands out. */
export function ownBuild(kernel: string, draw: Draw): string {
	const u = draw("own build");
	return u < 0.12
		? kernel.replace(/\d+$/, (last) => `${Number(last) + oneOf(u / 0.12, [1, 1, 1, 2, 2, 3, 4, 6, 8])}`)
		: kernel;
}

export interface Successor extends Released {
	major: 8 | 9;
	kernel: string;
	release: string;
	base: string;
}

export const successors: readonly Successor[] = [
	{ at: instant("2020-09-15"), major: 8, kernel: "4.18.0-240.1.1.vz8.5.50", release: "8.0.0 (112)", base: "8.3" },
	{ at: instant("2021-08-24"), major: 8, kernel: "4.18.0-305.3.1.vz8.7.13", release: "8.1.0 (187)", base: "8.4" },
	{ at: instant("2023-06-20"), major: 9, kernel: "5.14.0.ovz9.10.37", release: "9.0.0 (241)", base: "9.1" },
	{ at: instant("2025-03-18"), major: 9, kernel: "5.14.0-427.22.1.vz9.62.2", release: "9.1.0 (418)", base: "9.4" },
	{ at: instant("2026-04-14"), major: 9, kernel: "5.14.0-503.15.1.vz9.81.4", release: "9.2.0 (530)", base: "9.5" },
];

/** Share of hosts that run VZ8 or VZ9 instead of 7. */
const successorShares = [
	[2020.7, 0],
	[2021.5, 0.007],
	[2023.5, 0.012],
	[2025.2, 0.025],
	[2026.9, 0.06],
	[2030, 0.3],
] as const;

export function hasSuccessor(draw: Draw, at: number): boolean {
	return draw("successor") < along(successorShares, yearOf(at));
}

/** Version numbers of a package move with the updates; `at11` is the one of update 11, as in the reports of 2019. */
export function packageVersion(number: number, at11: number, step: number): number {
	return Math.max(1, at11 + Math.round((number - 11) * step));
}

/** `readykernel-patch-96.21-89.2-1.vl7`: for the kernel's build; a new patch comes out every two months or so. */
export function readykernelPatch(kernel: string, at: number): string {
	const build = /vz[789]\.(\d+\.\d+)$/.exec(kernel)?.[1] ?? "1.1";
	const patch = Math.max(1, Math.floor(89 + (yearOf(at) - 2019.7) * 6));
	return `readykernel-patch-${build}-${patch}.${patch % 3}-1.vl7`;
}
