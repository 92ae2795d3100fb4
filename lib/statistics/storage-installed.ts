/** How much disk space a host has, and all hosts together. */
import { gbScale } from "./scale";
import { overWindow } from "./statistic";

const sizes = gbScale([500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000]);

export default overWindow({
	slug: "storage-installed",
	section: "disks",
	unit: "TB",
	page: "disks",
	place: 4,
	isPerHost: true,
	products: ["openvz7"],
	labels: { none: null, ...sizes.labels },
	order: ["none", ...sizes.keys],
	tally({ disks }) {
		if (disks.length === 0) return [{ bucket: "none", amount: 0 }];
		if (disks.some(({ sizeGb }) => sizeGb === null)) return [];
		const amount = disks.reduce((sum, { sizeGb, count }) => sum + (sizeGb ?? 0) * count, 0);
		return [{ bucket: sizes.bucketOf(amount), amount }];
	},
});
