/** What kinds of disks there are. */
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "disk-kind",
	section: "disks",
	unit: "disks",
	page: "disks",
	place: 1,
	products: ["openvz7"],
	labels: {
		ssd: "SSD",
		hdd: "HDD",
		nvme: "NVMe",
		"raid-volume": null,
		san: null,
		virtual: null,
	},
	tally: ({ disks }) => countEach(disks, ({ kind }) => kind),
});
