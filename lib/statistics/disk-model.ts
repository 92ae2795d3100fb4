/** Which disks the hosts have. */
import { overWindow } from "./statistic";
import { howMany, merged, named } from "./tally";

export default overWindow({
	slug: "disk-model",
	section: "disks",
	unit: "disks",
	page: "disks",
	place: 6,
	isInLead: false,
	products: ["openvz7"],
	threshold: 5,
	tally: ({ disks }) => merged(disks.flatMap(({ model, count }) => named(model, count))),
	baseAmount: ({ disks }) => howMany(disks),
});
