/** How many disks a host has. */
import { perHost } from "./scale";
import { overWindow } from "./statistic";
import { howMany } from "./tally";

export default overWindow({
	slug: "disks-per-host",
	section: "disks",
	unit: "disks",
	page: "disks",
	place: 7,
	isPerHost: true,
	products: ["openvz7"],
	labels: perHost.labels,
	order: perHost.keys,
	tally({ disks }) {
		const amount = howMany(disks);
		return [{ bucket: perHost.bucketOf(amount), amount }];
	},
});
