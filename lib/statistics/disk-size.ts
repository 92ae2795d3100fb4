/** How large the disks are. */
import { gbScale } from "./scale";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

const sizes = gbScale([128, 256, 512, 1000, 2000, 4000, 8000, 16_000]);

export default overWindow({
	slug: "disk-size",
	section: "disks",
	unit: "disks",
	page: "disks",
	place: 3,
	products: ["openvz7"],
	labels: sizes.labels,
	order: sizes.keys,
	tally: ({ disks }) => countEach(disks, ({ sizeGb }) => sizes.bucketOf(sizeGb)),
	baseAmount: ({ disks }) => howMany(disks),
});
