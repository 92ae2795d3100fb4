/** Sizes of disks, snapped to the sizes that were sold, in decimal gigabytes. */

/** Sizes on labels. Drives hold a little more, volumes of several drives a little less. */
const sold: readonly number[] = [
	...[
		8, 16, 18, 24, 30, 32, 36, 40, 58, 60, 64, 73, 74, 80, 100, 110, 118, 120, 128, 146, 150, 160, 180, 200, 240, 250,
		256, 275,
	],
	...[
		280, 300, 320, 375, 400, 450, 480, 500, 512, 525, 600, 640, 700, 750, 800, 900, 960, 1000, 1050, 1100, 1200, 1280,
	],
	...[
		1500, 1600, 1800, 1920, 2000, 2050, 2400, 2500, 2560, 3000, 3200, 3840, 4000, 5000, 6000, 6400, 7680, 8000, 10_000,
	],
	...[12_000, 12_800, 14_000, 15_360, 16_000, 18_000, 20_000, 22_000, 24_000, 26_000, 28_000, 30_000, 30_720, 32_000],
	...[36_000, 61_440, 122_880],
];

/** The largest relative difference at which a size snaps to a sold one. */
const tolerance = 0.025;
const largestGb = 1_000_000;

/** Gigabytes on the label, or whole gigabytes where no such size is sold; `null` for no size and above a petabyte. */
export function diskSizeGb(bytes: number): number | null {
	if (!Number.isFinite(bytes) || bytes <= 0) return null;
	const gb = bytes / 1e9;
	const whole = Math.round(gb);
	// A rounded size may come just near enough to snap: snapping twice must give the same as snapping once.
	const size = soldNear(gb) ?? soldNear(whole) ?? whole;
	return size <= largestGb ? size : null;
}

function soldNear(gb: number): number | null {
	const nearest = sold.reduce((best, size) => (Math.abs(size - gb) < Math.abs(best - gb) ? size : best), 0);
	return Math.abs(nearest - gb) <= nearest * tolerance ? nearest : null;
}
