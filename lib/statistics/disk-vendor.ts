/** Who made the disks. */
import { diskMakers } from "./names/disk-makers";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

export default overWindow({
	slug: "disk-vendor",
	section: "disks",
	unit: "disks",
	page: "disks",
	place: 5,
	products: ["openvz7"],
	labels: diskMakers,
	tally: ({ disks }) => countEach(disks, ({ vendor }) => vendor),
	baseAmount: ({ disks }) => howMany(disks),
});
