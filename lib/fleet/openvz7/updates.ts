/**
 * Updates of OpenVZ 7 and the newer kernels of its successors. Months and most kernels have
 * their sources in `SOURCES.md`; days of the month, build numbers and the versions of VZ8 and VZ9 are assumptions. After
 * the last row nothing new comes out.
 */
import type { Released } from "../adoption";
import { instant, yearOf } from "../time";

export interface Update extends Released {
	/** Number of the update, the last part of `7.0.11`. */
	number: number;
	build: number;
	kernel: string;
	/** Last part of the release of Virtuozzo Linux, the `6` of 7.6. */
	minor: number;
}

const rows: readonly (readonly [string, number, number, string, number])[] = [
	["2016-07-26", 0, 68, "327.18.2.vz7.15.2", 2],
	["2016-10-12", 1, 98, "327.36.1.vz7.18.7", 2],
	["2016-12-13", 2, 116, "327.36.1.vz7.20.18", 2],
	["2017-06-08", 4, 149, "514.16.1.vz7.30.10", 3],
	["2017-07-04", 4, 151, "514.16.1.vz7.30.15", 3],
	["2017-09-19", 5, 164, "514.26.1.vz7.33.22", 3],
	["2017-12-12", 6, 177, "693.1.1.vz7.37.30", 4],
	["2018-01-16", 6, 180, "693.11.6.vz7.40.4", 4],
	["2018-03-20", 7, 188, "693.17.1.vz7.43.10", 4],
	["2018-05-08", 7, 192, "693.21.1.vz7.46.7", 4],
	["2018-08-14", 8, 205, "862.9.1.vz7.63.3", 5],
	["2018-09-25", 8, 209, "862.11.6.vz7.64.7", 5],
	["2019-01-29", 9, 218, "862.20.2.vz7.73.24", 5],
	["2019-02-19", 9, 219, "862.20.2.vz7.73.29", 5],
	["2019-04-16", 10, 226, "957.10.1.vz7.85.17", 6],
	["2019-05-21", 10, 228, "957.12.2.vz7.86.2", 6],
	["2019-07-16", 11, 235, "957.12.2.vz7.96.21", 6],
	["2019-11-26", 12, 283, "1062.4.2.vz7.116.7", 7],
	["2020-03-17", 13, 306, "1062.12.1.vz7.131.10", 7],
	["2020-06-23", 14, 352, "1127.8.2.vz7.151.14", 8],
	["2020-08-18", 14, 360, "1127.8.2.vz7.158.8", 8],
	["2020-12-15", 15, 411, "1127.18.2.vz7.163.46", 8],
	["2021-04-20", 16, 448, "1160.21.1.vz7.174.13", 9],
	["2021-09-28", 17, 509, "1160.41.1.vz7.183.5", 9],
	["2022-04-12", 18, 543, "1160.53.1.vz7.185.3", 9],
	["2023-01-24", 19, 587, "1160.80.1.vz7.191.4", 9],
	["2023-11-14", 20, 634, "1160.90.1.vz7.200.7", 9],
	["2024-05-21", 21, 662, "1160.105.1.vz7.214.3", 9],
	["2024-12-10", 22, 688, "1160.114.2.vz7.222.1", 9],
];

export const updates: readonly Update[] = rows.map(([date, number, build, kernel, minor]) => ({
	at: instant(date),
	number,
	build,
	kernel: `3.10.0-${kernel}`,
	minor,
}));

export interface Successor extends Released {
	major: 8 | 9;
	kernel: string;
	release: string;
	base: string;
}

const successorRows: readonly (readonly [string, 8 | 9, string, string, string])[] = [
	["2020-09-15", 8, "4.18.0-240.1.1.vz8.5.50", "8.0.0 (112)", "8.3"],
	["2021-08-24", 8, "4.18.0-305.3.1.vz8.7.13", "8.1.0 (187)", "8.4"],
	["2023-06-20", 9, "5.14.0.ovz9.10.37", "9.0.0 (241)", "9.1"],
	["2025-03-18", 9, "5.14.0-427.22.1.vz9.62.2", "9.1.0 (418)", "9.4"],
];

export const successors: readonly Successor[] = successorRows.map(([date, major, kernel, release, base]) => ({
	at: instant(date),
	major,
	kernel,
	release,
	base,
}));

/** Share of hosts that run VZ8 or VZ9 instead of 7. */
export const successorShares: readonly (readonly [number, number])[] = [
	[2020.7, 0],
	[2021.5, 0.007],
	[2023.5, 0.012],
	[2025.2, 0.025],
	[2026.9, 0.06],
];

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
